"""«Исправить»: one value of a fact is changed at once, in the record of its event where that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.editing.forms import typed_values
from bot.editing.forms.fields import Field, Form, field_of
from bot.editing.forms.typed_values import InputError, InputFault
from bot.editing.sources import with_source
from knowledge.decision.context.event_records import event_of
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.facts.serialization import key_of

QUICK = ("says", "when", "where", "questions", "source")
"""Fields that «Исправить» offers; all others are in the form."""
_OF_EVENT = ("when", "where")
"""Fields that an event holds for its facts."""


def holder(base: FactBase, fact: Fact, field: str) -> Fact | Event:
    """What holds the value that readers get for the fact: the fact, else its event."""
    event = event_of(fact, base)
    if field not in _OF_EVENT or event is None or getattr(event, field) is None:
        return fact
    own = getattr(fact, field)
    return event if own is None or own == getattr(event, field) else fact


def current_value(base: FactBase, fact: Fact, field: str) -> Any:
    return getattr(holder(base, fact, field), field)


def parse_value(field: str, text: str, today: date) -> Any:
    """The typed value. Raises InputError."""
    if field == "when":
        return typed_values.parse_date(text, today)
    known: Field = field_of(Form.FACT, field)
    if field == "questions":
        return typed_values.parse_lines(text, known, [])
    return typed_values.parse_text(text, known)


def corrections(base: FactBase, fact: Fact, field: str, value: Any, today: date) -> tuple[Change, ...]:
    """The changes of a new value. A date or place of an event moves the facts that repeat it, too."""
    if field == "source":
        return with_source((_change(fact, fact),), value, base, today)
    if field == "questions":
        questions = tuple(dict.fromkeys([*fact.questions, *value]))
        if len(questions) > typed_values.MAX_LINES:
            raise InputError(InputFault.TOO_MANY, limit=str(typed_values.MAX_LINES))
        return (_change(fact, replace(fact, questions=questions)),)
    held = holder(base, fact, field)
    if isinstance(held, Event):
        return moved(base, held, field, value)
    return (_change(fact, replace(fact, **{field: value})),)


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


def reworded(changes: Sequence[Change], base: FactBase, fact_id: str, says: str) -> tuple[Change, ...]:
    """The changes of a proposal with a new statement of one fact."""
    fact = next(one for one in base.every_fact if one.id == fact_id)
    kept = [one for one in changes if one.key != key_of(fact)]
    mine = next((one for one in changes if one.key == key_of(fact)), _change(fact, fact))
    after = mine.after if isinstance(mine.after, Fact) else fact
    return (*kept, Change(key=mine.key, before=mine.before, after=replace(after, says=says)))


def retirement(fact: Fact) -> Change:
    return Change(key=key_of(fact), before=fact, after=None)


def _change(before: Fact | Event, after: Fact | Event) -> Change:
    return Change(key=key_of(before), before=before, after=after)
