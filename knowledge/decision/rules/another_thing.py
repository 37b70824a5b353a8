"""Signs that the best fact is about another thing than is asked: another kind, time, measure or subject.

They turn away an answer that is only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.age_bearers import is_of_adults
from knowledge.decision.context.ages_apart import asks_age, is_age_limit
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.lexicon import Term
from knowledge.language.question_words import WHICH
from knowledge.language.synonyms import Level
from knowledge.results import AnswerForm, Slot
from knowledge.retrieval.matching import match_level
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.statement_values import values_of

_AMOUNTS = frozenset({AnswerForm.HOW_MUCH, AnswerForm.HOW_MANY, AnswerForm.HOW_LONG})
_QUALITIES = frozenset({"ADJF", "PRTF"})
_PREPOSITIONS = read_groups("function_words/prepositions")
_RANGE_START, _FOR_WHOM = _PREPOSITIONS["range_start"], _PREPOSITIONS["for_whom"]
_NEGATIONS = read_groups("function_words/particles")["negate"]
_TIMES = read_words("nouns/times")
_Pair = tuple[Term, Term]


def is_of_another_thing(context: RuleContext) -> bool:
    """Whether the best fact lacks more of the question than words that may be told in others."""
    best = context.best
    if best is None:
        return False
    return (
        _lacks_relation(context, best)
        or any(True for _ in other_qualities(context, best))
        or (_asks_amount(context) and _has_no_amount(context, best))
        or _lacks_recipient(context, best)
        or _has_only_denied(context, best)
    )


def _asks_amount(context: RuleContext) -> bool:
    question = context.search.question
    return question.request.form in _AMOUNTS and question.slot is Slot.NUMBER


def _has_no_amount(context: RuleContext, best: ScoredFact) -> bool:
    """Whether the fact tells no value of that kind, or one of something else."""
    fact = best.fact
    if asks_age(context.search.question) and any(is_age_limit(one, fact) for one in values_of(fact)):
        return False
    return (
        bool(best.features.value_lacking)
        or _lacks_subject(context, best)
        or next(pairs_elsewhere(context, best), None) is not None
    )


def other_qualities(context: RuleContext, best: ScoredFact) -> Iterator[Term]:
    """Adjectives of the question whose noun the fact has with another one: «пробный рейс», «обычный рейс»."""
    told, asked = best.parsed.statement.modified_nouns, context.search.query.features.keys
    for noun, quality in _qualified(context, best):
        if (match_level(noun, best.parsed.statement_keys) or 0) < Level.ROOT:
            continue
        others = [other for keys, other in told if (match_level(noun, keys) or 0) >= Level.ROOT]
        if others and not any(other & asked for other in others):
            yield quality


def pairs_elsewhere(context: RuleContext, best: ScoredFact) -> Iterator[_Pair]:
    """Nouns of the question with their adjectives of which the fact lacks one, and another fact has both."""
    terms = context.search.query.features.modified_nouns
    keys = best.parsed.keys
    for noun, quality in terms:
        lacks = match_level(noun, keys) is None or match_level(quality, keys) is None
        if not lacks or quality.morphology.first_pos not in _QUALITIES:
            continue
        for found in context.search.facts:
            held = found.parsed.statement.all_modified_nouns
            if found is not best and any(
                match_level(noun, one) is not None and match_level(quality, other) is not None
                for one, other in held
            ):
                yield noun, quality
                break


def _qualified(context: RuleContext, best: ScoredFact) -> Iterator[_Pair]:
    """The nouns with the adjectives that the fact lacks."""
    for noun, quality in context.search.query.features.modified_nouns:
        is_quality = quality.morphology.first_pos in _QUALITIES and not quality.keys[0][0].startswith("#")
        if is_quality and match_level(quality, best.parsed.keys) is None:
            yield noun, quality


def _lacks_relation(context: RuleContext, best: ScoredFact) -> bool:
    """«Сколько было до ремонта» of «после открытия»; «от начала до конца» is no such relation."""
    terms = context.search.question.terms
    if any(term.word in _RANGE_START for term in terms):
        return False
    return any(
        one.term_class is TermClass.RELATION and match_level(one.term, best.parsed.keys) is None
        for one in context.search.query.terms
    )


def _lacks_subject(context: RuleContext, best: ScoredFact) -> bool:
    """A noun of what is measured or counted; not where or when, nor people as such, nor the measure itself
    («какого возраста»)."""
    return any(before not in PLACE_PREPOSITIONS | WHICH for _, before in _lacked_nouns(context, best))


def _lacks_recipient(context: RuleContext, best: ScoredFact) -> bool:
    return next(lacked_recipients(context, best), None) is not None


def lacked_recipients(context: RuleContext, best: ScoredFact) -> Iterator[Term]:
    """«Для пенсионеров», whom the fact does not name; adults pay what is told of nobody in particular."""
    nouns = ((noun, before) for noun, before in _lacked_nouns(context, best) if not is_of_adults(noun.word))
    return (noun for noun, before in nouns if before in _FOR_WHOM and noun.morphology.animate)


def _has_only_denied(context: RuleContext, best: ScoredFact) -> bool:
    """«Про большую, не про детскую» of a fact that has no word but the denied one."""
    question = context.search.question
    met = [
        place
        for one, place in zip(context.search.query.terms, question.content_places, strict=True)
        if match_level(one.term, best.parsed.keys) is not None
    ]
    return bool(met) and all(_is_denied(question.terms, place) for place in met)


def _is_denied(terms: Sequence[Term], place: int) -> bool:
    before = place - 1
    if before >= 0 and terms[before].morphology.first_pos == "PREP":
        before -= 1
    return before >= 0 and terms[before].word in _NEGATIONS


def _lacked_nouns(context: RuleContext, best: ScoredFact) -> Iterator[tuple[Term, str]]:
    """The nouns that the fact lacks, each with the preposition before it and its adjectives."""
    question = context.search.question
    for one, place in zip(context.search.query.terms, question.content_places, strict=True):
        lemmas = {one.term.word, *one.term.morphology.lemmas}
        if one.term_class is not TermClass.NOUN or lemmas & (ANYBODY | _TIMES):
            continue
        if one.weight and match_level(one.term, best.parsed.keys) is None:
            at = place - 1
            while at >= 0 and question.terms[at].morphology.first_pos in _QUALITIES:
                at -= 1
            yield one.term, question.terms[at].word if at >= 0 else ""
