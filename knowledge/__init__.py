"""The pure engine: a question in, a result out. No Telegram, no SQL, no clock."""
