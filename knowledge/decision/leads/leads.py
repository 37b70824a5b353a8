"""The first line of an answer: the value that was asked for, as the base has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.ages_apart import of_same_sense
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.differences import by_how_much
from knowledge.decision.context.range_ends import amounts_until, asked_end_of, end_wording
from knowledge.decision.context.value_comparison import comparison_lead
from knowledge.decision.leads.ages_and_terms import age_lead, term_lead
from knowledge.decision.leads.choices import choice_lead
from knowledge.decision.leads.conditions import is_condition
from knowledge.decision.leads.counted_people import count_people
from knowledge.decision.leads.lengths_of_others import is_of_another_subject, without_ages
from knowledge.decision.leads.own_deeds import is_of_another_deed
from knowledge.decision.leads.several_measures import measures_lead
from knowledge.decision.leads.totals import several_of, tells_of_so_many, total_lead
from knowledge.decision.leads.untold_shares import is_further_part, is_of_another_share
from knowledge.decision.leads.when_leads import when_lead
from knowledge.decision.leads.where_leads import marked_if_country, where_lead
from knowledge.decision.leads.who_leads import people_lead
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value, ValueKind
from knowledge.results import AnswerForm, Lead, Shown, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.counted_nouns import counted_noun
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import matching_values, values_of
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.scoring.value_choice import pick, pick_clear
from knowledge.understanding.denials import denies_in_words, has_denial
from knowledge.understanding.request import Span

_AMOUNT_FORMS = (AnswerForm.HOW_MANY, AnswerForm.HOW_MUCH, AnswerForm.HOW_LONG)
_ONLY = read_groups("function_words/particles")["only"]
_MARKS = re.compile(r"[,;:()]\s|\s[—–]\s")
_AMOUNTS = frozenset({ValueKind.MONEY, ValueKind.PERCENT})
"""What «до скольких» is asked of besides times."""
_NOMINATIVE = "еы"
"""End «две» and «полторы», the nominatives of numerals that differ from the dictionary's form."""


def lead_of(shown: Shown, query: QueryTerms, access: BaseAccess, event: Event | None) -> Lead | None:
    """The lead for one fact; None where its statement is the answer. `event`: what is asked about."""
    fact, form, lexicon = shown.fact, query.question.request.form, access.lexicon
    if form in _AMOUNT_FORMS:
        asked = age_lead(fact, query.question) or measures_lead(fact, query, lexicon)
        return asked or _quantity_lead(shown, query, access)
    match form:
        case AnswerForm.UNTIL:
            return _until_lead(shown, query, access, event)
        case AnswerForm.WHEN:
            return when_lead(fact, query, access, event) or term_lead(fact, query.question)
        case AnswerForm.WHERE:
            return marked_if_country(where_lead(fact, query, access, event), query, lexicon)
        case AnswerForm.WHO | AnswerForm.LIST:
            return people_lead(shown, query, access.base, lexicon)
        case AnswerForm.COMPARE:
            return comparison_lead(fact, query)
        case AnswerForm.WHICH:
            return choice_lead(fact, query, lexicon)
    return None


def _until_lead(shown: Shown, query: QueryTerms, access: BaseAccess, event: Event | None) -> Lead | None:
    """«До скольки»: an amount where one is asked for, or is the only end that is told; else a time."""
    fact, request = shown.fact, query.question.request
    if request.measure in _AMOUNTS:
        return _quantity_lead(shown, query, access)
    ends = [] if request.exact else amounts_until(values_of(fact))
    amount = pick(ends, fact, query, access.lexicon, access.own_words)
    if amount is not None:
        return ValueLead(held=sentence(wording(fact, amount, request)))
    return when_lead(fact, query, access, event)


def is_affirmed(lead: Lead | None, says: str) -> bool:
    """Whether a value stands in a part of the statement that denies nothing: «в последний вагон» is no answer
    to «куда не пускают», though the statement says that too."""
    if not isinstance(lead, ValueLead) or not isinstance(lead.held, str):
        return False
    at = says.lower().find(lead.held.lower())
    first = max((mark.end() for mark in _MARKS.finditer(says, 0, max(at, 0))), default=0)
    after = _MARKS.search(says, max(at, 0) + len(lead.held))
    parts = len(_MARKS.findall(says))
    return at >= 0 and parts > 0 and not _denies(says[first : after.start() if after else len(says)])


def _denies(text: str) -> bool:
    """Whether a part denies; «только в последний» says where it is so."""
    return denies_in_words(text) or has_denial(
        " ".join(word for word in text.split() if word.lower() not in _ONLY)
    )


def _quantity_lead(shown: Shown, query: QueryTerms, access: BaseAccess) -> Lead | None:
    base, lexicon = access.base, access.lexicon
    fact, request = shown.fact, query.question.request
    found = of_same_sense(matching_values(fact, query, lexicon), fact, query.question)
    found = without_ages(found, query.question) if request.span is Span.LASTING else found
    values = by_how_much(found, fact, query.question)
    value = pick_clear(values, fact, query, lexicon, access.own_words)
    if value is not None and _is_of_another(value, fact, query, lexicon):
        return None
    if (values and value is None) or _is_for_another_amount(fact, request.values):
        return None
    if value is not None and is_condition(value, fact, query.question):
        return None
    several = several_of(request)
    if value is not None and several is not None and value.kind is ValueKind.MONEY:
        total = total_lead(value, several, fact, lexicon)
        if total is not None or not tells_of_so_many(several, fact):
            return total
    if value is not None and value.inside:
        told = counted_units(value.low, value.unit, value.factor)
        return ValueLead(held=told) if told is not None else None
    if value is not None:
        end = asked_end_of(value, fact.says, query.question, lexicon)
        times = request if value.kind is ValueKind.CLOCK else None
        words = wording(fact, value, times) if end is None else end_wording(value, end, fact)
        return ValueLead(held=sentence(_nominative(words, value, lexicon)))
    if request.span is Span.LASTING:
        return None
    return count_people(fact, query, base)


def _is_of_another(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    others = (is_of_another_deed, is_of_another_subject, is_of_another_share, is_further_part)
    return any(is_other(value, fact, query, lexicon) for is_other in others)


def _is_for_another_amount(fact: Fact, stated: Sequence[Value]) -> bool:
    """«Во сколько обойдётся десятиминутная поездка» of «минута стоит 7 рублей»: seven is not the answer."""
    held = values_of(fact)
    return any(
        value.inside and not any((one.kind, one.low) == (value.kind, value.low) for one in held)
        for value in stated
    )


def _nominative(words: str, value: Value, lexicon: Lexicon) -> str:
    """«42 породы» for «сорока двух пород» of «собак сорока двух пород»: no other case stands by itself."""
    first = lexicon.read(words)[0]
    is_oblique = first.word not in first.morphology.lemmas and first.word[-1] not in _NOMINATIVE
    if value.kind is ValueKind.COUNT and first.morphology.first_pos == "NUMR" and is_oblique:
        is_named = bool(value.nouns) and len(words.split()) > 1 and not value.is_range
        return (counted_noun(value.low, value.nouns[0]) if is_named else None) or f"{value.low:g}"
    return words
