"""HTTP: the webhook for Telegram; health, readiness and metrics for whoever operates the bot.

Only `bot.wiring` imports from here.
"""
