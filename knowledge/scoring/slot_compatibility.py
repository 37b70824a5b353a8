"""Whether a fact has the kind of thing that is asked for: its slot, its attribute, its count."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language.attribute_reading import SURE
from knowledge.language.question_words import EXACT, TERMS_OF
from knowledge.language.role_words import ROLE_WORDS, SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import PEOPLE, Evidence, Example
from knowledge.results import Slot
from knowledge.retrieval.matching import level_of, match_terms, matched_share
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.understanding.question import Question

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


def slots(query: QueryTerms, evidence: Evidence) -> dict[str, float]:
    question, slot = query.question, query.question.slot
    by_example, by_field = slot in evidence.slots, slot in evidence.structural
    said = names_kind(query, evidence)
    asked = query.attributes
    telling = _TELLING.get(slot)
    untold = bool(telling) and not by_example and telling not in evidence.attributes
    speech = any(lemma in SPEECH for word in query.terms for lemma in word.term.morphology.lemmas)
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
        "slot_taken": float(_taken(query, evidence)),
        "uncounted": float(question.counted is not None and not _counts(query, evidence)),
        "inexact": float(_inexact(query, evidence)),
        "since": float(_since(query, evidence)),
        "ordinal_clash": float(_clashes(query, evidence)),
        "reason_lacking": float(untold),
    }


def names_kind(query: QueryTerms, evidence: Evidence) -> bool:
    """Whether the statement itself names a thing of the kind: «6,8 дюйма» for «сколько дюймов», «два года»
    for «срок гарантии»."""
    question = query.question
    if question.slot in evidence.said:
        return True
    if question.slot is Slot.NUMBER and question.counted is not None:
        return any(key in evidence.quantities for key, _ in question.terms[question.counted].keys)
    return question.slot is Slot.DATE and "duration" in evidence.attributes and _asks_term(question)


def _asks_term(question: Question) -> bool:
    return any(TERMS_OF.intersection(question.terms[place].morphology.lemmas) for place in question.asking)


def _taken(query: QueryTerms, evidence: Evidence) -> bool:
    """«Кто назначил Джонсона?» of a fact that names nobody but Johnson."""
    if query.question.slot not in (Slot.PERSON, Slot.SPEAKER) or not evidence.people:
        return False
    keys = {key for word in query.terms for key, level in word.term.keys if level is Level.LEMMA}
    return all(name & keys for name in evidence.people)


def _counts(query: QueryTerms, evidence: Evidence) -> bool:
    counted = query.question.counted
    assert counted is not None
    term = query.question.terms[counted]
    attributes = next((word.attributes for word in query.terms if word.term is term), frozenset())
    if attributes & evidence.attributes & COUNTED_MEASURES:
        return True
    if PEOPLE in evidence.quantities and ANYBODY.intersection(term.morphology.lemmas):
        return True
    known = evidence.quantities | evidence.counted
    return any(key in known for key, _ in query.question.terms[counted].keys)


def _inexact(query: QueryTerms, evidence: Evidence) -> bool:
    """«В каком здании» of a fact that names a city alone."""
    terms = [query.question.terms[place] for place in query.question.asking]
    exact = [term for term in terms if EXACT.intersection(term.morphology.lemmas)]
    return any(level_of(term, evidence.spoken) is None for term in exact)


def _since(query: QueryTerms, evidence: Evidence) -> bool:
    """«С какого года возглавляет», unless the statement says since when or an example asks so."""
    if query.question.slot is not Slot.DATE:
        return False
    words = [term.word for term in query.question.terms]
    asks = any(pair in _SINCE for pair in pairwise(words))
    span = any(pair in _UNTIL for pair in pairwise(words))
    if not asks or span or evidence.statement.since:
        return False
    return not any(_asks_since(example) for example in evidence.examples)


def _asks_since(example: Example) -> bool:
    words = [term.word for term in example.question.terms]
    return any(pair in _SINCE for pair in pairwise(words))


def _clashes(query: QueryTerms, evidence: Evidence) -> bool:
    """«Третий тур» of a fact on the third debate, where the base does know rounds."""
    held = {key for word in query.terms if word.held for key, _ in word.term.keys}
    return any(
        noun & held and not any(ordinal == other and noun & thing for other, thing in evidence.bound)
        for ordinal, noun in query.bound
    )


def slot_gap(query: QueryTerms, evidence: Evidence, nearest: float, same_slot: float) -> float:
    slot = query.question.slot
    told = (slot is Slot.PERSON and bool(evidence.spoken_by)) or (
        slot in (Slot.NUMBER, Slot.DATE) and slot not in evidence.said and names_kind(query, evidence)
    )
    if not query.question.slots or slot not in _GAPPED or told:
        return 0.0
    return max(nearest - same_slot, 0.0)


def identity(query: QueryTerms, evidence: Evidence) -> bool:
    """«Кем работает Олег Рудаков?», «Инна Корф» of a fact that names the person."""
    if query.question.slots and query.question.slot not in (Slot.POST, Slot.PERSON):
        return False
    words = [word for word in query.terms if word.term.word_class is WordClass.CONTENT]
    return any(
        words
        and all(any(key in name for key, _ in word.term.keys) for word in words)
        and name & evidence.says.keys()
        for name in evidence.people
    )


def role(query: QueryTerms, evidence: Evidence) -> bool:
    if query.question.slot not in (Slot.PERSON, Slot.STATEMENT):
        return False
    keys = {key for word in query.terms for key, level in word.term.keys if level >= Level.ROOT}
    return any(keys & set(ROLE_WORDS.get(role, ())) for role in evidence.roles)


def event(query: QueryTerms, evidence: Evidence) -> float:
    """«Когда главы государств встречались в Париже» is answered by the date of the event so called."""
    slot = query.question.slot
    shares = [
        matched_share(query, match_terms(query, keys)) for keys, held in evidence.events if slot in held
    ]
    return max(shares, default=0.0)


def side_clash(query: QueryTerms, evidence: Evidence, sides: frozenset[str]) -> bool:
    """«Кто министр юстиции Китая» of a fact on the minister of the USA."""
    if not evidence.sides:
        return False
    named = [
        word.term
        for word in query.terms
        if any(key in sides for key, level in word.term.keys if level > Level.ROOT)
    ]
    if len(named) != 1 or query.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    return all(level_of(named[0], keys) is None for keys in (evidence.sides, evidence.says))
