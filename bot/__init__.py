"""Spravka's shell: terminal, Telegram, storage and replies around the pure engine."""
