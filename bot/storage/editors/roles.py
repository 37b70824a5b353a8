"""Roles given by owners, and the audit log, written in the transaction that it logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import AuditEntry, Role, RoleGrant
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import audit, roles


class StoredRoles:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int) -> RoleGrant | None:
        async with self._database.read() as connection:
            query = select(roles).where(roles.c.user_id == user_id)
            row = (await connection.execute(query)).first()
        return None if row is None else _grant(row)

    async def all(self) -> Sequence[RoleGrant]:
        """The oldest first."""
        async with self._database.read() as connection:
            query = select(roles).order_by(roles.c.at, roles.c.user_id)
            return [_grant(row) for row in await connection.execute(query)]

    async def give(self, grant: RoleGrant, entry: AuditEntry) -> None:
        """Give a role, replacing the one before."""
        row = asdict(grant) | {"role": grant.role.value, "name": grant.name[:120]}
        async with self._database.write() as connection:
            upsert = insert_into(connection, roles).values(row)
            await connection.execute(upsert.on_conflict_do_update(index_elements=["user_id"], set_=row))
            await write_audit(connection, entry)

    async def rename(self, user_id: int, name: str) -> None:
        """Call the person so in the list."""
        renamed = update(roles).where(roles.c.user_id == user_id).values(name=name[:120])
        async with self._database.write() as connection:
            await connection.execute(renamed)

    async def take(self, user_id: int, entry: AuditEntry) -> bool:
        """Take the role away; False where there was none."""
        async with self._database.write() as connection:
            gone = await connection.execute(delete(roles).where(roles.c.user_id == user_id))
            if gone.rowcount:
                await write_audit(connection, entry)
        return bool(gone.rowcount)

    async def audit_log(self, limit: int) -> Sequence[AuditEntry]:
        """The last rows of the audit log, the newest first."""
        query = select(audit).order_by(audit.c.id.desc()).limit(limit)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [
            AuditEntry(**{name: row._mapping[name] for name in AuditEntry.__dataclass_fields__})
            for row in rows
        ]


async def write_audit(connection: AsyncConnection, entry: AuditEntry, **values: str) -> None:
    """Write a row of the audit log, inside an open transaction."""
    row = asdict(entry) | {"name": entry.name[:120]} | values
    await connection.execute(insert(audit).values(row))


def _grant(row: Any) -> RoleGrant:
    return RoleGrant(**{**row._mapping, "role": Role(row.role)})
