"""Fields of a drafted fact that an editor changes on its card: chosen from a list, or typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.editing.forms import typed_values
from bot.editing.forms.fields import Form, field_of
from bot.editing.reworded_drafts import names
from bot.editing.stale_examples import states_former
from knowledge.drafting.people.reattribution import Speaker, asked_of, reattributed
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact, FactBase, Participation, PersonId

LISTED = ("about", "people", "said_by", "source")
FIELDS = ("about", "when", "where", "people", "said_by", "source")
"""In the order of the card."""
SEVERAL = ("about", "people")
"""Fields of which several values may be chosen."""
_ROLE = "member"


def values_of(fact: Fact, field: str, base_source: str) -> frozenset[str]:
    """What is chosen of a listed field; `base_source`: the id of the main source."""
    match field:
        case "about":
            return frozenset(map(str, fact.about))
        case "people":
            return frozenset(str(part.person) for part in fact.people)
        case "source":
            return frozenset({fact.source or base_source})
    return frozenset({fact.said_by} if fact.said_by else ())


def with_value(fact: Fact, field: str, value: str, base: FactBase) -> Fact:
    """The fact with a value of the list chosen, or taken away where it has it; empty: without any."""
    if field == "when":
        return fact if value else _plain(replace(fact, when=None))
    if field == "where":
        return fact if value else replace(fact, where=None)
    held = values_of(fact, field, base.source.id)
    if field == "source":
        return replace(fact, source=None if value in ("", base.source.id) else value)
    if field == "said_by":
        return _said_by(fact, None if not value or value in held else value, base)
    if field == "about":
        ids = () if not value else (*(one for one in fact.about if one != value), *_new(value, held))
        return replace(fact, about=ids)
    kept = tuple(part for part in fact.people if part.person != value) if value else ()
    added = tuple(Participation(person=PersonId(one), role=_ROLE) for one in _new(value, held))
    return replace(fact, people=(*kept, *added))


def with_typed(fact: Fact, field: str, typed: str, today: date) -> Fact:
    """The fact with a typed date or place, which is inferred no more. Raises InputError."""
    nothing = typed_values.says_nothing(typed)
    if field == "when":
        when = None if nothing else typed_values.parse_date(typed, today, present=fact.when)
        return _plain(replace(fact, when=when, questions=_of_date(fact, when)))
    if nothing:
        return replace(fact, where=None)
    return replace(fact, where=typed_values.parse_text(typed, field_of(Form.FACT, field)))


def _said_by(fact: Fact, value: str | None, base: FactBase) -> Fact:
    """With another speaker, whom its statement and its questions name, too."""
    was, now = _speaker(fact.said_by, base), _speaker(value, base)
    questions = asked_of(fact.questions, was, now) or fact.questions
    says = reattributed(fact.says, was, now)
    gone = fact.said_by if was is not None and not names(says, was.name) else None
    people = tuple(one for one in fact.people if one.person != gone)
    return replace(fact, said_by=value, says=says, questions=questions, people=people)


def _speaker(value: str | None, base: FactBase) -> Speaker | None:
    person = base.person_by_id.get(PersonId(value or ""))
    if person is not None:
        return Speaker(name=person.name, is_person=True)
    return Speaker(name=value, is_person=False) if value else None


def _of_date(fact: Fact, when: EdtfDate | None) -> tuple[str, ...]:
    """The questions, without those that state the former date; all where none would be left."""
    if fact.when is None or when is None:
        return fact.questions
    was = fact.when
    return tuple(one for one in fact.questions if not states_former(one, was, when)) or fact.questions


def _plain(fact: Fact) -> Fact:
    return replace(fact, basis=Basis.STATED, because=None)


def _new(value: Any, held: frozenset[str]) -> tuple[Any, ...]:
    return (value,) if value and value not in held else ()
