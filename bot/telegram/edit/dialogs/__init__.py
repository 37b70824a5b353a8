"""The editors' dialogs on aiogram-dialog: browsing the base, forms, the calendar.

Importing aiogram-dialog is slow: only bot.wiring imports from here.
"""
