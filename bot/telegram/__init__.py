"""The Telegram side: a package or a module for each thing a person does, and the sending and receiving below.

Only bot.web and bot.wiring import from here.
"""

from bot.telegram.types_on_demand import import_aiogram

import_aiogram()
