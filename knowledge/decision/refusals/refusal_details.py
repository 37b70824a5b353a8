"""What a refusal says: the words that do not occur, the two that never meet, the value that is not given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import BEGINNING
from knowledge.decision.context.event_records import is_superseded
from knowledge.decision.context.group_rules import asks_less, tells_price
from knowledge.decision.context.held_words import HeldWords
from knowledge.decision.context.rule_context import MAX_NEAR, RuleContext, to_option
from knowledge.decision.context.word_runs import term_classes
from knowledge.decision.refusals.asked_clause import insults, repeatable_clause
from knowledge.decision.refusals.carried_words import carried_things
from knowledge.decision.refusals.missing_words import may_be_named, missing_words, words_apart
from knowledge.facts.model import Fact
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.parsed_facts.option_labels import SHORT_LABEL
from knowledge.results import Lack, Option, Reason, Refusal, Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import QueryTerms, TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.statement_values import asked_kinds, values_of

_VALUES = frozenset(Slot) - {Slot.STATEMENT, Slot.YES_NO}
Keys = frozenset[str] | Mapping[str, int]
_RELEVANT = 0.4
"""A fact is offered beside a refusal if it meets this share of the question."""
_NOTHING_TO_SAY = frozenset({Reason.NO_WORDS, Reason.NO_CONTEXT, Reason.TOO_LONG, Reason.BAD_INPUT})
_TOPICAL = frozenset({TermClass.NAME, TermClass.HEAD, TermClass.NOUN})
_PREDICATES = frozenset({TermClass.VERB, TermClass.OTHER, TermClass.RELATION})
_SURE_RULE = "not-told"
"""The rule that knows of an attribute (age, price) that no fact near gives it."""


def complete_refusal(refusal: Refusal, context: RuleContext, access: BaseAccess) -> Refusal:
    """The refusal that a rule gave, with all that may rightly be said of what is missing."""
    if refusal.reason in _NOTHING_TO_SAY:
        return replace(refusal, named=(), near=())
    if refusal.reason is Reason.NEGATED:
        said = _said(context)
        return replace(refusal, named=(), said=said, near=_relevant(context, said))
    names = (access.person_keys, access.place_keys)
    words = HeldWords(access.base, access.lexicon, access.index, access.word_forms, names)
    if refusal.reason is Reason.OFF_TOPIC:
        if not _is_on_topic(context, words):
            return replace(refusal, named=_absent_things(context, words), near=())
        refusal = replace(refusal, reason=Reason.UNACCOUNTED)
    missing = missing_words(context, words)
    # The reason is told only of a question asked whole: a follow-up may have been filled wrongly.
    lacks = None if missing.quoted or context.own_words else _lack(refusal, context)
    apart = () if missing.is_noun or lacks else words_apart(context, words)
    asked = repeatable_clause(context)
    return replace(
        refusal,
        named=missing.quoted if not apart else apart if len(apart) == 1 else (),
        apart=apart if len(apart) > 1 else (),
        asked=asked,
        is_certain=lacks is not None and bool(asked) and refusal.rule == _SURE_RULE,
        lacks=lacks,
        meant=carried_things(context),
        near=_relevant(context),
    )


def _absent_things(context: RuleContext, words: HeldWords) -> tuple[str, ...]:
    """Nouns and names of a question off the topic that the base does not have; none that insults."""
    if insults(context.search.question.terms):
        return ()
    missing = missing_words(context, words)
    return tuple(one for one in missing.quoted if one[0].isalpha()) if missing.is_noun else ()


def _is_on_topic(context: RuleContext, words: HeldWords) -> bool:
    """Whether the base has a thing that the question names, or prices where less than all pay is asked of."""
    if asks_less(context.search.question.terms) and any(map(tells_price, context.base.facts)):
        return True
    classes = term_classes(context)
    return any(
        classes[place] in _TOPICAL
        and may_be_named(context, place)
        and words.holds(context.search.question.terms[place])
        for place in context.search.question.content_places
    )


def _relevant(context: RuleContext, said: Fact | None = None) -> tuple[Option, ...]:
    """Facts that have a good part of the question's words as they are, without the one that is shown.

    One of these words is what the question is about: a price of something else is near to no price. A fact is
    offered by an example that has such a word too; one without examples by its statement.
    """
    query, subject = context.search.query, _subject_places(context)
    near = [
        one
        for one in context.search.facts[:MAX_NEAR]
        if one.fact is not said
        and _share_met(query, one) >= _RELEVANT
        and _meets(query, one.parsed.keys, subject)
    ]
    offered = (_offer(one, query, subject) for one in near)
    return tuple(option for option in offered if option is not None)


def _offer(found: ScoredFact, query: QueryTerms, subject: frozenset[int]) -> Option | None:
    examples = found.parsed.examples
    fitting = {one.text: one for one in examples if _meets(query, one.keys, subject)}
    if not examples or found.parsed.label in fitting:
        return to_option(found)
    if not fitting:
        return None
    short = [text for text in fitting if len(text) <= SHORT_LABEL]
    if not short:
        return to_option(found)  # a long one is cut on a button, alike for several facts
    text = max(short, key=lambda text: _weight_met(query, fitting[text].keys))
    return Option(fact=found.fact, label=text)


def _subject_places(context: RuleContext) -> frozenset[int]:
    """Positions among the query's terms of names and nouns; where it has none, of words but attributes."""
    places = context.search.question.content_places
    pairs = [
        (position, one.term_class)
        for position, (one, place) in enumerate(zip(context.search.query.terms, places, strict=True))
        if may_be_named(context, place) and not ANYBODY.intersection(one.term.morphology.lemmas)
    ]
    things = frozenset(position for position, term_class in pairs if term_class in _TOPICAL)
    return things or frozenset(position for position, term_class in pairs if term_class in _PREDICATES)


def _weight_met(query: QueryTerms, keys: Keys) -> float:
    return sum(one.weight for one, level in zip(query.terms, match_terms(query, keys), strict=True) if level)


def _meets(query: QueryTerms, keys: Keys, positions: frozenset[int]) -> bool:
    levels = match_terms(query, keys)
    return any((levels[position] or 0) >= Level.ROOT for position in positions)


def _share_met(query: QueryTerms, found: ScoredFact) -> float:
    """The share (0..1) of the question that a fact has in the same words, by their number or by weight."""
    levels = match_terms(query, found.parsed.keys)
    pairs = [
        (one.weight, (level or 0) >= Level.SYNONYM) for one, level in zip(query.terms, levels, strict=True)
    ]
    weighed = [(weight, met) for weight, met in pairs if weight]
    by_weight = sum(weight for weight, met in weighed if met) / query.total_weight
    return max(by_weight, sum(met for _, met in weighed) / max(len(weighed), 1))


def _said(context: RuleContext) -> Fact | None:
    """The best fact, where it still holds and is about what is asked."""
    best = context.best
    if (
        best is None
        or is_superseded(best.fact, context.base)
        or _share_met(context.search.query, best) < _RELEVANT
    ):
        return None
    return best.fact


def _lack(refusal: Refusal, context: RuleContext) -> Lack | None:
    if refusal.reason is not Reason.NO_SUCH_SLOT or not _is_topic_met(context):
        return None
    if context.search.question.request.clock and not context.search.query.attributes:
        lemmas = {lemma for term in context.search.question.terms for lemma in term.morphology.lemmas}
        return Lack.START if lemmas & BEGINNING else Lack.CLOCK
    return Lack.VALUE if refusal.slot in _VALUES and not _may_hold(context, refusal.slot) else None


def _may_hold(context: RuleContext, slot: Slot) -> bool:
    """Whether the best fact may give the value after all, in words that were not understood."""
    best = context.best
    if best is None:
        return True
    if slot is Slot.NUMBER:
        question = context.search.question
        is_measured = question.counted_place is not None or question.request.measure is not None
        kinds = asked_kinds(context.search.query) if is_measured else frozenset(ValueKind) - {ValueKind.DATE}
        return any(value.kind in kinds for value in values_of(best.fact))
    return slot in best.parsed.statement_slots | best.parsed.field_slots


def _is_topic_met(context: RuleContext) -> bool:
    """Whether the best fact has every content word of the question but the attribute and what is counted."""
    if context.best is None:
        return False
    query, question = context.search.query, context.search.question
    levels = match_terms(query, context.best.parsed.keys)
    content = [
        level
        for one, level, place in zip(query.terms, levels, question.content_places, strict=True)
        if may_be_named(context, place)
        and one.term_class is not TermClass.ATTRIBUTE
        and place != question.counted_place
    ]
    return bool(content) and all(level is not None and level >= Level.ROOT for level in content)
