"""Editing from the chat: dialogs, the gate screen and publishing, roles, history, files, waiting versions.

Everything here requires a role; for readers without one none of it exists. `bot.wiring` imports the routers,
other packages `rights` and `gate_screen`.
"""
