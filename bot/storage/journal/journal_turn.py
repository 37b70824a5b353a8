"""The turn of an update where several processes share a chat: those that came before it go first."""

from __future__ import annotations

import asyncio

import structlog

from bot.records.updates import Incoming, Standing
from bot.storage.journal.journal_connection import JournalConnection
from bot.storage.journal.reader_memory import ReaderMemory

log = structlog.get_logger()
LOOK_EVERY = 0.05
PATIENCE = 5.0
"""Seconds after which an update no longer waits for one that another process has."""


async def wait_for_turn(connection: JournalConnection, memory: ReaderMemory, update: Incoming) -> None:
    """Returns once no process has an earlier update of the chat; what that one left is in memory then."""
    try:
        async with asyncio.timeout(PATIENCE):
            while await _is_behind(connection, memory, update):  # noqa: ASYNC110 - other processes set no event
                await asyncio.sleep(LOOK_EVERY)
    except TimeoutError:
        log.info("answered out of turn", chat=update.chat_id)


async def _is_behind(connection: JournalConnection, memory: ReaderMemory, update: Incoming) -> bool:
    version = memory.version
    try:
        found = await connection.look(update)
    except Exception as error:  # noqa: BLE001 - the update is answered all the same
        log.warning("turn unknown", reason=type(error).__name__)
        return False
    for row in found.readers:
        memory.read(row.key, row.conversation, version, form=row.form, unreachable=row.unreachable)
    return found.standings[update.number] is Standing.BEHIND
