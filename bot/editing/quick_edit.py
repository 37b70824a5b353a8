"""«Исправить»: one value of a fact, event or person is changed at once; of a fact in the record of its event
where that holds it.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.editing.forms import typed_values
from bot.editing.forms.fields import Field, Form, field_of
from bot.editing.forms.slugs import button_key
from bot.editing.forms.typed_values import InputError, InputFault
from bot.editing.sources import with_source
from knowledge.decision.context.event_records import event_of
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase, Person
from knowledge.facts.serialization import key_of
from knowledge.language.date_parser import Around

PEOPLE = "people"
QUICK: Mapping[Form, tuple[str, ...]] = {
    Form.FACT: ("says", "when", "where", PEOPLE, "questions", "source"),
    Form.EVENT: ("title", "when", "where", PEOPLE),
    Form.PERSON: ("name", "post", "side", "names"),
}
"""Fields that «Исправить» offers; all others are in the form."""
Entity = Fact | Event | Person
_ADDED = ("questions", "names")
"""Lists, to which what is typed is added."""
_OF_EVENT = ("when", "where")
"""Fields that an event holds for its facts."""


def entity_of(base: FactBase, form: Form, key: str) -> Entity | None:
    """By id, or by a key of a button."""
    listed: Mapping[Form, Sequence[Entity]]
    listed = {Form.FACT: base.every_fact, Form.EVENT: base.events, Form.PERSON: base.people}
    every = listed.get(form, ())
    return next((one for one in every if key in (one.id, button_key(one.id), short_key(one.id))), None)


def short_key(entity_id: str) -> str:
    """Of nine characters, for buttons that name several entities."""
    return f"~{zlib.crc32(entity_id.encode()):08x}"


def related(base: FactBase, entity: Entity) -> tuple[Event | Person, ...]:
    """The events and people that a fact or event names, whose own records «Исправить» opens, too."""
    if isinstance(entity, Person):
        return ()
    events = [base.event_by_id.get(one) for one in getattr(entity, "about", ())]
    people = [base.person_by_id.get(one.person) for one in entity.people]
    return tuple(one for one in (*events, *people) if one is not None)


def holder(base: FactBase, fact: Fact, field: str) -> Fact | Event:
    """What holds the value that readers get for the fact: the fact, else its event."""
    event = event_of(fact, base)
    if field not in _OF_EVENT or event is None or getattr(event, field) is None:
        return fact
    own = getattr(fact, field)
    return event if own is None or own == getattr(event, field) else fact


def current_value(base: FactBase, entity: Entity, field: str) -> Any:
    return getattr(holder(base, entity, field) if isinstance(entity, Fact) else entity, field)


def parse_value(
    field: str,
    text: str,
    today: date,
    form: Form = Form.FACT,
    around: Around | None = None,
    present: EdtfDate | None = None,
) -> Any:
    """The typed value; `around` and `present`, the one now: of a date. Raises InputError."""
    if field in _OF_EVENT and typed_values.says_nothing(text):
        return None
    if field == "when":
        return typed_values.parse_date(text, today, around, present)
    known: Field = field_of(form, field)
    if field in _ADDED:
        return typed_values.parse_lines(text, known, [])
    return typed_values.parse_text(text, known)


def corrections(base: FactBase, entity: Entity, field: str, value: Any, today: date) -> tuple[Change, ...]:
    """The changes of a new value. A date or place of an event moves the facts that repeat it, too."""
    if field == "source":
        return with_source((_change(entity, entity),), value, base, today)
    if field in _ADDED:
        every = tuple(dict.fromkeys([*getattr(entity, field), *value]))
        if len(every) > typed_values.MAX_LINES:
            raise InputError(InputFault.TOO_MANY, limit=str(typed_values.MAX_LINES))
        return (_change(entity, _with(entity, field, every)),)
    held = holder(base, entity, field) if isinstance(entity, Fact) else entity
    if isinstance(held, Event):
        return moved(base, held, field, value)
    return (_change(held, _with(held, field, value)),)


def moved(base: FactBase, event: Event, field: str, value: Any) -> tuple[Change, ...]:
    """An event with a new value, and with it the facts about it whose own fields repeat the old one."""
    after = replace(event, **{field: value})
    return (_change(event, after), *following(base, event, after))


def following(base: FactBase, before: Event, after: Event) -> tuple[Change, ...]:
    """The facts about an event that repeat its old date or place take the new one."""
    changed = [name for name in _OF_EVENT if getattr(before, name) != getattr(after, name)]
    found = []
    for fact in base.every_fact:
        event = event_of(fact, base)
        if event is None or event.id != before.id:
            continue
        same = [name for name in changed if getattr(fact, name) not in (None, getattr(after, name))]
        same = [name for name in same if getattr(fact, name) == getattr(before, name)]
        if same:
            found.append(_change(fact, replace(fact, **{name: getattr(after, name) for name in same})))
    return tuple(found)


def with_event(
    changes: Sequence[Change], base: FactBase, event: Event, field: str, value: Any
) -> tuple[Change, ...]:
    """The changes of a proposal, and in it another date or place of an event; `base` has its changes."""
    mine = {one.key: one for one in changes}
    for one in moved(base, event, field, value):
        known = mine.get(one.key)
        mine[one.key] = one if known is None else Change(key=one.key, before=known.before, after=one.after)
    return tuple(mine.values())


def reworded(changes: Sequence[Change], base: FactBase, fact_id: str, says: str) -> tuple[Change, ...]:
    """The changes of a proposal with a new statement of one fact, which it may have added itself."""
    mine = next((one for one in changes if isinstance(one.after, Fact) and one.after.id == fact_id), None)
    if mine is None:
        fact = next(one for one in base.every_fact if one.id == fact_id)
        mine = _change(fact, fact)
    assert isinstance(mine.after, Fact)
    kept = [one for one in changes if one.key != mine.key]
    return (*kept, Change(key=mine.key, before=mine.before, after=replace(mine.after, says=says)))


def retirement(fact: Fact) -> Change:
    return Change(key=key_of(fact), before=fact, after=None)


def _with(entity: Entity, field: str, value: Any) -> Entity:
    values: dict[str, Any] = {field: value}
    return replace(entity, **values)


def _change(before: Entity, after: Entity) -> Change:
    return Change(key=key_of(before), before=before, after=after)
