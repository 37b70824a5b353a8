"""Leads for a date, a weekday or a number that a question states: the same, another, a less exact one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.ages_apart import of_same_sense
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import (
    OVER,
    UNDER,
    Match,
    compare_dates,
    compare_order,
    compare_values,
    order_asked,
    word_before,
)
from knowledge.decision.context.event_records import record_date, tells_of_report
from knowledge.decision.context.limits import within_limit
from knowledge.decision.context.open_spans import holds_both_ends, is_untold
from knowledge.decision.context.range_ends import of_asked_end
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.weekday_leads import weekday_lead
from knowledge.facts.dates import EdtfDate
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import Polarity, YesNoLead
from knowledge.retrieval.query_terms import QueryTerm, QueryTerms
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import value_wording, wording
from knowledge.scoring.value_choice import outweighing, pick
from knowledge.understanding.question import Question

_SEVERAL = 2
_MAKE = read_words("nouns/makes")
_REPORTING = read_words("verbs/reporting")
_AND = frozenset(read_groups("function_words/particles")["between_things"])


def value_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    value, fact = stated.value, found.fact
    assert value is not None
    given = question.text[value.start : value.end]
    values = values_of(fact)
    if value.kind is ValueKind.DATE:
        return _date_lead(value, found, question, context, access)
    if value.kind is ValueKind.WEEKDAY:
        return weekday_lead(value, found, question, context, access.lexicon)
    held_values = [one for one in values if one.kind is value.kind and one.unit == value.unit]
    held_values = of_same_sense(held_values, fact, question)
    if value.kind is ValueKind.COUNT:
        held_values = of_same_noun(value, held_values, access.lexicon)
    held_values = of_asked_end(value, held_values, fact.says, question, access.lexicon)
    limited = within_limit(value, held_values, fact, context, access.lexicon)
    if limited is not None:
        return limited
    before = word_before(question.text, value)
    bounds = before in OVER | UNDER
    bounded = [one for one in held_values if bounds and word_before(fact.says, one) == before]
    # «Не больше трёх» of a fact that says just so is no comparison.
    match = compare_values(value, bounded or held_values, "" if bounded else before)
    meant = [one for one in held_values if bounds and compare_values(value, [one], before) is Match.SAME]
    other = _nearer(value, held_values, found, context, access, meant) if match is Match.SAME else None
    if other is not None:
        return YesNoLead(polarity=Polarity.NO, held=value_wording(fact, other), given=given)
    query = replace(context.search.query, terms=_terms_without(value, context.search.query))
    nearest = pick(held_values, fact, query, access.lexicon)
    return verdict(match, value_wording(fact, nearest) if nearest is not None else None, given)


def _asks_of_report(question: Question, access: BaseAccess) -> bool:
    """«„Вестник“ сообщил 6 мая?» asks of the day of the report, not of the event."""
    publisher = access.lexicon.sure(access.base.source.publisher or "")
    return any(
        _REPORTING.intersection(term.morphology.lemmas)
        or any(key in publisher for key, level in term.keys if level is Level.LEMMA)
        for term in question.terms
    )


def _date_lead(
    value: Value, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    fact, given = found.fact, question.text[value.start : value.end]
    own = [one for one in values_of(fact) if one.kind is ValueKind.DATE]
    record = record_date(fact, context.base)
    if tells_of_report(fact, context.base) and _asks_of_report(question, access):
        record = fact.when
    spanned = () if holds_both_ends(record, own) else own
    year = context.base.source.published.end.year
    order = order_asked(question.text, value) if record is not None and not record.is_interval else None
    if record is not None and order is not None:
        return verdict(compare_order(value, record, year, order), record, given)
    apart = _of_own_relation(record, own, found, context, access, year)
    if apart is not None:
        apart_too = [one for one in own if one == apart or _are_listed(fact.says, one, apart)]
        match = compare_dates(value, None, apart_too, year)
        return verdict(match, _with_make(wording(fact, apart), apart, fact.says), given)
    match = compare_dates(value, record, spanned, year)
    if match is Match.OTHER and is_untold(value, record, spanned, fact.says, question, access):
        match = Match.UNTOLD
    other = _nearer(value, own, found, context, access) if match is Match.SAME else None
    if other is not None:
        return YesNoLead(polarity=Polarity.NO, held=wording(fact, other), given=given)
    held = record if record is not None else (wording(fact, own[0]) if own else None)
    return verdict(match, held, given)


def _with_make(words: str, value: Value, says: str) -> str:
    """«1958 года постройки», not «1958 года»."""
    after = re.match(r" (\w+)", says[value.end :])
    return words + after[0] if after and _MAKE.intersection(analyse(after[1].lower()).lemmas) else words


def _of_own_relation(
    record: EdtfDate | None,
    own: Sequence[Value],
    found: ScoredFact,
    context: RuleContext,
    access: BaseAccess,
    year: int,
) -> Value | None:
    """The date of what is asked where the statement ties another date than the record's to it: «мост 1961
    года постройки закроют в мае», asked when it was built."""
    if record is None or len(own) < _SEVERAL:
        return None
    recorded = [one for one in own if compare_dates(one, record, (), year) is not Match.OTHER]
    if not recorded or len(recorded) == len(own):
        return None
    query, dated = context.search.query, context.search.query.question.request.values
    bare = [one for one in query.terms if not any(v.start <= one.term.token.start < v.end for v in dated)]
    return outweighing(
        lambda one: one in recorded, own, found.fact, replace(query, terms=tuple(bare)), access.lexicon
    )


def _terms_without(value: Value, query: QueryTerms) -> tuple[QueryTerm, ...]:
    return tuple(one for one in query.terms if not value.start <= one.term.token.start < value.end)


def _nearer(
    stated: Value,
    held: Sequence[Value],
    found: ScoredFact,
    context: RuleContext,
    access: BaseAccess,
    within: Sequence[Value] = (),
) -> Value | None:
    """Another value than the stated one or those `within` its bound, which stands nearer to the words of the
    question: «польза — 20 %» of «техника — 20 %, польза — 30 %»."""
    query = context.search.query
    given = [one for one in query.question.request.values if one.kind is not ValueKind.ORDINAL]
    if len(held) < _SEVERAL or len(given) > 1 or stated.is_range:
        return None
    own = _terms_without(stated, query)
    meant = list(within) or [one for one in held if one.low == stated.low and one.dates == stated.dates]
    others = [one for one in held if one not in meant]
    if not own or any(_are_listed(found.fact.says, one, other) for one in meant for other in others):
        return None
    return outweighing(
        lambda one: one in meant,
        held,
        found.fact,
        replace(query, terms=own),
        access.lexicon,
    )


def _are_listed(says: str, one: Value, other: Value) -> bool:
    """«12 и 13 мая»: nothing but a conjunction stands between."""
    first, second = sorted((one, other), key=lambda value: value.start)
    return not set(re.findall(r"\w+", says[first.end : second.start].lower())) - _AND


def verdict(match: Match, held: str | EdtfDate | None, given: str) -> YesNoLead | None:
    match match:
        case Match.SAME:
            return YesNoLead(polarity=Polarity.YES)
        case Match.OTHER:
            return YesNoLead(polarity=Polarity.NO, held=held, given=given)
        case Match.COARSER:
            return YesNoLead(polarity=Polarity.COARSER, held=held, given=given)
        case Match.UNTOLD:
            return YesNoLead(polarity=Polarity.UNTOLD)
    return None


def of_same_noun(stated: Value, held: Sequence[Value], lexicon: Lexicon) -> list[Value]:
    """Counts of the stated noun, or else of one of like meaning."""
    same = [one for one in held if set(one.nouns[:1]) & set(stated.nouns[:1])]
    return same or [one for one in held if same_noun(stated, one, lexicon)]


def same_noun(stated: Value, held: Value, lexicon: Lexicon) -> bool:
    if not stated.nouns or not held.nouns:
        return bool(held.nouns == stated.nouns)
    keys = {key for key, _ in lexicon.word(stated.nouns[0]).keys}
    mine, theirs = lexicon.word(stated.nouns[0]).morphology, lexicon.word(held.nouns[0]).morphology
    people = mine.animate and theirs.animate and "человек" in (*stated.nouns, *held.nouns)
    return people or any(key in keys for noun in held.nouns for key, _ in lexicon.word(noun).keys)
