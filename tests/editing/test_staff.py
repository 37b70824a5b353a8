"""Who an editor is: the role as granted, the name as Telegram gives it now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.editing.roles import Staff
from bot.records.editing import AuditEntry, Editor, Role, RoleGrant

NOW = datetime(2027, 5, 1, tzinfo=UTC)
GRANT = RoleGrant(user_id=11, name="Анна", role=Role.EDITOR, given_by=7, at=NOW)


class OneGrant:
    """A role store with one grant."""

    async def of(self, user_id: int) -> RoleGrant | None:
        return GRANT if user_id == GRANT.user_id else None

    async def all(self) -> Sequence[RoleGrant]:
        return [GRANT]

    async def give(self, grant: RoleGrant, entry: AuditEntry) -> None: ...

    async def rename(self, user_id: int, name: str) -> None: ...

    async def take(self, user_id: int, entry: AuditEntry) -> bool:
        return False

    async def audit_log(self, limit: int) -> Sequence[AuditEntry]:
        return []


async def test_an_editor_has_the_present_name_or_else_that_of_the_grant() -> None:
    staff = Staff((7,), OneGrant(), lambda: NOW)
    assert await staff.editor(11, "Анна Белова") == Editor(user_id=11, name="Анна Белова", role=Role.EDITOR)
    assert await staff.editor(11, "") == Editor(user_id=11, name="Анна", role=Role.EDITOR)
    assert await staff.editor(7, "Хозяин") == Editor(user_id=7, name="Хозяин", role=Role.OWNER)
    assert await staff.editor(99, "Читатель") is None
