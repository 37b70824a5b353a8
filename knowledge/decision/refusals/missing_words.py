"""Words of a question that a refusal may name: those nowhere in the base, or only in different facts."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.data.tables import read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.decision.context.held_words import HeldWords
from knowledge.decision.context.rule_context import RuleContext, raw_text
from knowledge.decision.context.word_runs import term_classes, word_run
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.values.tables import units
from knowledge.language.word_class import WordClass
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass

_MOST_NAMED = 3
_NAMED = frozenset(
    {TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER, TermClass.ATTRIBUTE, TermClass.HEAD, TermClass.NOUN}
)
_SURE = frozenset({TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER})
_THINGS = frozenset({TermClass.NAME, TermClass.ORDINAL, TermClass.HEAD, TermClass.NOUN})
_HAPPENING = read_words("verbs/happening") | BEGINNING | ENDING
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


@dataclass(frozen=True, slots=True)
class MissingWords:
    """Runs of words as typed."""

    quoted: tuple[str, ...] = ()
    is_noun: bool = False
    """Whether they are more than verbs and adjectives."""


def missing_words(context: RuleContext, words: HeldWords) -> MissingWords:
    """What occurs nowhere in the base: names, numbers and nouns, else an adjective, else the verb."""
    matched = _matched(context)
    absent = [
        place
        for place in context.search.question.content_places
        if _is_typed(context, place) and may_be_named(context, place) and not _is_held(context, words, place)
    ]
    # What the best fact has by a word of like meaning is named only where nothing else is missing.
    places = [place for place in absent if matched.get(place) is None] or absent
    classes = term_classes(context)
    nouns = [place for place in places if classes[place] in _NAMED and not _is_verb(context, place)]
    others = [place for place in places if place not in nouns]
    adjectives = [place for place in others if _pos(context, place) in _ADJECTIVES]
    chosen = nouns or adjectives or [place for place in others if _is_verb(context, place)]
    runs = dict.fromkeys(word_run(context, place, chosen) for place in chosen)
    quoted = list(dict.fromkeys(raw_text(context, first, last) for first, last in runs))
    whole = [one for one in quoted if not any(one in other for other in quoted if other != one)]
    return MissingWords(tuple(whole[:_MOST_NAMED]), is_noun=bool(nouns))


def words_apart(context: RuleContext, words: HeldWords) -> tuple[str, ...]:
    """Two words that the base has, but never together: one that the best fact lacks, and one that it has.

    A number and the noun beside it («третий сканер») are one.
    """
    if context.best is None:
        return ()
    question = context.search.question
    matched = _matched(context)
    classes = term_classes(context)
    things = [
        place
        for place in question.content_places
        if classes[place] in _THINGS and may_be_named(context, place) and not _is_verb(context, place)
    ]
    things = [at for at in things if not _is_repaired(context, at) and not _is_bare_ordinal(context, at)]
    missed = [place for place in things if matched[place] is None and _is_typed(context, place)]
    named = [place for place in missed if classes[place] in _SURE or words.is_name(question.terms[place])]
    for one in named:
        for met in (place for place in things if matched[place] is not None and _is_typed(context, place)):
            if words.are_apart(question.terms[one], question.terms[met]):
                runs = dict.fromkeys(word_run(context, at, things) for at in sorted((one, met)))
                whole = [run for run in runs if not any(_is_inside(run, other) for other in runs)]
                return tuple(raw_text(context, *run) for run in whole)
    return ()


def _is_typed(context: RuleContext, place: int) -> bool:
    """Whether a word stands in the message itself: what a follow-up carries over is not called absent."""
    return not context.own_words or context.search.question.terms[place].word in context.own_words


def _is_inside(run: tuple[int, int], other: tuple[int, int]) -> bool:
    return run != other and other[0] <= run[0] and run[1] <= other[1]


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
        if not value.start <= question.terms[place].token.start < value.end:
            continue
        if value.kind is ValueKind.CLOCK:
            return True  # a time of day may be written in many ways
        if value.kind is ValueKind.DATE:
            inside = (term for term in question.terms if value.start <= term.token.start < value.end)
            return any(map(words.covers, value.dates)) or all(map(words.holds, inside))
    return words.holds(question.terms[place])


def _matched(context: RuleContext) -> dict[int, Level | None]:
    """How surely the best fact has each content word."""
    if context.best is None:
        return {}
    levels = match_terms(context.search.query, context.best.parsed.keys)
    return dict(zip(context.search.question.content_places, levels, strict=True))


def may_be_named(context: RuleContext, place: int) -> bool:
    """Whether a word may be named: no filler, no order, no unit after «сколько», no «состоится»."""
    question = context.search.question
    term = question.terms[place]
    says = term.word_class is WordClass.CONTENT or place in question.head_places
    is_order = "impr" in term.morphology.moods and term.morphology.first_pos == "VERB"
    is_unit = place == question.counted_place and bool(units().keys() & {*term.morphology.lemmas, term.word})
    happens = _is_verb(context, place) and bool(_HAPPENING.intersection(term.morphology.lemmas))
    return (
        says
        and not (is_order or is_unit or happens)
        and place not in question.request.worded
        and place not in question.asking_places
    )


def _pos(context: RuleContext, place: int) -> str:
    return context.search.question.terms[place].morphology.first_pos


def _is_verb(context: RuleContext, place: int) -> bool:
    return _pos(context, place) in _VERBS
