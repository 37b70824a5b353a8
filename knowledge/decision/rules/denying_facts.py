"""Whether a fact denies what a question denies; facts that do, or that have its ordinal, come first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups
from knowledge.decision.context.denied_amounts import amount_is_denied
from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import Slot
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.denials import (
    calls_off,
    denies_in_words,
    denies_same,
    has_denial,
    is_auxiliary,
)
from knowledge.understanding.denied_by import denies_by_other
from knowledge.understanding.question import Question

_CLAUSE_END = re.compile(r"[,;:—–]\s|\s[-—–]\s")
_CLAUSE_END_BUT_IF = re.compile(r"[,;:—–]\s(?!если)|\s[-—–]\s")
"""«Что будет, если испытания не пройдут» asks of what is not so."""
_ACCORDING = re.compile(
    rf",?(?: по)? ?\b(?:{alternation(read_groups('function_words/asides')['according'])})\b[^,]*,",
    re.IGNORECASE,
)
_PURPOSE = read_groups("function_words/particles")["purpose"]
_NEAREST = 3
"""A fact among so many nearest ones may say what is not so."""


def denying_first(search: SearchResult, lexicon: Lexicon) -> SearchResult:
    """The same facts; of the nearest, those that deny what the question denies come first."""
    near, rest = search.facts[:_NEAREST], search.facts[_NEAREST:]
    question, denied = search.question, main_denied(search.question)
    if not denied:
        return search

    def rank(found: ScoredFact) -> int:
        if _denies_the_same(found, question, denied, lexicon):
            return 0
        is_near = _shares_subject(found, question, denied)
        return 1 if is_near and _denies_otherwise(found, search.query, denied, lexicon) else 2

    return replace(search, facts=(*sorted(near, key=rank), *rest))


def numbered_first(search: SearchResult) -> SearchResult:
    """The same facts; where the best one lacks the ordinal asked for, those that have it come first."""
    if not search.facts or not is_other_number(search.facts[0]):
        return search
    near, rest = search.facts[:_NEAREST], search.facts[_NEAREST:]
    return replace(search, facts=(*sorted(near, key=is_other_number), *rest))


def of_numbered_event(search: SearchResult, base: FactBase) -> SearchResult:
    """The same facts; of when or where a numbered event is, a near fact about that one before the best fact,
    which only speaks of its number: «стал первым, ведь следующий назван вторым»."""
    question = search.question
    asked = {int(key[1:]) for key, _ in question.bound_ordinals if key[1:].isdecimal()}
    if len(asked) != 1 or question.slot not in (Slot.DATE, Slot.PLACE) or not search.facts:
        return search
    near, rest = search.facts[:_NEAREST], search.facts[_NEAREST:]
    orders = [_order(one, base) for one in near]
    if orders[0] is None or orders[0] in asked or not asked.intersection(orders):
        return search
    own = [one for one, order in zip(near, orders, strict=True) if order in asked]
    lower = own[0].score - 1
    others = [replace(one, score=min(one.score, lower)) for one in near if one not in own]
    return replace(search, facts=(*own, *others, *rest))


def _order(found: ScoredFact, base: FactBase) -> int | None:
    event = next((base.event_by_id.get(one) for one in found.fact.about[:1]), None)
    return None if event is None else event.order


def is_other_number(found: ScoredFact) -> bool:
    return bool(found.features.missing_ordinal or found.features.ordinal_clash)


def _shares_subject(found: ScoredFact, question: Question, denied: Sequence[Term]) -> bool:
    """Whether a fact has a word of the question beside those denied, where there is any."""
    terms = [question.terms[at] for at in question.content_places if question.terms[at] not in denied]
    return not terms or any(key in found.parsed.text_keys for term in terms for key, _ in term.keys)


def main_denied(question: Question) -> tuple[Term, ...]:
    """The words denied in the clause that asks, after its question word: «кто не приехал».

    What another clause denies only says of whom or what: «где живут те, кому не нашлось комнаты».
    """
    if not question.slots or not question.asking_places:
        return ()
    first = min(question.asking_places)
    start = question.terms[first].token.start
    if first and question.text[question.terms[first].token.end :].startswith(","):
        start = question.terms[first].token.end + 1  # «они что, не собрались?»
    ends = _CLAUSE_END if question.slot is not Slot.STATEMENT else _CLAUSE_END_BUT_IF
    # «По чьему мнению, визит не удался» is one clause.
    text = _ACCORDING.sub(lambda found: " " * len(found[0]), question.text)
    return tuple(
        question.terms[at]
        for at in question.request.negated
        if at > first
        and not any(term.word in _PURPOSE for term in question.terms[first:at])
        and not ends.search(text, start, question.terms[at].token.start)
    )


def denies(found: ScoredFact, query: QueryTerms, denied: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether a fact denies what the question denies.

    Either its statement or an example denies the same word, or the statement says it in other words.
    """
    same = _denies_the_same(found, query.question, denied, lexicon)
    return same or _denies_otherwise(found, query, denied, lexicon)


def _denies_the_same(found: ScoredFact, question: Question, denied: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether the statement denies the same word, or an example that asks for the same kind of thing does.

    One of another kind («почему не запустили») counts only where no example states the word.
    """
    if denies_same(found.fact.says, denied, lexicon):
        return True
    denying = [one for one in found.parsed.examples if denies_same(one.text, denied, lexicon)]
    if not denying or any(one.question.slot is question.slot for one in denying):
        return bool(denying)
    keys = {key for term in denied for key, level in term.keys if level >= Level.ROOT}
    return not any(keys & one.keys.keys() for one in found.parsed.examples if one not in denying)


def _denies_otherwise(found: ScoredFact, query: QueryTerms, denied: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether a fact denies it otherwise: «не сошлись» as «не договорились», «не летал» as «рейс отменили».

    Not where the statement has the denied word itself. Where a reason is asked, any denial counts; where a
    number is, one in the part that has the number.
    """
    says, stated, question = found.fact.says, found.parsed.statement_keys, query.question
    if question.slot is Slot.NUMBER:
        return amount_is_denied(found, query, denied, lexicon)
    if denies_by_other(says, denied, lexicon, naming=question.slot is not Slot.PERSON):
        return True
    if question.slot is Slot.DATE and _denies_of_a_day(says):
        return True
    words = [term for term in denied if not is_auxiliary(term)]
    if question.slot is Slot.REASON:
        words = [term for term in words if term.morphology.first_pos != "NOUN"]
    if any(key in stated for term in words for key, level in term.keys if level >= Level.ROOT):
        return False
    if denies_in_words(says):
        return True
    # «Почему не задержали сдачу» of a fact by which it was put off: the denial is what is denied.
    if question.slot is not Slot.REASON or not calls_off(says):
        return False
    denying = {key for term in lexicon.read(says) if has_denial(term.word) for key, _ in term.keys}
    held = found.parsed.text_keys
    return not any(
        key in denying or (level >= Level.ROOT and key in held) for term in words for key, level in term.keys
    )


def _denies_of_a_day(says: str) -> bool:
    """«В 2020 году регату не проводили»: a part of the statement that denies, with a date of its own."""
    return True in _days_denied(says)


def tells_other_days(says: str) -> bool:
    """Whether it denies of one day and affirms of another: «первый кубок разыграли в 2011 году, в 2020 и 2021
    годах регату не проводили»."""
    return set(_days_denied(says)) == {True, False}


def _days_denied(says: str) -> list[bool]:
    """For each part with a date, whether it denies."""
    parts = _CLAUSE_END.split(says)
    dated = (part for part in parts if any(one.kind is ValueKind.DATE for one in read_values(part)))
    return [denies_in_words(part) for part in dated]


def denies_at(says: str, value: Value) -> bool:
    """Whether the clause around a value denies."""
    start = max((mark.end() for mark in _CLAUSE_END.finditer(says, 0, value.start)), default=0)
    after = _CLAUSE_END.search(says, value.end)
    return denies_in_words(says[start : after.start() if after else len(says)])
