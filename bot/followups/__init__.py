"""Subscriptions to events and facts: what falls due when, and the outbox that is sent in the background.

Use cases with their own ports (ports.py); imports bot.records and knowledge, no SQL and no Telegram.
"""
