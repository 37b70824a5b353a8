"""Builds what keeps readers' state in memory and writes it in groups, and runs it while a block runs."""

from __future__ import annotations

import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.settings.options import Settings
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.storage.editors.known_off_topic import KnownOffTopic
from bot.storage.editors.known_roles import KnownRoles
from bot.storage.journal.journal import Journal
from bot.storage.journal.reader_memory import ReaderMemory

FINISH_SHARE = 0.2
"""The share of the stop time in which the journal writes what waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journaling:
    """What all handlers of updates share."""

    memory: ReaderMemory
    journal: Journal
    roles: KnownRoles
    off_topic: KnownOffTopic


@asynccontextmanager
async def journaling(settings: Settings, database: Database, *, webhook: bool) -> AsyncIterator[Journaling]:
    """From now on the database counts as down at once for everybody, and is tried again by the journal."""
    memory = ReaderMemory(lambda: database.is_down)
    journal = Journal(database, memory, _owner(settings, webhook=webhook))
    roles, off_topic = KnownRoles(database, settings.admin_ids), KnownOffTopic(database)
    try:
        async with run_alongside(journal.run()):
            database.watch(journal.settle)
            async with run_alongside(roles.run()), run_alongside(off_topic.run()):
                yield Journaling(memory=memory, journal=journal, roles=roles, off_topic=off_topic)
            await journal.finish(settings.telegram.stop_within * FINISH_SHARE)
            database.watch(None)
    finally:
        await journal.close()


def _owner(settings: Settings, *, webhook: bool) -> str:
    """Where this process runs, and what tells its runs apart. There is one poller of a bot, wherever it runs;
    of webhooks there is one at each port.
    """
    place = f"{socket.gethostname()}:{settings.port}" if webhook else "polling"
    return f"{place[:80]}/{secrets.token_hex(8)}"
