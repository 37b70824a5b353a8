"""Whether a fact has the words of what a proposition states besides its values."""

from __future__ import annotations

from knowledge.decision.context.places import is_country
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_HEAVY = frozenset({"NOUN", "VERB", "INFN", "PRTS", "PRTF"})
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def is_all_met(rest: Question, found: ScoredFact) -> bool:
    """Whether a fact has every word of content, of whatever part of speech."""
    return all(
        any(key in found.parsed.keys for key, _ in term.keys)
        for at in rest.content_places
        if (term := rest.terms[at]).word_class is WordClass.CONTENT
    )


def says_all(question: Question, found: ScoredFact) -> bool:
    """Whether the statement itself has every word of content, or one of its root."""
    return all(
        any(key in found.parsed.statement_keys for key, level in term.keys if level >= Level.ROOT)
        for at in question.content_places
        if (term := question.terms[at]).word_class is WordClass.CONTENT
    )


def words_are_met(question: Question, found: ScoredFact) -> bool:
    """Whether the fact has every word of content or one of like meaning, its nouns in the statement."""
    said, told = found.parsed.statement_keys, found.parsed.text_keys
    return all(
        any(
            key in (said if term.morphology.first_pos == "NOUN" else told)
            for key, level in term.keys
            if level >= Level.ROOT
        )
        for at in question.content_places
        if (term := question.terms[at]).word_class is WordClass.CONTENT and not _is_value(term, question)
    )


def _is_value(term: Term, question: Question) -> bool:
    """Whether it is the number itself, not the noun that it counts."""
    started = any(value.start <= term.token.start < value.end for value in question.request.values)
    return started and term.morphology.first_pos != "NOUN"


def rest_is_met(
    rest: Question, found: ScoredFact, sides: frozenset[str], *, spoken: bool = False, verbs: bool = True
) -> bool:
    """Whether the fact has every noun, verb, name, ordinal and number of a question, and every word for one
    of the `sides`; `spoken`: in its own words.

    Without `verbs` its verbs may be others.
    """
    keys = found.parsed.text_keys if spoken else found.parsed.keys
    return all(
        any(key in keys for key, _ in term.keys)
        for at in rest.content_places
        if _must_be_met(term := rest.terms[at], rest, sides, spoken=spoken)
        and (verbs or term.morphology.first_pos not in _VERBS)
    )


def _must_be_met(term: Term, rest: Question, sides: frozenset[str], *, spoken: bool) -> bool:
    if any(key[0] == "№" or (level >= Level.SYNONYM and key in sides) for key, level in term.keys):
        return True
    if term.word_class is not WordClass.CONTENT:
        return False
    heavy = term.morphology.first_pos in _HEAVY or term.is_name or is_country(term)
    stated = any(value.start <= term.token.start < value.end for value in rest.request.values)
    return heavy and not (spoken and stated)
