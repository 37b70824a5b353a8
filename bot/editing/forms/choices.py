"""The options of a field that is chosen from a list: topics, events, people, sides, roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import button_key
from bot.editing.sources import WORD_ID
from bot.replies.editing.sources import BY_EDITOR, EDITORS_WORD
from knowledge.facts.model import Basis, FactBase, Participation
from knowledge.facts.serialization import EntityKind

ROLES = ("chair", "host", "guest", "speaker", "member")
"""Roles with the same meaning in every pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`value` is stored in the pack, `label` is shown; `key` fits a button (40 bytes at most)."""

    value: str
    label: str

    @property
    def key(self) -> str:
        return button_key(self.value)


def field_choices(base: FactBase, form: Form, name: str) -> tuple[Choice, ...]:
    """The options of field `name`, in the base's order. Raises KeyError where the field has no list."""
    match name:
        case "topic":
            return tuple(Choice(value=topic, label=title) for topic, title in topics(base).items())
        case "about" | "follows":
            return tuple(Choice(value=event.id, label=event.title) for event in base.events)
        case "people":
            return tuple(Choice(value=one.id, label=one.name) for one in base.people)
        case "said_by":
            people = tuple(Choice(value=one.id, label=one.name) for one in base.people)
            return (*people, *_as_choices(_sides(base)))
        case "source":
            # The word of an editor on some day is offered as today's.
            named = (one for one in base.sources if not one.id.startswith(WORD_ID))
            further = (Choice(value=one.id, label=one.publisher or one.title) for one in named)
            main = Choice(value=base.source.id, label=base.source.publisher)
            return (main, *further, Choice(value=BY_EDITOR, label=EDITORS_WORD.capitalize()))
        case "side":
            return _as_choices(_sides(base))
        case "basis":
            return _as_choices(basis.value for basis in Basis)
    raise KeyError(f"{form}.{name}")


def role_choices(base: FactBase) -> tuple[Choice, ...]:
    """The common roles, then others that the base uses."""
    parts = (part for people in _participations(base) for part in people)
    used = (part.role for part in parts if part.role)
    return _as_choices(dict.fromkeys([*ROLES, *used]))


def topics(base: FactBase) -> dict[str, str]:
    """Every topic that has a title or a fact, with its title or else its id."""
    used = dict.fromkeys(fact.topic for fact in base.every_fact)
    return {topic: base.terms.topics.get(topic) or topic for topic in {**base.terms.topics, **used}}


def used_names(base: FactBase, form: Form) -> frozenset[str]:
    """Ids or abbreviations in use, which a new entity of this form may not take."""
    match form.kind:
        case EntityKind.FACT:
            return frozenset(fact.id for fact in base.every_fact)
        case EntityKind.EVENT:
            return frozenset(event.id for event in base.events)
        case EntityKind.PERSON:
            return frozenset(one.id for one in base.people)
    parts = {Form.TOPIC: base.terms.topics, Form.SHORT: base.terms.short}
    return frozenset(parts.get(form, ()))


def _participations(base: FactBase) -> Iterable[tuple[Participation, ...]]:
    return (*(fact.people for fact in base.every_fact), *(event.people for event in base.events))


def _sides(base: FactBase) -> Iterable[str]:
    return dict.fromkeys(one.side for one in base.people if one.side)


def _as_choices(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=value) for value in values)
