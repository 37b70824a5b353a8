"""The base of the bot's database, for `--live` and for the `facts` commands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.errors import BaseEmptyError, SchemaMissingError
from bot.records.loaded_base import LoadedBase
from bot.settings.options import Settings
from bot.storage.connection.database import Database, is_missing_file
from bot.storage.connection.startup import open_database
from bot.storage.fact_base.base_store import StoredBase

T = TypeVar("T")


def load_live_base(settings: Settings) -> LoadedBase:
    """The base in the database. Raises SpravkaError: BaseEmptyError where no bot has run on it yet."""

    async def load(database: Database) -> LoadedBase:
        return await read_base(database, settings)

    return run_on_database(settings, load)


async def read_base(database: Database, settings: Settings) -> LoadedBase:
    """The base of an open database. Raises BaseEmptyError."""
    stored = StoredBase(database, ZoneInfo(settings.followups.zone))
    if not await stored.current_revision():
        raise BaseEmptyError
    return await stored.load_base()


def run_on_database(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    """Run `work` on the database in an event loop of its own; none is made where there is none.

    Raises SpravkaError: BaseEmptyError where no bot has run on it yet.
    """
    address = settings.database_url.get_secret_value()
    if is_missing_file(address):
        raise BaseEmptyError

    async def with_database() -> T:
        async with open_database(address, alone=False) as database:
            return await work(database)

    try:
        return asyncio.run(with_database())
    except SchemaMissingError:
        raise BaseEmptyError from None
