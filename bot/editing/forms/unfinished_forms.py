"""Forms and removals that a command interrupted: where they are kept, and how they are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import Form
from bot.records.editing import UnfinishedForm

_REMOVES = "removes"
"""Of a kept body: the entity is to be removed, and the reason was not given yet."""


class UnfinishedForms(Protocol):
    async def keep(self, user_id: int, body: Mapping[str, Any], at: datetime) -> None: ...

    async def of(self, user_id: int) -> Sequence[UnfinishedForm]: ...

    async def take(self, user_id: int, number: int) -> Mapping[str, Any] | None: ...


def removal(form: Form, row: Row) -> dict[str, Any]:
    """The body of an interrupted removal of this entity."""
    return {"draft": Draft(form=form, row=row, was=row).to_json(), _REMOVES: True}


def is_removal(body: Mapping[str, Any]) -> bool:
    return bool(body.get(_REMOVES))


def form_title(draft: Draft) -> str:
    """The name under which the entity is shown; the first thing that was typed where it has none yet."""
    row = {**(draft.was or {}), **draft.row}
    title = next((row[name] for name in ("says", "title", "name", "short") if row.get(name)), None)
    listed = next((value for value in row.values() if isinstance(value, list) and value), ())
    return str(title or " / ".join(str(one) for one in listed))
