"""The names of a draft's fields, and an id that nothing else has taken meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.editing.forms.choices import used_names
from bot.editing.forms.drafts import Draft
from bot.editing.forms.slugs import propose_id
from knowledge.facts.model import FactBase


def names(draft: Draft) -> Sequence[str]:
    return [field.name for field in draft.fields]


def renamed(draft: Draft, base: FactBase) -> Draft:
    """The draft with another id if somebody has taken its id meanwhile."""
    name = draft.row.get("id")
    if not draft.is_new or name not in used_names(base, draft.form):
        return draft
    return replace(draft, row={**draft.row, "id": propose_id(str(name), used_names(base, draft.form))})
