"""Spravka's shell: terminal, Telegram, storage and replies around the pure engine.

The program starts in `__main__`; `knowledge` imports nothing from here.
"""
