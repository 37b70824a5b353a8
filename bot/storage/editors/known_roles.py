"""Roles in memory: this process's own changes count at once, those of others within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence

import structlog

from bot.errors import StorageUnavailableError
from bot.records.editing import AuditEntry, Role, RoleGrant
from bot.storage.connection.database import Database
from bot.storage.editors.roles import StoredRoles

log = structlog.get_logger()
REFRESH_EVERY = 2.0


class KnownRoles:
    """`owners`: people whose role is set by the operator and not stored."""

    def __init__(self, database: Database, owners: Collection[int]) -> None:
        self._stored = StoredRoles(database)
        self._owners = frozenset(owners)
        self._grants: dict[int, RoleGrant] | None = None

    def has_none(self, user_id: int) -> bool:
        """Whether a person surely has no role."""
        return self._grants is not None and user_id not in self._grants and user_id not in self._owners

    def edits(self, user_id: int) -> bool:
        """Whether a person may edit, by what is known without asking anybody."""
        if user_id in self._owners:
            return True
        grant = (self._grants or {}).get(user_id)
        return grant is not None and grant.role.covers(Role.EDITOR)

    async def of(self, user_id: int) -> RoleGrant | None:
        if self._grants is None:
            await self.refresh()
        return (self._grants or {}).get(user_id)

    async def all(self) -> Sequence[RoleGrant]:
        return await self._stored.all()

    async def give(self, grant: RoleGrant, entry: AuditEntry) -> None:
        await self._stored.give(grant, entry)
        await self.refresh()

    async def rename(self, user_id: int, name: str) -> None:
        await self._stored.rename(user_id, name)
        await self.refresh()

    async def take(self, user_id: int, entry: AuditEntry) -> bool:
        taken = await self._stored.take(user_id, entry)
        await self.refresh()
        return taken

    async def audit_log(self, limit: int) -> Sequence[AuditEntry]:
        return await self._stored.audit_log(limit)

    async def refresh(self) -> None:
        self._grants = {grant.user_id: grant for grant in await self._stored.all()}

    async def run(self) -> None:
        """Refresh until cancelled; what was known last counts while the database is away."""
        while True:
            try:
                await self.refresh()
            except StorageUnavailableError:
                log.debug("roles not refreshed")
            await asyncio.sleep(REFRESH_EVERY)
