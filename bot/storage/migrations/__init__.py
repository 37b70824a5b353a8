"""Alembic migrations, one file each, run by `bot.storage.connection.schema`. Not imported otherwise."""
