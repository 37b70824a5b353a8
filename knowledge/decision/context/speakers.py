"""Whose words are asked for: facts that another side or person said do not answer «что думают США»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.facts.model import Fact, FactBase, PersonId
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.language.synonyms import Level
from knowledge.results import Slot
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.question import Question

_VOICING = read_words("verbs/voicing") | SAYING | SPEECH
_MODIFIERS = frozenset({"ADJF", "PRTF"})
_OWN = (Slot.STATEMENT, Slot.YES_NO, Slot.MANNER)


def said_by_asked(search: SearchResult, base: FactBase, lexicon: Lexicon) -> SearchResult:
    """The facts found without those whose words are another's than the side's or the person's that the
    question names as the one who speaks; all of them where that leaves the nearest without a speaker."""
    speaker = _asked_speaker(search.question, base, lexicon)
    if not speaker:
        return search
    left = [found for found in search.facts if not is_of_another(found, speaker, base, lexicon)]
    return replace(search, facts=tuple(left))


def is_of_another(found: ScoredFact, speaker: frozenset[str], base: FactBase, lexicon: Lexicon) -> bool:
    """Whether somebody else than the asked speaker (by keys) said a fact."""
    said_by = _speaker_keys(found.fact, base, lexicon)
    return bool(said_by) and not said_by & speaker


def _speaker_keys(fact: Fact, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """Keys of the name and the side of who said a fact."""
    if fact.said_by is None:
        return frozenset()
    person = base.person_by_id.get(PersonId(fact.said_by))
    texts = [fact.said_by] if person is None else [person.name, *person.names, person.side or ""]
    return frozenset().union(*(_keys(lexicon.read(text)) for text in texts))


def _asked_speaker(question: Question, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """Keys of the only side or person named without a preposition beside a verb of saying or thinking."""
    terms = question.terms
    voiced = any(_VOICING.intersection(term.morphology.lemmas) for term in terms)
    if question.slot not in _OWN or not voiced:
        return frozenset()
    sides = {side: _keys(lexicon.read(side)) for side in _sides(base)}
    named = {
        side: keys
        for side, keys in sides.items()
        if any(keys & _keys([term]) and _is_free(terms, at) for at, term in enumerate(terms))
    }
    return next(iter(named.values())) if len(named) == 1 else frozenset()


def named_sides(question: Question, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """The sides of people that a question names."""
    asked = _keys(question.terms)
    sides = {person.side for person in base.people if person.side}
    return frozenset(side for side in sides if asked & _keys(lexicon.read(side)))


def _sides(base: FactBase) -> set[str]:
    said = {fact.said_by for fact in base.facts if fact.said_by and fact.said_by not in base.person_by_id}
    return said | {person.side for person in base.people if person.side}


def _keys(terms: Sequence[Term]) -> frozenset[str]:
    return frozenset(key for term in terms for key, level in term.keys if level >= Level.SYNONYM)


def _is_free(terms: Sequence[Term], place: int) -> bool:
    """Whether a word or the noun that it modifies stands after no preposition: «американская сторона»."""
    before = place - 1
    while before >= 0 and terms[before].morphology.first_pos in _MODIFIERS:
        before -= 1
    return before < 0 or terms[before].morphology.first_pos != "PREP"
