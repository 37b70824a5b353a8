"""Values of fields for editors: names instead of ids, dates in Russian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.replies import dates
from bot.replies.editing import field_names as words
from bot.replies.editing.sources import BY_EDITOR, EDITORS_WORD
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Basis, EventId, FactBase, PersonId

NONE = "—"
NOT_THERE = "такой записи в базе нет"
LINES = 10
"""Lines of a list that a screen shows; the rest are counted."""
_LONGEST = 1200
_PRECISION = {
    Precision.MINUTE: "точность до минуты",
    Precision.DAY: "точность до дня",
    Precision.MONTH: "точность до месяца",
    Precision.SEASON: "точность до времени года",
    Precision.YEAR: "точность до года",
}


def shown(form: str, name: str, value: Any, base: FactBase, page: int | None = None) -> str:
    """One line, or for a list one line per item below; of a long list the first items, or one `page`."""
    if name == "basis":
        return words.basis(value or Basis.STATED)
    if value is None or value in ([], ""):
        return NONE
    if isinstance(value, list):
        items = [_item(form, name, one, base) for one in value]
        return listed(items) if page is None else listed_page(items, page)
    if name == "cancelled":
        return "да"
    return shorten(_plain(name, str(value), base), _LONGEST)


def of_row(
    form: str,
    name: str,
    row: Mapping[str, Any],
    base: FactBase,
    page: int | None = None,
    *,
    new: bool = False,
) -> str:
    """The same of an entity, with what a fact has by default; `new`: one that the base does not have yet."""
    if form == "fact" and name == "source":
        return source_of(row, base, new=new)
    if form == "fact" and name == "basis":
        return basis(row, base, new=new)
    return shown(form, name, row.get(name), base, page)


def source_of(row: Mapping[str, Any], base: FactBase, *, new: bool = False) -> str:
    """The source of a fact: without one, the main source; of a new fact the editor's word."""
    return source(row.get("source") or (BY_EDITOR if new else base.source.id), base)


def basis(row: Mapping[str, Any], base: FactBase, *, new: bool = False) -> str:
    """What an editor has said stands in no source."""
    value = row.get("basis") or Basis.STATED
    is_word = value == Basis.STATED and source_of(row, base, new=new) == EDITORS_WORD
    return EDITORS_WORD if is_word else words.basis(value)


def listed(items: Sequence[str]) -> str:
    lines = [f"\n• {shorten(one, 300)}" for one in items[:LINES]]
    more = [f"\n… и ещё {len(items) - LINES}"] if len(items) > LINES else []
    return "".join([*lines, *more])


def pages(value: Any) -> int:
    """How many pages a list has."""
    return -(-len(value) // LINES) if isinstance(value, list) else 1


def listed_page(items: Sequence[str], page: int) -> str:
    """One page of a list, the last one where there is no such page."""
    first = min(max(page, 0), max(pages(list(items)) - 1, 0)) * LINES
    here = items[first : first + LINES]
    of = f" {first + 1}–{first + len(here)} из {len(items)}" if len(items) > LINES else ""
    return of + "".join(f"\n• {shorten(one, 300)}" for one in here)


def with_precision(when: EdtfDate) -> str:
    """«июнь 2016 года — точность до месяца»."""
    return f"{dates.full(when)} — {_PRECISION[when.precision]}"


def person(said_by: str, base: FactBase) -> str:
    """A side is called as it is written."""
    known = base.person_by_id.get(PersonId(said_by))
    return known.name if known else said_by


def participant(person_id: str, base: FactBase) -> str:
    known = base.person_by_id.get(PersonId(person_id))
    return known.name if known else f"{person_id} ({NOT_THERE})"


def event(event_id: str, base: FactBase) -> str:
    known = base.event_by_id.get(EventId(event_id))
    return known.title if known else f"{event_id} ({NOT_THERE})"


def source(given: str, base: FactBase) -> str:
    """By what readers see; a new one as it was typed."""
    if given == BY_EDITOR:
        return EDITORS_WORD
    if given == base.source.id:
        return base.source.publisher
    known = next((one for one in base.sources if one.id == given), None)
    return (known.publisher or known.title) if known else given


def _item(form: str, name: str, value: Any, base: FactBase) -> str:
    if isinstance(value, Mapping):
        role = words.role(value["role"]) if value["role"] else "роль не названа"
        return f"{participant(value['id'], base)} ({role})"
    return event(value, base) if (form, name) == ("fact", "about") else str(value)


def _plain(name: str, value: str, base: FactBase) -> str:
    if name in ("when", "published", "until"):
        return with_precision(EdtfDate.parse(value))
    if name == "topic":
        return base.terms.topics.get(value, value)
    if name == "source":
        return source(value, base)
    if name == "said_by":
        return person(value, base)
    if name == "follows":
        return event(value, base)
    return value
