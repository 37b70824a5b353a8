"""What readers asked and rated, apart from people with a role."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, select

from bot.storage.tables import roles


def by_readers(table: Table, owners: Sequence[int]) -> ColumnElement[bool]:
    """Of people without a role; `owners`: those whose role is not stored. Old rows forget whose they are."""
    person = table.c.user_id
    no_role = person.not_in(select(roles.c.user_id)) & person.not_in(owners)
    return person.is_(None) | no_role
