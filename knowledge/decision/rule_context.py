"""The case that the rules judge, and how they word a verdict on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.model import FactBase
from knowledge.language.question_words import WHICH
from knowledge.results import Explanation, Option, Reason, Refusal, Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import Found, Search

MOST_NEAR, MOST_OPTIONS = 3, 4
_WITH_NOUN = WHICH | {"сколько"}
"""Question words that say little without the noun after them."""


SURE_ALONE = 0.9
"""From this chance the best fact answers alone."""
CLOSE = 1.8
"""Facts within this distance of the best one, in logits, may answer with it."""


NEAR_SHARE = 0.2
"""A fact is offered beside a refusal if it scored this share of the best possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """One clause with what was found for it; `chance` is the probability that the best answers."""

    search: Search
    chance: float
    base: FactBase
    own: frozenset[str] = frozenset()
    """Words of a follow-up itself, where the rest was carried over."""
    why: Explanation

    @property
    def best(self) -> Found | None:
        return self.search.found[0] if self.search.found else None


def option(found: Found) -> Option:
    """A fact on offer, under an example question that it has alone."""
    return Option(fact=found.fact, label=found.evidence.label)


def joint_answers(case: RuleContext) -> list[tuple[Found, bool]]:
    """The best fact and those that share its nearest example; else a close runner-up, marked as beside."""
    best, *others = case.search.found
    same = [found for found in others if best.nearest is not None and best.nearest in found.fact.questions]
    if same:
        return [(found, False) for found in (best, *same)][:MOST_OPTIONS]
    if case.chance >= SURE_ALONE:
        return [(best, False)]
    close = (found for found in others[:1] if best.score - found.score < CLOSE and not barred(found))
    return [(best, False), *((found, True) for found in close)]


def untold(found: Found) -> bool:
    features = found.features
    return bool(features.lacking_sure or features.why_lacking or features.since or features.inexact)


def barred(found: Found) -> bool:
    features = found.features
    return bool(features.missing_ordinal or features.ordinal_clash) or untold(found)


def unmatched_words(case: RuleContext, *classes: TermClass) -> tuple[str, ...]:
    """Words of the question that the best fact does not have; «сколько лет», «третий диалог» whole."""
    if case.best is None:
        return ()
    levels = match_terms(case.search.query, case.best.evidence.keys)
    places = case.search.question.content_places
    return tuple(
        _quoted(case, place)
        for word, level, place in zip(case.search.query.terms, levels, places, strict=True)
        if level is None and word.weight and word.term_class in classes
    )


def _quoted(case: RuleContext, place: int) -> str:
    """«Сколько лет», «какая погода», «третий диалог» whole; any other word by itself."""
    question = case.search.question
    terms = question.terms
    first = last = place
    if place and terms[place - 1].word in _WITH_NOUN:
        first = place - 1
    elif any(key[0] == "№" for key, _ in terms[place].keys) and place + 1 < len(terms):
        last = place + 1 if "NOUN" in terms[place + 1].morphology.pos else place
    return (
        question.text[terms[first].token.start : terms[last].token.end].lower()
        if last > first
        else terms[place].token.written
    )


def ordinals(case: RuleContext) -> Iterator[str]:
    """The ordinals of the question with what they number, as written."""
    pairs = zip(case.search.query.terms, case.search.question.content_places, strict=True)
    return (_quoted(case, place) for word, place in pairs if word.term_class is TermClass.ORDINAL)


def suggestions(case: RuleContext) -> tuple[Option, ...]:
    near = [found for found in case.search.found if found.reach >= NEAR_SHARE]
    return tuple(option(found) for found in near[:MOST_NEAR])


def refuse(
    case: RuleContext, rule: str, reason: Reason, confidence: float, named: tuple[str, ...] = ()
) -> Refusal:
    slot = case.search.question.slot if case.search.question.slots else Slot.STATEMENT
    return Refusal(
        rule=rule,
        confidence=round(confidence, 3),
        reason=reason,
        slot=slot,
        named=named,
        near=() if reason is Reason.NO_WORDS else suggestions(case),
        why=case.why,
    )
