"""Following: subscriptions, reminders' buttons, the time zone, and which chats can be written to.

`bot.wiring` imports `routers`; `bot.telegram.ask.wishes` opens the screens of its commands.
"""
