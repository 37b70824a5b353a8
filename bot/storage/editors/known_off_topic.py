"""Questions called off topic, in memory: own marks count at once, those of other processes within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy import func, select

from bot.errors import StorageUnavailableError
from bot.storage.connection.database import Database
from bot.storage.tables import near_misses
from knowledge.language.question_equivalence import equivalence_key

log = structlog.get_logger()
REFRESH_EVERY = 2.0


class KnownOffTopic:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys = frozenset[str]()

    def holds(self, question: str) -> bool:
        """Whether an editor said that the base will never answer this, by what is known without asking."""
        return bool(self._keys) and equivalence_key(question) in self._keys

    def add(self, questions: Sequence[str]) -> None:
        """An editor has marked these here."""
        self._keys |= frozenset(map(equivalence_key, questions))

    async def refresh(self) -> None:
        """Marks are never taken back: as many as before are the same."""
        async with self._database.read() as connection:
            count = await connection.scalar(select(func.count()).select_from(near_misses))
            if count != len(self._keys):
                self._keys = frozenset((await connection.scalars(select(near_misses.c.key))).all())

    async def run(self) -> None:
        """Refresh until cancelled; what was known last counts while the database is away."""
        while True:
            try:
                await self.refresh()
            except StorageUnavailableError:
                log.debug("off-topic questions not refreshed")
            await asyncio.sleep(REFRESH_EVERY)
