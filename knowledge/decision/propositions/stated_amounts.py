"""A number, an amount or a date that a question states, held against the values of a fact that answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.amounts.calendar_lengths import may_be_as_long, only_length
from knowledge.decision.context.ages_apart import of_same_sense
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import OVER, UNDER, is_rounded, word_before
from knowledge.decision.context.limits import within_limit
from knowledge.decision.context.range_ends import of_asked_end
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.value_leads import of_same_noun, value_lead
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, ValueRole, number_end, read_values
from knowledge.results import Polarity, Slot, YesNoLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import value_wording
from knowledge.scoring.value_choice import outweighing, pick
from knowledge.understanding.denials import differ_in_denial
from knowledge.understanding.question import Question

_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
_NO_AMOUNT = _TIMES | {ValueKind.ORDINAL, ValueKind.SCORE, ValueKind.CLOCK}
_BARE = frozenset({ValueKind.NUMBER, ValueKind.COUNT})
_OF = read_groups("function_words/prepositions")["of_them"]
_WHOLE = read_groups("function_words/particles")["whole"]
_BOTH = read_groups("requests/whole_sets")["every"]
_AT_LEAST_ONE = read_groups("function_words/particles")["at_least"]
_NOON = 12 * 60
_NOUN = re.compile(r"\s+\w+")
_TO = re.compile(
    rf"\s*(?:{'|'.join(sorted(read_groups('function_words/prepositions')['range_end']))}|[-–—])\s*"
)
"""What stands between the ends of a range of ordinals."""


def stated_amounts(question: Question) -> tuple[Value, ...]:
    """What a question states in numbers; «в одном доме» beside another number only names the house,
    «хоть один» asks whether there is any."""
    values = [one for one in question.request.values if one.kind is not ValueKind.ORDINAL]
    values = [
        one for one in values if not (one.low == 1 and word_before(question.text, one) in _AT_LEAST_ONE)
    ]
    several = [one for one in values if not (one.kind in _BARE and one.low == one.high == 1)]
    return tuple(several or values)


def amounts_lead(
    found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    """«Да» where the fact has every value, «нет» where it has another in place of one; None if it has none.

    `context` is of the question as it was asked, or as it asks for the value instead of stating it.
    """
    values = stated_amounts(question)
    if not values or differ_in_denial(question.terms, access.lexicon.read(found.fact.says)):
        return None
    leads = [_lead(value, found, question, context, access) for value in values]
    known = [lead for lead in leads if lead is not None]
    denied = next((lead for lead in known if lead.polarity is Polarity.NO), None)
    if denied is not None or len(known) < len(leads):
        return denied
    return next((lead for lead in known if lead.polarity is Polarity.COARSER), known[0])


def _lead(
    value: Value, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    if value.kind in _TIMES:
        return value_lead(
            Stated(_places(value, question), Slot.DATE, value), found, question, context, access
        )
    given = question.text[value.start : value.end]
    held = _comparable(value, found, question, access.lexicon)
    held = of_asked_end(value, held, found.fact.says, question, access.lexicon)
    if not held:
        return _by_calendar(value, found, question)
    limited = within_limit(value, held, found.fact, context, access.lexicon)
    limited = limited or _part_of_all(value, held, found.fact.says, question)
    if limited is not None:
        return limited
    query = _without(value, context.search.query)
    equal = [one for one in held if _is_same(value, one)]
    before = word_before(question.text, value)
    if before in OVER | UNDER:
        nearest = pick(held, found.fact, query, access.lexicon)
        assert nearest is not None
        bound = _in_unit_of(nearest, value)
        fits = _exceeds(nearest, bound) if before in OVER else _falls_short(nearest, bound)
        if fits or not equal:
            polarity = Polarity.YES if fits else Polarity.NO
            return YesNoLead(polarity=polarity, held=_worded(nearest, found), given=given)
    if not equal:
        other = held[0] if len(held) == 1 else _nearest(held, found, query, access.lexicon)
        if other is None or _names_only_both(other, found) or is_rounded(value, other):
            return None
        return YesNoLead(polarity=Polarity.NO, held=_worded(other, found), given=given)
    other = _nearer(equal, held, found, query, access.lexicon)
    if other is not None:
        return YesNoLead(polarity=Polarity.NO, held=_worded(other, found), given=given)
    return YesNoLead(polarity=Polarity.YES)


def _by_calendar(value: Value, found: ScoredFact, question: Question) -> YesNoLead | None:
    """«Нет: 22 дня» to «длилась месяц?»."""
    length = only_length(value, values_of(found.fact))
    same = may_be_as_long(value, length) if length is not None else None
    if same is None or word_before(question.text, value) in OVER | UNDER:
        return None
    polarity = Polarity.YES if same else Polarity.NO
    return YesNoLead(polarity=polarity, held=_worded(length, found))


def _names_only_both(value: Value, found: ScoredFact) -> bool:
    """«Обе свои» counts nothing by itself: it says no other number than the asked one."""
    return value.kind is ValueKind.NUMBER and found.fact.says[value.start : value.end].lower() in _BOTH


def _part_of_all(value: Value, held: Sequence[Value], says: str, question: Question) -> YesNoLead | None:
    """«8 гонок из 10» to «все десять состоялись?»."""
    if value.kind not in _BARE or not any(term.word in _WHOLE for term in question.terms):
        return None
    for part, whole in pairwise(held):
        between = says[part.end : whole.start].strip().lower()
        if between in _OF and whole.low == value.low and part.low < whole.low:
            return YesNoLead(polarity=Polarity.NO, held=says[part.start : whole.end])
    return None


def _worded(value: Value | None, found: ScoredFact) -> str | None:
    if value is None:
        return None
    words = value_wording(found.fact, value)
    return words[0].lower() + words[1:] if value.start == 0 else words


def _places(value: Value, question: Question) -> frozenset[int]:
    return frozenset(
        at for at, term in enumerate(question.terms) if value.start <= term.token.start < value.end
    )


def _without(value: Value, query: QueryTerms) -> QueryTerms:
    """The query without the words of a value."""
    own = [one for one in query.terms if not value.start <= one.term.token.start < value.end]
    return replace(query, terms=tuple(own))


def _comparable(value: Value, found: ScoredFact, question: Question, lexicon: Lexicon) -> list[Value]:
    """The fact's values that may stand in place of the stated one: of its kind and unit, or bare numbers."""
    values = values_of(found.fact)
    if value.kind in _NO_AMOUNT:
        return [one for one in values if one.kind is value.kind]
    if _share(value) is not None:
        shares = [one for one in values if _share(one) is not None]
        if shares:
            return shares
    if value.kind not in _BARE:
        same = [one for one in values if (one.kind, one.unit) == (value.kind, value.unit)]
        return of_same_sense(same, found.fact, question)
    counts = [one for one in values if one.kind in _BARE]
    if value.kind is ValueKind.COUNT:
        named = of_same_noun(value, [one for one in counts if one.kind is ValueKind.COUNT], lexicon)
        if named:
            bare = [one for one in counts if one.kind is ValueKind.NUMBER]
            return sorted([*named, *bare], key=lambda one: one.start)
        if _is_counted(value, question) and _has_noun(value, found, lexicon):
            return numbered_range(value, found.fact.says)
    amounts = [one for one in values if one.kind not in _NO_AMOUNT]
    measured = question.request.measure
    if measured is not None and measured not in _BARE:
        return [one for one in amounts if one.kind is measured]
    if _is_counted(value, question):
        return counts
    return [one for one in amounts if value.low < 1 or one.low >= 1]


def _has_noun(value: Value, found: ScoredFact, lexicon: Lexicon) -> bool:
    """Whether the statement has the counted noun, though it counts another: «45 размер» of «с 26-го по 47-й
    размер, всего 500 пар», «3 место» of «третье место, 23 очка»."""
    said = {key for term in lexicon.read(found.fact.says) for key, level in term.keys if level is Level.LEMMA}
    return any(
        key in said
        for noun in value.nouns[:1]
        for key, level in lexicon.word(noun).keys
        if level is Level.LEMMA
    )


def numbered_range(value: Value, says: str) -> list[Value]:
    """The ordinals by which a statement numbers the noun of a value: one, or a range as one value."""
    ordinals = [one for one in read_values(says) if one.kind is ValueKind.ORDINAL]
    named = [at for at, one in enumerate(ordinals) if set(one.nouns[:1]) & set(value.nouns)]
    found = []
    for at in named:
        last, first = ordinals[at], ordinals[at - 1] if at else None
        is_range = first is not None and _TO.fullmatch(says[first.end : last.start].lower()) is not None
        begin = first if first is not None and is_range else last
        kind, role = ValueKind.COUNT, ValueRole.RANGE if is_range else last.role
        noun = _NOUN.match(says, last.end)  # «с 40-го по 60-й размер»
        end = noun.end() if noun is not None else last.end
        found.append(replace(last, kind=kind, role=role, low=begin.low, start=begin.start, end=end))
    return found


def _is_counted(value: Value, question: Question) -> bool:
    """Whether the noun follows its number: «640 кадров», not «высота 3200»."""
    return value.kind is ValueKind.COUNT and number_end(question.text, value) < value.end


def _is_same(stated: Value, held: Value) -> bool:
    if (stated.low, stated.high) == (held.low, held.high):
        return True
    if _share(stated) is not None and _share(stated) == _share(held):
        return True
    if stated.kind is ValueKind.CLOCK and not stated.is_range and not held.is_range:
        return stated.low < _NOON and stated.low + _NOON == held.low
    if stated.kind in _BARE and held.kind not in _BARE:
        return stated.low == stated.high == held.low / held.factor and not held.is_range
    return not stated.is_range and held.is_range and held.holds(stated)


def _in_unit_of(held: Value, stated: Value) -> Value:
    """A bare number as so many units of the held one: «больше восьмидесяти» of «81 год»."""
    if stated.kind not in _BARE or held.kind in _BARE or _share(stated) is not None:
        return stated
    return replace(stated, low=stated.low * held.factor, high=stated.high * held.factor)


def _exceeds(held: Value, stated: Value) -> bool:
    """«Больше половины» of «30 %» is no more than that."""
    shares = _share(held), _share(stated)
    return held.low > stated.low if shares[0] is None or shares[1] is None else shares[0] > shares[1]


def _falls_short(held: Value, stated: Value) -> bool:
    shares = _share(held), _share(stated)
    return held.high < stated.high if shares[0] is None or shares[1] is None else shares[0] < shares[1]


def _share(value: Value) -> float | None:
    """«Половина» and «50 %» are one share."""
    if value.kind is ValueKind.PERCENT:
        return value.low / 100
    return value.low if value.kind in _BARE and value.low < 1 else None


def _nearest(held: Sequence[Value], found: ScoredFact, query: QueryTerms, lexicon: Lexicon) -> Value | None:
    """The value that has clearly more of the question near it than each other one."""
    best = pick(held, found.fact, query, lexicon)
    beaten = outweighing(lambda one: one is not best, held, found.fact, query, lexicon)
    return best if beaten is best else None


def _nearer(
    equal: Sequence[Value], held: Sequence[Value], found: ScoredFact, query: QueryTerms, lexicon: Lexicon
) -> Value | None:
    """Another value than the stated one that has clearly more of the question near it."""
    given = [one for one in query.question.request.values if one.kind is equal[0].kind]
    if len(equal) == len(held) or len(given) > 1 or not query.terms:
        return None
    return outweighing(lambda one: one in equal, held, found.fact, query, lexicon)
