"""Whether a fact has the kind of thing that is asked for: its slot, its attribute, its count."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language.asking import EXACT, TERMS_OF
from knowledge.language.groups import Level
from knowledge.language.kind import Kind
from knowledge.language.roles import ROLE_WORDS, SPEECH
from knowledge.language.telling import SURE
from knowledge.question import Question
from knowledge.result import Slot
from knowledge.search.account import level_of, meet, share
from knowledge.search.evidence import PEOPLE, Evidence, Example
from knowledge.search.matter import Matter

_GAPPED = frozenset(
    {Slot.PERSON, Slot.PLACE, Slot.DATE, Slot.NUMBER, Slot.REASON, Slot.PURPOSE, Slot.MANNER, Slot.STATEMENT}
)
"""Kinds of thing for which an editor writes examples; whether or who said it follows from any."""


COUNTED_MEASURES = frozenset(
    "age-of-person age duration price cost length height width depth weight area distance capacity".split()
)
ANYBODY = frozenset("человек люди народ лицо участник".split())
"""«Сколько человек» counts people whatever the fact calls them; «сколько женщин» does not."""
_SINCE = frozenset({("с", "какого"), ("с", "каких"), ("со", "скольки"), ("до", "какого"), ("до", "каких")})


_UNTIL = frozenset({("по", "какой"), ("по", "какое"), ("по", "какую"), ("до", "какого")})


_TELLING = {Slot.REASON: "reason", Slot.PURPOSE: "purpose", Slot.MANNER: "manner"}


def slots(matter: Matter, evidence: Evidence) -> dict[str, float]:
    question, slot = matter.question, matter.question.slot
    by_example, by_field = slot in evidence.slots, slot in evidence.structural
    said = names_kind(matter, evidence)
    asked = matter.attributes
    telling = _TELLING.get(slot)
    untold = bool(telling) and not by_example and telling not in evidence.attributes
    speech = any(lemma in SPEECH for word in matter.words for lemma in word.term.morphology.lemmas)
    return {
        "lacking_sure": float(bool(asked & SURE) and not asked & evidence.attributes),
        "field_only": float(slot in (Slot.DATE, Slot.PLACE) and by_field and not by_example and not said),
        "why_lacking": float(untold and slot is Slot.REASON),
        "speech_lacking": float(speech and not (evidence.spoken_by or evidence.spoken & SPEECH)),
        "lacking_attribute": float(bool(asked) and not asked & evidence.attributes),
        "slot_example": float(by_example),
        "slot_said": float(said),
        "slot_field": float(by_field),
        "slot_lacking": float(not (by_example or by_field or said)),
        "slot_taken": float(_taken(matter, evidence)),
        "uncounted": float(question.counted is not None and not _counts(matter, evidence)),
        "inexact": float(_inexact(matter, evidence)),
        "since": float(_since(matter, evidence)),
        "ordinal_clash": float(_clashes(matter, evidence)),
        "reason_lacking": float(untold),
    }


def names_kind(matter: Matter, evidence: Evidence) -> bool:
    """Whether the statement itself names a thing of the kind: «6,8 дюйма» for «сколько дюймов», «два года»
    for «срок гарантии»."""
    question = matter.question
    if question.slot in evidence.said:
        return True
    if question.slot is Slot.NUMBER and question.counted is not None:
        return any(key in evidence.quantities for key, _ in question.terms[question.counted].keys)
    return question.slot is Slot.DATE and "duration" in evidence.attributes and _asks_term(question)


def _asks_term(question: Question) -> bool:
    return any(TERMS_OF.intersection(question.terms[place].morphology.lemmas) for place in question.asking)


def _taken(matter: Matter, evidence: Evidence) -> bool:
    """«Кто назначил Джонсона?» of a fact that names nobody but Johnson."""
    if matter.question.slot not in (Slot.PERSON, Slot.SPEAKER) or not evidence.people:
        return False
    keys = {key for word in matter.words for key, level in word.term.keys if level is Level.LEMMA}
    return all(name & keys for name in evidence.people)


def _counts(matter: Matter, evidence: Evidence) -> bool:
    counted = matter.question.counted
    assert counted is not None
    term = matter.question.terms[counted]
    attributes = next((word.attributes for word in matter.words if word.term is term), frozenset())
    if attributes & evidence.attributes & COUNTED_MEASURES:
        return True
    if PEOPLE in evidence.quantities and ANYBODY.intersection(term.morphology.lemmas):
        return True
    known = evidence.quantities | evidence.counted
    return any(key in known for key, _ in matter.question.terms[counted].keys)


def _inexact(matter: Matter, evidence: Evidence) -> bool:
    """«В каком здании» of a fact that names a city alone."""
    terms = [matter.question.terms[place] for place in matter.question.asking]
    exact = [term for term in terms if EXACT.intersection(term.morphology.lemmas)]
    return any(level_of(term, evidence.spoken) is None for term in exact)


def _since(matter: Matter, evidence: Evidence) -> bool:
    """«С какого года возглавляет», unless the statement says since when or an example asks so."""
    if matter.question.slot is not Slot.DATE:
        return False
    words = [term.word for term in matter.question.terms]
    asks = any(pair in _SINCE for pair in pairwise(words))
    span = any(pair in _UNTIL for pair in pairwise(words))
    if not asks or span or evidence.statement.since:
        return False
    return not any(_asks_since(example) for example in evidence.examples)


def _asks_since(example: Example) -> bool:
    words = [term.word for term in example.question.terms]
    return any(pair in _SINCE for pair in pairwise(words))


def _clashes(matter: Matter, evidence: Evidence) -> bool:
    """«Третий тур» of a fact on the third debate, where the base does know rounds."""
    held = {key for word in matter.words if word.held for key, _ in word.term.keys}
    return any(
        noun & held and not any(ordinal == other and noun & thing for other, thing in evidence.bound)
        for ordinal, noun in matter.bound
    )


def slot_gap(matter: Matter, evidence: Evidence, nearest: float, same_slot: float) -> float:
    slot = matter.question.slot
    told = (slot is Slot.PERSON and bool(evidence.spoken_by)) or (
        slot in (Slot.NUMBER, Slot.DATE) and slot not in evidence.said and names_kind(matter, evidence)
    )
    if not matter.question.slots or slot not in _GAPPED or told:
        return 0.0
    return max(nearest - same_slot, 0.0)


def identity(matter: Matter, evidence: Evidence) -> bool:
    """«Кем работает Олег Рудаков?», «Инна Корф» of a fact that names the person."""
    if matter.question.slots and matter.question.slot not in (Slot.POST, Slot.PERSON):
        return False
    words = [word for word in matter.words if word.term.kind is Kind.CONTENT]
    return any(
        words
        and all(any(key in name for key, _ in word.term.keys) for word in words)
        and name & evidence.says.keys()
        for name in evidence.people
    )


def role(matter: Matter, evidence: Evidence) -> bool:
    if matter.question.slot not in (Slot.PERSON, Slot.STATEMENT):
        return False
    keys = {key for word in matter.words for key, level in word.term.keys if level >= Level.ROOT}
    return any(keys & set(ROLE_WORDS.get(role, ())) for role in evidence.roles)


def event(matter: Matter, evidence: Evidence) -> float:
    """«Когда главы государств встречались в Париже» is answered by the date of the event so called."""
    slot = matter.question.slot
    shares = [share(matter, meet(matter, keys)) for keys, held in evidence.events if slot in held]
    return max(shares, default=0.0)


def side_clash(matter: Matter, evidence: Evidence, sides: frozenset[str]) -> bool:
    """«Кто министр юстиции Китая» of a fact on the minister of the USA."""
    if not evidence.sides:
        return False
    named = [
        word.term
        for word in matter.words
        if any(key in sides for key, level in word.term.keys if level > Level.ROOT)
    ]
    if len(named) != 1 or matter.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    return all(level_of(named[0], keys) is None for keys in (evidence.sides, evidence.says))
