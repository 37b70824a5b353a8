"""What a field may be chosen from: topics, events, people, sides; each with a key that fits a button."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import mark
from knowledge.facts.model import Basis, FactBase, Participation
from knowledge.facts.serialization import EntityKind

ROLES = ("chair", "host", "guest", "speaker", "member")
"""Those that mean the same in every pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`value` goes into the pack, `label` is read; `key` is at most 40 bytes."""

    value: str
    label: str

    @property
    def key(self) -> str:
        return mark(self.value)


def choices(base: FactBase, form: Form, name: str) -> tuple[Choice, ...]:
    """For the field `name`, in the order of the base."""
    match name:
        case "topic":
            return tuple(Choice(value=topic, label=title) for topic, title in topics(base).items())
        case "about" | "follows":
            return tuple(Choice(value=event.id, label=event.title) for event in base.events)
        case "people":
            return tuple(Choice(value=one.id, label=one.name) for one in base.people)
        case "said_by":
            people = tuple(Choice(value=one.id, label=one.name) for one in base.people)
            return (*people, *_plain(_sides(base)))
        case "side":
            return _plain(_sides(base))
        case "basis":
            return _plain(basis.value for basis in Basis)
    raise KeyError(f"{form}.{name}")


def roles(base: FactBase) -> tuple[Choice, ...]:
    """The common ones, then others that the base uses."""
    parts = (part for people in _casts(base) for part in people)
    used = (part.role for part in parts if part.role)
    return _plain(dict.fromkeys([*ROLES, *used]))


def topics(base: FactBase) -> dict[str, str]:
    """Every topic, titled or used, with its title or else its id."""
    used = dict.fromkeys(fact.topic for fact in base.facts)
    return {topic: base.terms.topics.get(topic) or topic for topic in {**base.terms.topics, **used}}


def taken(base: FactBase, form: Form) -> frozenset[str]:
    """Ids, or abbreviations, that something new of this form may not have."""
    match form.kind:
        case EntityKind.FACT:
            return frozenset(fact.id for fact in base.facts)
        case EntityKind.EVENT:
            return frozenset(event.id for event in base.events)
        case EntityKind.PERSON:
            return frozenset(one.id for one in base.people)
    parts = {Form.TOPIC: base.terms.topics, Form.SHORT: base.terms.short}
    return frozenset(parts.get(form, ()))


def _casts(base: FactBase) -> Iterable[tuple[Participation, ...]]:
    return (*(fact.people for fact in base.facts), *(event.people for event in base.events))


def _sides(base: FactBase) -> Iterable[str]:
    return dict.fromkeys(one.side for one in base.people if one.side)


def _plain(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=value) for value in values)
