"""/people: who is who, by side, each with the post and what the person said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.replies.parts import Part, Reply, Strong, Text
from knowledge.facts.model import FactBase, Person

EMPTY = "Людей в базе нет."
NO_SIDE = "Другие"


def render(base: FactBase) -> Reply:
    if not base.people:
        return Reply(parts=(Text(EMPTY),))
    sides = dict.fromkeys(person.side for person in base.people if person.side)
    parts: list[Part] = []
    for side in (*sides, None):
        listed = [person for person in base.people if person.side == side]
        if listed:
            heading = side or (NO_SIDE if sides else "Кто есть кто")
            parts += [Strong(("\n\n" if parts else "") + heading)]
            parts += [part for person in listed for part in _lines(person, base)]
    return Reply(parts=tuple(parts))


def _lines(person: Person, base: FactBase) -> Iterator[Part]:
    post = f", {person.post}" if person.post else ""
    yield Text(f"\n• {person.name}{post}")
    for fact in base.facts:
        if fact.said_by == person.id:
            yield Text(f"\n    {fact.says}")
