"""Replies to readers: answers, choices, refusals, menus, /why, feedback. Entry point: `rendering.render`.

`bot.telegram` and `bot.cli` import its modules.
"""
