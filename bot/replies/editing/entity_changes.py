"""The changes of an edit, by entity and field, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.replies import dates, revisions
from bot.replies.editing import field_values as values
from bot.replies.editing.field_names import FIELDS, basis, role
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import Basis, FactBase
from knowledge.facts.serialization import Entity, to_row

_LONGEST, _TITLE = 400, 80
NOTHING = "нет"
ADDED, RETIRED, CHANGED = "Добавляется", "Убирается", "Меняется"
_DATES = ("when", "published", "until")


def lines(change: Change, base: FactBase | None = None) -> Iterator[str]:
    """A heading («Меняется: событие «Второй диалог»»), then a line for each changed field.

    `base` gives the names of what the fields refer to; without it ids are shown.
    """
    before, after = _row(change.before), _row(change.after)
    head = ADDED if change.before is None else RETIRED if change.after is None else CHANGED
    yield f"{head}: {name_of(change)}"
    for name in dict.fromkeys([*before, *after]):
        if name != "id" and before.get(name) != after.get(name):
            old, new = (_named(name, row.get(name), base) for row in (before, after))
            yield f"  {_label(name, before, after)}: {_difference(name, old, new)}"


def name_of(change: Change) -> str:
    """«событие «Второй диалог»»: by what is read, not by the id."""
    row = _row(change.before or change.after)
    kind = revisions.kind_name(change.key.kind)
    title = next((str(row[name]) for name in ("title", "name", "says") if row.get(name)), "")
    return f"{kind} «{shorten(title.rstrip('.'), _TITLE)}»" if title else kind


def entity(shown: Entity | None) -> str:
    """One version in full, a line per field; «нет» where the entity is absent."""
    row = _row(shown)
    lines = [f"  {_label(name, row, row)}: {_value(name, row[name])}" for name in row if name != "id"]
    return "\n".join(lines) or f"  {NOTHING}"


def field_line(name: str, value: Any, base: FactBase | None = None) -> str:
    """The value of one field in words."""
    return _value(name, _named(name, value, base))


def field_label(name: str, *rows: Mapping[str, Any]) -> str:
    return _label(name, *rows)


def _named(name: str, value: Any, base: FactBase | None) -> Any:
    """The value with names in the place of ids."""
    if base is not None and name == "source":
        return values.source(value or base.source.id, base)
    if base is None or value is None:
        return value
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
            return [{**one, "id": values.person(one["id"], base)} for one in value]
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
    if name == "basis":
        return basis(value or Basis.STATED)
    if value is None:
        return NOTHING
    if (items := _items(value)) is not None:
        return shorten("; ".join(items), _LONGEST)
    if name in _DATES:
        return dates.short(EdtfDate.parse(value))
    if value is True:
        return "да"
    return shorten(str(value), _LONGEST)
