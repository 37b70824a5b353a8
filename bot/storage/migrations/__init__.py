"""Alembic's folder: one step of the schema a file, run by `bot.storage.schema`."""
