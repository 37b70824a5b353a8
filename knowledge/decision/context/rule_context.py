"""What the rules decide on, and how they build their results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.decision.context.named_people import NamedPerson
from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon
from knowledge.language.question_words import WHICH
from knowledge.results import Explanation, Option, Reason, Refusal
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact, SearchResult

MAX_NEAR, MAX_OPTIONS = 3, 4
WITH_NOUN = WHICH | {"сколько"}
"""Question words that say little without the noun after them."""
SURE_ALONE = 0.9
"""From this probability on the best fact answers alone."""
CLOSE = 0.25
"""A fact within this distance of the best one, in logits, is as probable and is shown with it."""
_NEAR_SHARE = 0.2
"""A fact is offered beside a refusal if the index gave it this share of the best possible score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """One clause with what was found for it."""

    search: SearchResult
    probability: float
    """That the best fact answers, 0..1."""
    base: FactBase
    lexicon: Lexicon
    own_words: frozenset[str] = frozenset()
    """Words of a follow-up itself, where other words were carried over."""
    named: tuple[NamedPerson, ...] = ()
    """The people of the base that the question names."""
    why: Explanation

    @property
    def read_chance(self) -> float:
        """The probability where the trained reader has confirmed it; 0 where words alone give it."""
        return self.probability if self.why.reread is not None else 0.0

    @property
    def best(self) -> ScoredFact | None:
        return self.search.facts[0] if self.search.facts else None


def to_option(found: ScoredFact) -> Option:
    return Option(fact=found.fact, label=found.parsed.label)


def facts_to_show(context: RuleContext) -> list[tuple[ScoredFact, bool]]:
    """The best fact and those with the same example; else a close runner-up too, marked by True."""
    best, *others = context.search.facts
    same = [
        found
        for found in others
        if best.same_example is not None and best.same_example in found.fact.questions
    ]
    if same:
        return [(found, False) for found in (best, *same)][:MAX_OPTIONS]
    if context.probability >= SURE_ALONE:
        return [(best, False)]
    close = (found for found in others[:1] if best.score - found.score < CLOSE and not _is_excluded(found))
    return [(best, False), *((found, True) for found in close)]


def lacks_attribute(found: ScoredFact) -> bool:
    """Whether the fact does not give the age, the reason, the start or the address that is asked for."""
    features = found.features
    return bool(features.lacking_sure or features.why_lacking or features.since or features.inexact)


def _is_excluded(found: ScoredFact) -> bool:
    features = found.features
    return bool(features.missing_ordinal or features.ordinal_clash) or lacks_attribute(found)


def unmatched_words(context: RuleContext, *classes: TermClass) -> tuple[str, ...]:
    """Words of these classes that the best fact does not have, as `_quote` gives them."""
    if context.best is None:
        return ()
    levels = match_terms(context.search.query, context.best.parsed.keys)
    places = context.search.question.content_places
    return tuple(
        _quote(context, place)
        for one, level, place in zip(context.search.query.terms, levels, places, strict=True)
        if level is None and one.weight and one.term_class in classes
    )


def _quote(context: RuleContext, place: int) -> str:
    """«Сколько лет», «какая погода», «третий диалог» in full; any other word by itself."""
    question = context.search.question
    terms = question.terms
    first = last = place
    if place and terms[place - 1].word in WITH_NOUN:
        first = place - 1
    elif any(key[0] == "№" for key, _ in terms[place].keys) and place + 1 < len(terms):
        last = place + 1 if "NOUN" in terms[place + 1].morphology.pos else place
    return (
        question.text[terms[first].token.start : terms[last].token.end].lower()
        if last > first
        else terms[place].token.written
    )


def raw_text(context: RuleContext, first: int, last: int) -> str:
    """The words of the question from one place to another as the reader typed them."""
    question, traced = context.search.question, context.why.words
    parts: list[str] = []
    end = question.terms[first].token.start
    for place in range(first, last + 1):
        token = question.terms[place].token
        written = traced[place].written if len(traced) == len(question.terms) else token.written
        if not (place > first and traced and traced[place].repaired and parts[-1] == written):
            parts += [question.text[end : token.start], written]
        end = token.end
    return "".join(parts)


def ordinals(context: RuleContext) -> Iterator[str]:
    """The ordinals of the question with what they number, as written."""
    pairs = zip(context.search.query.terms, context.search.question.content_places, strict=True)
    return (_quote(context, place) for one, place in pairs if one.term_class is TermClass.ORDINAL)


def near_options(context: RuleContext) -> tuple[Option, ...]:
    """The nearest facts, to be offered beside a refusal."""
    near = [found for found in context.search.facts if found.share_of_possible >= _NEAR_SHARE]
    return tuple(to_option(found) for found in near[:MAX_NEAR])


def refuse(
    context: RuleContext, rule: str, reason: Reason, confidence: float, named: tuple[str, ...] = ()
) -> Refusal:
    """A refusal with the nearest facts; `named` are the words that the rule turned on, not yet checked."""
    return Refusal(
        rule=rule,
        confidence=round(confidence, 3),
        reason=reason,
        slot=context.search.question.slot,
        named=named,
        near=() if reason is Reason.NO_WORDS else near_options(context),
        why=context.why,
    )
