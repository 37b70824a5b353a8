"""The composition root: builds every object of the running bot once, and starts and stops them in order.

Only `bot.cli` and `bot.demo` import from here (`application.run`, `pack.open_pack`).
"""
