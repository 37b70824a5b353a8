"""`spravka db upgrade`: brings the schema of the database up to date."""

from __future__ import annotations

import asyncio

import typer

from bot.errors import ExitCode
from bot.replies.cli import facts_texts as texts
from bot.settings.options import Settings
from bot.storage.startup import upgrade_schema


def upgrade(settings: Settings) -> ExitCode:
    """Run the migrations. Raises SpravkaError."""
    asyncio.run(upgrade_schema(settings.database_url.get_secret_value()))
    typer.echo(texts.UPGRADED)
    return ExitCode.OK
