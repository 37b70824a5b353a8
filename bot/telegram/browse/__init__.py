"""Looking around without a question: /start, /help, /source, /cancel, /topics, and the bot's profile.

`bot.telegram.dispatcher` takes the routers; `bot.wiring` imports `bot_profile`.
"""
