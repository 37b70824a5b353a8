"""The pure engine: a question in, a result out. No Telegram, no SQL, no clock.

From outside import `engine`, `conversation`, `results`, and the packages `facts`, `language` and `quality`.
"""
