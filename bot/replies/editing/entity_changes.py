"""The changes of an edit, by entity and field, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.replies import dates, revisions
from bot.replies.editing import field_values as values
from bot.replies.editing.field_names import FIELDS, role
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, to_row

_LONGEST, _TITLE_LENGTH = 400, 80
_NAMED = 3
"""Facts that are named where many change alike."""
_SOURCED = {"source", "paragraph"}
_PARAGRAPH = f"  {FIELDS['paragraph']}:"
NOTHING = "нет"
ADDED, RETIRED, CHANGED = "Добавляется", "Убирается", "Меняется"
_OF_ROW = {"source": values.source_of, "basis": values.basis}
"""Fields that say something where the row does not have them, too."""
_DATES = ("when", "published", "until")


def lines(change: Change, base: FactBase) -> Iterator[str]:
    """A heading («Меняется: событие «Второй диалог»»), then a line for each changed field.

    `base` gives the names of what the fields refer to.
    """
    before, after = _row(change.before), _row(change.after)
    head = ADDED if change.before is None else RETIRED if change.after is None else CHANGED
    yield f"{head}: {name_of(change)}"
    for name in dict.fromkeys([*before, *after]):
        if name != "id" and before.get(name) != after.get(name):
            yield from _field_change(name, before, after, base)


def of_all(changes: Sequence[Change], base: FactBase) -> list[str]:
    """The lines of each change; those that change nothing but where a fact is from are told together."""
    told: dict[str, list[Change]] = {}
    lines_: list[str] = []
    for change in changes:
        own = list(lines(change, base))
        if change.before is not None and change.after is not None and _changed(change) <= _SOURCED:
            told.setdefault("\n".join(one for one in own[1:] if _PARAGRAPH not in one), []).append(change)
        else:
            lines_ += own
    for told_alike, some in told.items():
        if len(some) > 1:
            named = ", ".join(f"«{_title(_row(one.before))}»" for one in some[:_NAMED])
            more = f" и ещё {len(some) - _NAMED}" if len(some) > _NAMED else ""
            lines_ += [f"{CHANGED} сведений: {len(some)} ({named}{more})", *told_alike.split("\n")]
        else:
            lines_ += lines(some[0], base)
    return lines_


def name_of(change: Change) -> str:
    """«событие «Второй диалог»»: by what is read, not by the id."""
    row = _row(change.before or change.after)
    kind = revisions.kind_name(change.key.kind)
    title = _title(row)
    return f"{kind} «{title}»" if title else kind


def _title(row: Mapping[str, Any]) -> str:
    title = next((str(row[name]) for name in ("title", "name", "says") if row.get(name)), "")
    return shorten(title.rstrip("."), _TITLE_LENGTH)


def _changed(change: Change) -> set[str]:
    before, after = _row(change.before), _row(change.after)
    return {name for name in {**before, **after} if before.get(name) != after.get(name)}


def _field_change(
    name: str, before: Mapping[str, Any], after: Mapping[str, Any], base: FactBase
) -> Iterator[str]:
    """Nothing where both are called alike, as the word of an editor on two days."""
    # What is not there has no main source either.
    old = _named(name, before, base) if before else None
    new = _named(name, after, base) if after else None
    if name != "source" or old != new:
        yield f"  {_label(name, before, after)}: {_difference(name, old, new)}"


def entity(shown: Entity | None, base: FactBase) -> str:
    """One version in full, a line per field; «нет» where the entity is absent."""
    row = _row(shown)
    lines = [f"  {_label(name, row, row)}: {_value(name, _named(name, row, base))}" for name in row]
    return "\n".join(line for name, line in zip(row, lines, strict=True) if name != "id") or f"  {NOTHING}"


def field_line(name: str, value: Any, base: FactBase) -> str:
    """The value of one field in words."""
    return row_line(name, {name: value}, base)


def row_line(name: str, row: Mapping[str, Any], base: FactBase) -> str:
    """The same of the whole entity, by whose source its basis is called."""
    return _value(name, _named(name, row, base))


def field_label(name: str, *rows: Mapping[str, Any]) -> str:
    return _label(name, *rows)


def _named(name: str, row: Mapping[str, Any], base: FactBase) -> Any:
    """The value with names in the place of ids and codes."""
    if (of_row := _OF_ROW.get(name)) is not None:
        return of_row(row, base)
    if (value := row.get(name)) is None:
        return None
    match name:
        case "topic":
            return base.terms.topics.get(value) or value
        case "follows" | "main":
            return values.event(value, base)
        case "said_by":
            return values.person(value, base)
        case "about" if isinstance(value, list):
            return [values.event(one, base) for one in value]
        case "people":
            return [{**one, "id": values.participant(one["id"], base)} for one in value]
    return value


def _row(shown: Entity | None) -> dict[str, Any]:
    return {} if shown is None else to_row(shown)


def _label(name: str, *rows: Mapping[str, Any]) -> str:
    if name == "about":
        # Of a fact: a list of events. Of a source: its description.
        value = next(row[name] for row in rows if name in row)
        return "О чём источник" if isinstance(value, str) else "События"
    return FIELDS.get(name, name)


def _difference(name: str, before: Any, after: Any) -> str:
    if name == "topics":
        before, after = ([*one.values()] if one else one for one in (before, after))
    old, new = _items(before), _items(after)
    if old is None and new is None:
        return f"{_value(name, before)} → {_value(name, after)}"
    signs = [f"− {one}" for one in old or () if one not in (new or ())]
    signs += [f"+ {one}" for one in new or () if one not in (old or ())]
    return shorten("; ".join(signs) or "другой порядок", _LONGEST)


def _items(value: Any) -> list[str] | None:
    match value:
        case list():
            return [_item(one) for one in value]
        case dict():
            return [f"{key} — {one}" for key, one in value.items()]
    return None


def _item(value: Any) -> str:
    match value:
        case {"id": person, "role": part} | {"person": person, "role": part}:
            return f"{person} ({role(part)})"
        case list():
            return ", ".join(map(str, value))
    return f"«{value}»"


def _value(name: str, value: Any) -> str:
    if value is None:
        return NOTHING
    if (items := _items(value)) is not None:
        return shorten("; ".join(items), _LONGEST)
    if name in _DATES:
        return dates.short(EdtfDate.parse(value))
    if value is True:
        return "да"
    return shorten(str(value), _LONGEST)
