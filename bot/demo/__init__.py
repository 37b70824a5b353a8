"""The demo: the real bot as a process, a local Bot API, and a page that looks and works like a chat.

Only `bot.cli.app` imports from here (`session`); `run` imports nothing of this package.
"""
