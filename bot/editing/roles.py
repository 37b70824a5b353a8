"""Roles: owners come from the settings, editors and reviewers from grants by owners."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from bot.editing.audit_entry import audit_entry
from bot.editing.ports import RoleStore
from bot.errors import StorageUnavailableError
from bot.records.editing import AuditEntry, Editor, Role, RoleGrant


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven:
    grant: RoleGrant


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTaken:
    grant: RoleGrant


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerStays:
    """Owners are set in ADMIN_IDS and cannot be changed in the chat."""

    user_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRole:
    """The person has no role to take away."""

    user_id: int


class Staff:
    """Who has which role, by user id."""

    def __init__(self, owners: Collection[int], roles: RoleStore, now: Callable[[], datetime]) -> None:
        self.owners = tuple(dict.fromkeys(owners))
        self._roles = roles
        self._now = now

    async def editor(self, user_id: int, name: str) -> Editor | None:
        """The person with their role and Telegram name; None for a reader without a role."""
        if user_id in self.owners:
            return Editor(user_id=user_id, name=name, role=Role.OWNER)
        grant = await self._roles.of(user_id)
        if grant is None:
            return None
        if name and grant.name == str(user_id):
            # The role was given by number, before the person ever wrote here.
            with suppress(StorageUnavailableError):
                await self._roles.rename(user_id, name)
        return Editor(user_id=user_id, name=name or grant.name, role=grant.role)

    async def grants(self) -> Sequence[RoleGrant]:
        """The roles of everybody but owners."""
        return [grant for grant in await self._roles.all() if grant.user_id not in self.owners]

    async def audit_log(self, limit: int) -> Sequence[AuditEntry]:
        return await self._roles.audit_log(limit)

    async def give(self, owner: Editor, user_id: int, name: str, role: Role) -> RoleGiven | OwnerStays:
        if user_id in self.owners or role is Role.OWNER:
            return OwnerStays(user_id=user_id)
        grant = RoleGrant(user_id=user_id, name=name, role=role, given_by=owner.user_id, at=self._now())
        await self._roles.give(grant, audit_entry(owner, "give", user_id, grant.at, role.value))
        return RoleGiven(grant=grant)

    async def take(self, owner: Editor, user_id: int) -> RoleTaken | OwnerStays | NoRole:
        if user_id in self.owners:
            return OwnerStays(user_id=user_id)
        grant = await self._roles.of(user_id)
        if grant is None or not await self._roles.take(
            user_id, audit_entry(owner, "take", user_id, self._now(), grant.role.value)
        ):
            return NoRole(user_id=user_id)
        return RoleTaken(grant=grant)
