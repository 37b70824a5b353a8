"""The screen of a proposal in conflict with newer edits: what differs, who changed it, and the choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.editing import Proposal
from bot.records.seen_examination import fingerprint_of_changes
from bot.replies import dates
from bot.replies.editing import entity_changes
from bot.replies.editing.gate import DROP, MINE, THEIRS
from bot.replies.editing.gate_findings import SHOWN
from bot.replies.editing.proposals import head
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, to_row

INTRO = "\nПока вы правили, это изменили другие. Выберите, что оставить; остальное уже соединено."
REMOVED = "убрано из базы"
_MOST = 6
"""Fields that are shown at once; the others come once these are chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConflict:
    """`key` is short, for buttons; `by` and `at`: who has published the other version, and when."""

    key: str
    change: Change
    theirs: Entity | None
    fields: Sequence[str]
    by: str = ""
    at: datetime | None = None


def conflict(proposal: Proposal, clashes: Sequence[ShownConflict], base: FactBase, zone: ZoneInfo) -> Reply:
    parts: list[Part] = [Strong(head(proposal)), Text(INTRO)]
    rows: list[tuple[Button, ...]] = []
    shown = f"{proposal.id}:{fingerprint_of_changes(proposal.changes)}"
    for clash in clashes[:SHOWN]:
        parts += [Text("\n\n"), Strong(entity_changes.name_of(clash.change))]
        parts.append(Text(_published(clash, zone)))
        for text, field in _choices(clash, base):
            number = len(rows) + 1
            several = len(clashes) > 1 or len(clash.fields) > 1
            parts.append(Text(f"\n{f'{number}. ' if several else ''}{text}"))
            rows.append(_buttons(shown, clash.key, field, f": {number}" if several else ""))
    rows.append((Button(label=DROP, action="e-drop", argument=shown),))
    return Reply(parts=tuple(parts), buttons=tuple(rows))


def _published(clash: ShownConflict, zone: ZoneInfo) -> str:
    if not clash.by or clash.at is None:
        return ""
    return f"\nИзменено: {clash.by}, {dates.moment(clash.at, zone)}"


def _choices(clash: ShownConflict, base: FactBase) -> Iterable[tuple[str, str]]:
    """A text and the field that is chosen by its buttons; no field: the whole entity."""
    if not clash.fields:
        theirs = entity_changes.entity(clash.theirs, base) if clash.theirs else f"  {REMOVED}"
        mine = entity_changes.entity(clash.change.after, base) if clash.change.after else f"  {REMOVED}"
        yield f"В базе:\n{theirs}\nУ вас:\n{mine}", ""
        return
    rows = _row(clash.change.before), _row(clash.theirs), _row(clash.change.after)
    for field in clash.fields[:_MOST]:
        label = entity_changes.field_label(field, *rows)
        was, theirs, mine = (entity_changes.row_line(field, row, base) for row in rows)
        yield f"{label}: было «{was}», в базе «{theirs}», у вас «{mine}»", field


def _buttons(shown: str, key: str, field: str, label: str) -> tuple[Button, ...]:
    argument = f"{shown}:{key}:{field}"
    pairs = ((MINE, "e-mine"), (THEIRS, "e-theirs"))
    return tuple(Button(label=f"{one}{label}", action=verb, argument=argument) for one, verb in pairs)


def _row(entity: Entity | None) -> Mapping[str, Any]:
    return {} if entity is None else to_row(entity)
