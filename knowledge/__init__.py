"""The pure engine: a question in, a result out. No Telegram, no SQL, no clock.

From outside import `engine`, `conversation`, `results`, and the packages `facts`, `language`, `quality` and
`reader`; of the others only `data.tables`, `understanding.wishes` and `decision.event_records`.
"""
