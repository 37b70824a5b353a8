"""Alembic's entry point: runs the migrations on the connection that `bot.storage.connection.schema` gives."""

from __future__ import annotations

from alembic import context

from bot.storage.tables import METADATA


def _run() -> None:
    connection = context.config.attributes["connection"]
    # SQLite cannot alter a table in place: Alembic copies it.
    batch = connection.dialect.name == "sqlite"
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=batch)
    context.run_migrations()


_run()
