"""Alembic migrations, one file each, run by `bot.storage.schema`. Not imported otherwise."""
