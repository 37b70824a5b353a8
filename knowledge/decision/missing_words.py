"""Words of a question that a refusal may name: those that stand nowhere in the base, or only in different facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.decision.held_words import HeldWords
from knowledge.decision.rule_context import RuleContext, raw_text
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass

_MOST_NAMED = 3
_NAMED = frozenset(
    {TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER, TermClass.ATTRIBUTE, TermClass.HEAD, TermClass.NOUN}
)
_THINGS = frozenset({TermClass.NAME, TermClass.ORDINAL, TermClass.HEAD, TermClass.NOUN})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def missing_words(context: RuleContext, words: HeldWords) -> tuple[str, ...]:
    """Runs of words, as typed, that occur nowhere in the base: names, numbers and nouns, else the verb."""
    places = [
        place
        for place in context.search.question.content_places
        if _counts(context, place) and not _is_held(context, words, place)
    ]
    classes = _classes(context)
    nouns = [place for place in places if classes[place] in _NAMED and not _is_verb(context, place)]
    others = [place for place in places if place not in nouns]
    adjectives = [place for place in others if _pos(context, place) in _ADJECTIVES]
    chosen = nouns or adjectives or [place for place in others if _is_verb(context, place)]
    runs = dict.fromkeys(_run(context, place, chosen) for place in chosen)
    quoted = dict.fromkeys(raw_text(context, first, last) for first, last in runs)
    return tuple(quoted)[:_MOST_NAMED]


def words_apart(context: RuleContext, words: HeldWords) -> tuple[str, ...]:
    """Two words that the base has, though never together: one that the best fact has not, and one that it has."""
    if context.best is None:
        return ()
    question = context.search.question
    levels = match_terms(context.search.query, context.best.parsed.keys)
    matched = dict(zip(question.content_places, levels, strict=True))
    classes = _classes(context)
    things = [
        place
        for place in question.content_places
        if classes[place] in _THINGS and _counts(context, place) and not _is_verb(context, place)
    ]
    things = [at for at in things if not _is_repaired(context, at) and not _is_bare_ordinal(context, at)]
    for missed in (place for place in things if matched[place] is None):
        for met in (place for place in things if matched[place] is not None):
            if words.are_apart(question.terms[missed], question.terms[met]):
                pair = (raw_text(context, *_run(context, at, things)) for at in sorted((missed, met)))
                return tuple(dict.fromkeys(pair))
    return ()


def _is_bare_ordinal(context: RuleContext, place: int) -> bool:
    """An ordinal that no noun follows."""
    terms = context.search.question.terms
    is_ordinal = any(key[0] == "№" for key, _ in terms[place].keys)
    return is_ordinal and not (place + 1 < len(terms) and "NOUN" in terms[place + 1].morphology.pos)


def _is_repaired(context: RuleContext, place: int) -> bool:
    traced = context.why.words
    return len(traced) == len(context.search.question.terms) and traced[place].repaired


def _is_held(context: RuleContext, words: HeldWords, place: int) -> bool:
    """Whether a word occurs in the base; of a date, whether the date does or all its words do."""
    question = context.search.question
    for value in question.request.values:
        if value.kind is ValueKind.DATE and value.start <= question.terms[place].token.start < value.end:
            inside = (term for term in question.terms if value.start <= term.token.start < value.end)
            return any(map(words.covers, value.dates)) or all(map(words.holds, inside))
    return words.holds(question.terms[place])


def _classes(context: RuleContext) -> dict[int, TermClass]:
    terms = context.search.query.terms
    return {
        place: one.term_class
        for place, one in zip(context.search.question.content_places, terms, strict=True)
    }


def _counts(context: RuleContext, place: int) -> bool:
    """Whether a word may be named at all: no filler, and no form of a word that says how to answer."""
    question = context.search.question
    term = question.terms[place]
    said = term.word_class is WordClass.CONTENT or place in question.head_places
    return said and place not in question.request.worded and place not in question.asking_places


def _pos(context: RuleContext, place: int) -> str:
    return context.search.question.terms[place].morphology.first_pos


def _is_verb(context: RuleContext, place: int) -> bool:
    return _pos(context, place) in _VERBS


def _run(context: RuleContext, place: int, chosen: Sequence[int]) -> tuple[int, int]:
    """A word with what belongs to it: a whole date or number, a full name, the noun that an ordinal numbers."""
    question = context.search.question
    terms = question.terms
    if _classes(context)[place] is TermClass.NUMBER:
        for value in question.request.values:
            inside = [at for at, term in enumerate(terms) if value.start <= term.token.start < value.end]
            if place in inside:
                return inside[0], inside[-1]
    first = last = place
    for at in _neighbours(context, place, -1, chosen):
        first = at
    for at in _neighbours(context, place, 1, chosen):
        last = at
    numbers = any(key[0] == "№" for key, _ in terms[last].keys)
    if numbers and last + 1 < len(terms) and "NOUN" in terms[last + 1].morphology.pos:
        last += 1
    return first, last


def _neighbours(context: RuleContext, place: int, step: int, chosen: Sequence[int]) -> Iterator[int]:
    """Places beside a word joined to it by a hyphen, and parts of one name."""
    question = context.search.question
    at = place + step
    while 0 <= at < len(question.terms):
        later = question.terms[max(at, at - step)]
        is_name = at in chosen and _are_one_name(context, at, at - step)
        if not (later.token.glued or is_name):
            return
        yield at
        at += step


def _are_one_name(context: RuleContext, one: int, other: int) -> bool:
    """Whether two words with nothing but a space between them are a first name and a surname, or the like."""
    question, classes = context.search.question, _classes(context)
    terms = [question.terms[at] for at in sorted((one, other))]
    beside = question.text[terms[0].token.end : terms[1].token.start] == " "
    names = [classes.get(at) is TermClass.NAME for at in (one, other)]
    return beside and (all(names) or (any(names) and all(term.token.capitalised for term in terms)))
