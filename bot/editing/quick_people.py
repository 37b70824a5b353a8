"""«Исправить»: who takes part in a fact or event, and people whom the base does not know yet."""

from __future__ import annotations

from dataclasses import replace

from bot.editing.forms import typed_values
from bot.editing.forms.fields import Field, FieldKind, Form, field_of
from bot.editing.forms.slugs import propose_id
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase, Participation, Person, PersonId
from knowledge.facts.serialization import key_of

ROLE = Field(name="role", kind=FieldKind.TEXT, most=40)


def known_person(base: FactBase, typed: str) -> Person | None:
    """Who is called so: by any spelling of the name, or by a word of it that nobody else has."""
    plain = " ".join(typed.casefold().split())
    named = [one for one in base.people if plain in _spellings(one)]
    partly = [one for one in base.people if any(plain in spelling.split() for spelling in _spellings(one))]
    found = named or partly
    return found[0] if len(found) == 1 else None


def newcomer(typed: str, base: FactBase) -> Person:
    """A person of whom the name was typed, and below it the post and the side, if any. Raises InputError."""
    name, post, side = [line.strip() for line in (*typed.strip().splitlines(), "", "", "")][:3]
    named = typed_values.parse_text(name, field_of(Form.PERSON, "name"))
    return Person(
        id=PersonId(propose_id(named, {one.id for one in base.people})),
        name=named,
        post=typed_values.parse_text(post, field_of(Form.PERSON, "post")) if post else None,
        side=typed_values.parse_text(side, field_of(Form.PERSON, "side")) if side else None,
    )


def role_of(entity: Fact | Event, person: PersonId) -> str | None:
    """None where the person takes no part."""
    return next((one.role for one in entity.people if one.person == person), None)


def with_role(entity: Fact | Event, person: PersonId, role: str | None) -> Change:
    """A person's part, changed or added last; taken away where it is None."""
    part = Participation(person=person, role=role or "")
    if role is None:
        people = tuple(one for one in entity.people if one.person != person)
    elif role_of(entity, person) is None:
        people = (*entity.people, part)
    else:
        people = tuple(part if one.person == person else one for one in entity.people)
    return Change(key=key_of(entity), before=entity, after=replace(entity, people=people))


def added(person: Person) -> Change:
    return Change(key=key_of(person), before=None, after=person)


def _spellings(person: Person) -> set[str]:
    return {name.casefold() for name in (person.name, *person.names)}
