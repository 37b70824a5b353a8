"""Labels of the part asked for: «Место», «Дата», «Председатели»; nothing is inflected."""

from __future__ import annotations

import re

from bot.replies import dates
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, Person, PersonId
from knowledge.results import Participant, Shown, Slot

READING = "Читаю базу"
"""The text beside the progress bar while a large base is read."""
DATE = "Дата"
SLOTS = {
    Slot.PERSON: "Кто",
    Slot.SPEAKER: "Кто сказал",
    Slot.PLACE: "Место",
    Slot.DATE: DATE,
    Slot.POST: "Должность",
    Slot.SIDE: "Сторона",
    Slot.NUMBER: "Число",
    Slot.REASON: "Причина",
    Slot.PURPOSE: "Цель",
    Slot.MANNER: "Как",
    Slot.SOURCE: "Источник",
}
ROLES = {
    "chair": ("Председатель", "Председатели"),
    "host": ("Принимает", "Принимают"),
    "guest": ("Гость", "Гости"),
    "speaker": ("Кто выступил", "Кто выступил"),
    "member": ("Кто", "Кто"),
}
_CYRILLIC = re.compile(r"[а-яё -]+", re.IGNORECASE)


def label_and_value(shown: Shown, base: FactBase) -> tuple[str, str] | None:
    """The label and the part asked for; None where that is the statement itself."""
    value = shown.value
    if shown.slot is Slot.SOURCE and value is None:
        source = base.source_of(shown.fact)
        value = source.publisher or source.title
    if value is None or value == () or value == shown.fact.says:
        return None
    label = SLOTS.get(shown.slot)
    if isinstance(value, EdtfDate):
        return label or DATE, dates.full(value)
    if isinstance(value, str):
        return (label, _side_or_name(value, base)) if label else None
    return _people(shown.slot, value)


def person(one: Person) -> str:
    """Name, post and side, as «Анна Белова (мэр, Город)»; the side is omitted if the post contains it."""
    side = None if one.side is None or (one.post and one.side in one.post) else one.side
    about = ", ".join(part for part in (one.post, side) if part)
    return f"{one.name} ({about})" if about else one.name


def _side_or_name(value: str, base: FactBase) -> str:
    """A person for an id, which `said_by` may hold; any other word as the pack has it."""
    known = base.person_by_id.get(PersonId(value))
    return value if known is None else person(known)


def _people(slot: Slot, people: tuple[Participant, ...]) -> tuple[str, str]:
    if slot in (Slot.POST, Slot.SIDE):
        return SLOTS[slot], "; ".join(_attribute(slot, one.person, alone=len(people) == 1) for one in people)
    roles = {one.role for one in people}
    if slot is not Slot.PERSON:
        return SLOTS.get(slot, SLOTS[Slot.PERSON]), "; ".join(person(one.person) for one in people)
    if len(roles) == 1:
        return _role_label(roles.pop(), len(people)), "; ".join(person(one.person) for one in people)
    return SLOTS[Slot.PERSON], "; ".join(_with_role(one) for one in people)


def _attribute(slot: Slot, one: Person, *, alone: bool) -> str:
    value = (one.post if slot is Slot.POST else one.side) or "не указано"
    return value if alone else f"{one.name}: {value}"


def _role_label(role: str | None, count: int) -> str:
    """A role of the pack itself («архитектор») can label one person only: its plural is unknown."""
    if role in ROLES:
        return ROLES[role][count > 1]
    if role and count == 1 and _CYRILLIC.fullmatch(role):
        return role[:1].upper() + role[1:]
    return SLOTS[Slot.PERSON]


def _with_role(one: Participant) -> str:
    role = "председатель" if one.role == "chair" else one.role
    if role is None or not _CYRILLIC.fullmatch(role):
        return person(one.person)
    return f"{role}: {person(one.person)}"
