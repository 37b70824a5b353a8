"""Editing the base: proposals, the gate, publication, undo, import, roles, the editors' inbox.

Depends on storage and Telegram only through `ports`. `bot.telegram` and `bot.wiring` import its modules.
"""
