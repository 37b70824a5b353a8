"""Features of whether a fact can fill the slot that is asked for: its slots, attributes, counts and roles."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.language.attributes import unambiguous_attributes
from knowledge.language.question_words import PRECISE, SPANS
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, read_values
from knowledge.parsed_facts.parsed_fact import PEOPLE, Example, ParsedFact
from knowledge.results import Slot
from knowledge.retrieval.matching import match_level, match_terms, matched_share
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.understanding.question import Question

_EXAMPLE_SLOTS = frozenset(
    {Slot.PERSON, Slot.PLACE, Slot.DATE, Slot.NUMBER, Slot.REASON, Slot.PURPOSE, Slot.MANNER, Slot.STATEMENT}
)
"""Slots for which editors write examples; who said it, or whether it is so, is asked of any fact."""
MEASURES = frozenset(
    "age-of-person age duration price cost length height width depth weight area distance capacity".split()
)
"""Attributes whose value is a number, so that the noun after «сколько» may be their unit."""
ANYBODY = read_words("nouns/anybody")
"""«Сколько человек» counts people whatever the fact calls them; «сколько женщин» does not."""
_SINCE, _UNTIL = (
    frozenset(tuple(phrase.split()) for phrase in read_groups("question_words/groups")[group])
    for group in ("since", "until")
)
_ATTRIBUTE_OF_SLOT = {Slot.REASON: "reason", Slot.PURPOSE: "purpose", Slot.MANNER: "manner"}


def slot_features(query: QueryTerms, fact: ParsedFact) -> dict[str, float]:
    """0 or 1 each; `Features` says what they mean."""
    question, slot = query.question, query.question.slot
    by_example, by_field = slot in fact.example_slots, slot in fact.field_slots
    named = names_kind(query, fact)
    asked = query.attributes
    wanted = _ATTRIBUTE_OF_SLOT.get(slot)
    is_missing = bool(wanted) and not by_example and wanted not in fact.attributes
    return {
        "lacking_sure": float(bool(asked & unambiguous_attributes()) and not asked & fact.attributes),
        "field_only": float(slot in (Slot.DATE, Slot.PLACE) and by_field and not by_example and not named),
        "why_lacking": float(is_missing and slot is Slot.REASON),
        "speech_lacking": float(query.asks_speech and not (fact.speakers or fact.text_keys & SPEECH)),
        "lacking_attribute": float(bool(asked) and not asked & fact.attributes),
        "slot_example": float(by_example),
        "slot_said": float(named),
        "slot_field": float(by_field),
        "slot_lacking": float(not (by_example or by_field or named)),
        "slot_taken": float(_names_only_asked_people(query, fact)),
        "uncounted": float(question.counted_place is not None and not _counts(query, fact)),
        "inexact": float(_is_inexact(query, fact)),
        "since": float(_lacks_start(query, fact)),
        "ordinal_clash": float(_has_ordinal_clash(query, fact)),
        "reason_lacking": float(is_missing),
    }


def names_kind(query: QueryTerms, fact: ParsedFact) -> bool:
    """Whether the statement itself names a value of the kind asked for: «6,8 дюйма» for «сколько дюймов»,
    «два года» for «срок гарантии»."""
    question = query.question
    if question.slot in fact.statement_slots:
        return True
    if question.slot is Slot.NUMBER and question.counted_place is not None:
        return any(key in fact.quantity_keys for key, _ in question.terms[question.counted_place].keys)
    return question.slot is Slot.DATE and "duration" in fact.attributes and _asks_span(question)


def _asks_span(question: Question) -> bool:
    """«Срок», «период»: a duration answers as well as a date."""
    asking = (question.terms[place] for place in question.asking_places)
    return any(SPANS.intersection(term.morphology.lemmas) for term in asking)


def _names_only_asked_people(query: QueryTerms, fact: ParsedFact) -> bool:
    """«Кто назначил Джонсона?» of a fact that names nobody but Johnson."""
    if query.question.slot not in (Slot.PERSON, Slot.SPEAKER) or not fact.people:
        return False
    return all(name & query.lemma_keys for name in fact.people)


def _counts(query: QueryTerms, fact: ParsedFact) -> bool:
    """Whether the fact gives a number of what «сколько» counts."""
    assert query.question.counted_place is not None
    term = query.question.terms[query.question.counted_place]
    attributes = next((one.attributes for one in query.terms if one.term is term), frozenset())
    if attributes & fact.attributes & MEASURES:
        return True
    if PEOPLE in fact.quantity_keys and ANYBODY.intersection(term.morphology.lemmas):
        return True
    counted = fact.quantity_keys | fact.counted_keys
    return any(key in counted for key, _ in term.keys)


def _is_inexact(query: QueryTerms, fact: ParsedFact) -> bool:
    """«В каком здании» of a fact that names only a city, «в котором часу» of one without a time of day."""
    terms = [query.question.terms[place] for place in query.question.asking_places]
    precise = [term for term in terms if PRECISE.intersection(term.morphology.lemmas)]
    if query.question.request.clock and any(
        one.kind is ValueKind.CLOCK for one in read_values(fact.fact.says)
    ):
        return False
    return any(match_level(term, fact.text_keys) is None for term in precise)


def _lacks_start(query: QueryTerms, fact: ParsedFact) -> bool:
    """«С какого года возглавляет», unless the statement says since when or an example asks that."""
    if query.question.slot is not Slot.DATE:
        return False
    pairs = list(pairwise(term.word for term in query.question.terms))
    asks_since = any(pair in _SINCE for pair in pairs)
    asks_until = any(pair in _UNTIL for pair in pairs)
    if not asks_since or asks_until or fact.statement.states_start:
        return False
    return not any(_asks_since(example) for example in fact.examples)


def _asks_since(example: Example) -> bool:
    return any(pair in _SINCE for pair in pairwise(term.word for term in example.question.terms))


def _has_ordinal_clash(query: QueryTerms, fact: ParsedFact) -> bool:
    """«Третий тур» of a fact on the third debate, where the base has rounds too."""
    return bool(query.bound_ordinals) and any(
        noun & query.keys_in_base
        and not any(ordinal == other and noun & thing for other, thing in fact.bound_ordinals)
        for ordinal, noun in query.bound_ordinals
    )


def slot_gap(query: QueryTerms, fact: ParsedFact, nearest: float, same_slot: float) -> float:
    """How much more similar the nearest example is than the nearest one of the same slot."""
    slot = query.question.slot
    is_filled = (slot is Slot.PERSON and bool(fact.speakers)) or (
        slot in (Slot.NUMBER, Slot.DATE) and slot not in fact.statement_slots and names_kind(query, fact)
    )
    if not query.question.slots or slot not in _EXAMPLE_SLOTS or is_filled:
        return 0.0
    return max(nearest - same_slot, 0.0)


def names_only_person(query: QueryTerms, fact: ParsedFact) -> bool:
    """«Кем работает Олег Рудаков?», «Инна Корф» of a fact whose statement names the person."""
    if query.question.slots and query.question.slot not in (Slot.POST, Slot.PERSON):
        return False
    content = query.content
    return any(
        content
        and all(any(key in name for key, _ in term.keys) for term in content)
        and name & fact.statement_keys.keys()
        for name in fact.people
    )


def asks_role(query: QueryTerms, fact: ParsedFact) -> bool:
    """«Кто председатель?» of a fact with a person of that role."""
    if query.question.slot not in (Slot.PERSON, Slot.STATEMENT):
        return False
    return any(not query.root_keys.isdisjoint(ROLE_WORDS.get(role, ())) for role in fact.roles)


def event_share(query: QueryTerms, fact: ParsedFact) -> float:
    """The greatest share of the query that an event of the fact matches, if it fills the slot.

    «Когда главы государств встречались в Париже» is answered by the date of the event of that title.
    """
    slot = query.question.slot
    matching = (event for event in fact.events if slot in event.slots)
    return max((matched_share(query, match_terms(query, event.keys)) for event in matching), default=0.0)


def has_side_clash(query: QueryTerms, fact: ParsedFact, side_keys: frozenset[str]) -> bool:
    """«Кто министр юстиции Китая» of a fact on the minister of the USA; `side_keys` are of all sides."""
    if not fact.side_keys or query.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    named = [
        one.term
        for one in query.terms
        if any(key in side_keys for key, level in one.term.keys if level > Level.ROOT)
    ]
    if len(named) != 1:
        return False
    return all(match_level(named[0], keys) is None for keys in (fact.side_keys, fact.statement_keys))
