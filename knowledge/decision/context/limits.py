"""«Мне 12 лет, пустят?» of «пускают с 16 лет»: whether a stated value is within a limit of the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from knowledge.data.tables import read_groups, read_table, read_words, split_cell
from knowledge.decision.context.age_bearers import is_adult, is_of_children
from knowledge.decision.context.capacities import fits_capacity
from knowledge.decision.context.comparison import OVER, UNDER
from knowledge.decision.context.denied_amounts import part_of
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, ValueRole
from knowledge.results import Polarity, YesNoLead
from knowledge.scoring.statement_wording import is_changed, wording
from knowledge.understanding.denials import (
    denied_places,
    differ_in_denial,
    has_denial,
)
from knowledge.understanding.denied_by import denies_by_other
from knowledge.understanding.question import Question

_UNLIMITED = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL, ValueKind.SCORE})
_BEFORE = re.compile(r"(?:(\w+) )?(\w+) $")
_VERBS = frozenset({"VERB", "PRTS"})
_INCLUSIVE = re.compile(r"\s*,?\s*включительно", re.IGNORECASE)
_MARKS = re.compile(r"[,;:()—–]")
_PARTICLES = read_groups("function_words/particles")
_CONDITION_REACHES = 5
"""«При» stands so many words before a value, or fewer."""
_LASTING = read_groups("function_words/prepositions")["reminder_later"]
_EDGES = {"yes": True, "no": False, "open": None}
_TELLING = read_words("verbs/reporting") | SAYING
_ACTS = frozenset({"VERB", "PRTS", "INFN", "PRED"})


class Limit(NamedTuple):
    is_lower: bool
    inclusive: bool | None
    """Whether the value itself is within; None where the words leave it open."""
    is_condition: bool = False
    """«При ветре сильнее 18»: of what happens only then."""


def within_limit(
    stated: Value, held: Sequence[Value], fact: Fact, context: RuleContext, lexicon: Lexicon
) -> YesNoLead | None:
    """«Да» or «нет» with the limit; None where there is not one limit, untold for an edge that may be out.

    What was counted once («пришло не менее ста человек») is no limit.
    """
    if stated.kind in _UNLIMITED or stated.role is not ValueRole.AT or stated.is_range:
        return None
    question = context.search.question
    given = question.text[stated.start : stated.end]
    fits = fits_capacity(stated, held, fact, question, lexicon)
    if fits is not None:
        polarity = Polarity.YES if fits else Polarity.NO
        return YesNoLead(polarity=polarity, held=wording(fact, held[0]), given=given)
    if _limit(question.text, stated) or _is_compared(question.text, stated) or _tells_past(fact, lexicon):
        return None
    limits = [(one, limit) for one in held if not one.is_range and (limit := limit_of(fact, one))]
    if len(limits) != 1 or len(held) != 1 or _names_limit(question, limits[0][1]):
        return None
    value, limit = limits[0]
    is_within = _is_within(stated, value, limit, fact)
    if is_within is None or _lasts(question.text, stated):
        return YesNoLead(polarity=Polarity.UNTOLD)  # a subscription «на год» is no age
    return _verdict(is_within, value, limit, fact, question, given, lexicon)


def _is_within(stated: Value, value: Value, limit: Limit, fact: Fact) -> bool | None:
    """None of the edge that may be out, and of an adult by a limit of children."""
    # «Мне шестьдесят»: a bare number is in the unit of the limit.
    amount = stated.low * value.factor if stated.kind is ValueKind.NUMBER else stated.low
    if is_adult(stated) and not limit.is_lower and is_of_children(value, fact):
        return None
    if amount == value.low:
        return _edge_is_within(limit, value, fact)
    return amount > value.low if limit.is_lower else amount < value.low


def _verdict(
    fits: bool, value: Value, limit: Limit, fact: Fact, question: Question, given: str, lexicon: Lexicon
) -> YesNoLead | None:
    """«Да» within a limit that affirms what is asked, «нет» within one that denies it."""
    says = lexicon.read(fact.says)
    part = fact.says if limit.is_condition else part_of(fact.says, value)
    if denies_by_other(part, question.terms, lexicon):
        # «Детей до семи лет возят бесплатно» of «нужен билет?»; of older ones nothing is said.
        return YesNoLead(polarity=Polarity.NO, denying=True) if fits else YesNoLead(polarity=Polarity.UNTOLD)
    if limit.is_condition and not _have_one_deed(question.terms, says):
        return YesNoLead(polarity=Polarity.UNTOLD)
    denies = any(map(has_denial, (term.word for term in question.terms)))
    if _forbids(lexicon.read(part)) and not denies and not differ_in_denial(question.terms, says):
        # «Младше двенадцати лет не пускают» of «пропустят»; of others nothing is said.
        return YesNoLead(polarity=Polarity.NO, held=_worded(fact, value), given=given) if fits else None
    return YesNoLead(polarity=Polarity.YES if fits else Polarity.NO, held=_worded(fact, value), given=given)


def _have_one_deed(asked: Sequence[Term], says: Sequence[Term]) -> bool:
    """«Остановят?» of «останавливают», not «опасно?»."""
    said = {
        key
        for term in says
        if term.morphology.first_pos in _ACTS
        for key, level in term.keys
        if level >= Level.SYNONYM
    }
    return any(key in said for term in asked if term.morphology.first_pos in _ACTS for key, _ in term.keys)


def _forbids(terms: Sequence[Term]) -> bool:
    """Whether a verb of a part is denied or denies: «не пускают», «нельзя», «запрещён»."""
    denied = {at for at in denied_places(terms) if terms[at].morphology.first_pos in _ACTS}
    return bool(denied) or any(
        term.morphology.first_pos in _VERBS and has_denial(term.word) for term in terms
    )


def _names_limit(question: Question, limit: Limit) -> bool:
    """«Минимальный взнос 20 процентов, да?» states the limit; «не ходит при ветре 20?» a case of it."""
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    asks = any(term.word in _PARTICLES["whether"] for term in question.terms)
    if question.request.denies and not limit.is_condition:
        return True
    return (question.request.tagged and not asks) or bool(lemmas & _limit_names())


@cache
def _limit_names() -> frozenset[str]:
    rows = read_table("values/dimensions", "direction", "kind", "words")
    return frozenset(word for _, kind, words in rows if kind == "most" for word in split_cell(words))


def _lasts(text: str, value: Value) -> bool:
    found = _BEFORE.search(text[: value.start].lower())
    return value.kind is ValueKind.DURATION and found is not None and found[2] in _LASTING


def _edge_is_within(limit: Limit, value: Value, fact: Fact) -> bool | None:
    """Whether the value that the limit names is itself allowed; None where the words leave it open.

    A child of seven is no child «до семи лет»; «до двадцати килограммов» may take in the twenty.
    """
    if _INCLUSIVE.match(fact.says, value.end):
        return True
    if limit.inclusive is None and value.kind is ValueKind.DURATION:
        return False
    return limit.inclusive


def _limit(text: str, value: Value) -> Limit | None:
    """The limit that the words before a value make it."""
    found = _BEFORE.search(text[: value.start].lower().replace("ё", "е"))
    if found is None:
        return None
    words = _words()
    return words.get(f"{found[1]} {found[2]}") or words.get(found[2])


def _is_compared(text: str, value: Value) -> bool:
    """«Сильнее 18», of the question itself."""
    words = _MARKS.split(text[: value.start])[-1].lower().replace("ё", "е").split()
    return bool(words) and words[-1] in OVER | UNDER


def limit_of(fact: Fact, value: Value) -> Limit | None:
    """The limit in a statement: by the words before the value, or by a condition, «при ветре сильнее 18»."""
    limit = _limit(fact.says, value)
    if limit is not None:
        return None if is_changed(fact.says, value) else limit
    words = _MARKS.split(fact.says[: value.start])[-1].lower().replace("ё", "е").split()
    if not words or words[-1] not in OVER | UNDER or _PARTICLES["negate"].intersection(words[-2:]):
        return None
    is_condition = bool(_PARTICLES["condition"].intersection(words[-_CONDITION_REACHES:]))
    return Limit(words[-1] in OVER, inclusive=False, is_condition=True) if is_condition else None


def _worded(fact: Fact, value: Value) -> str:
    """The value with the words that make it a limit."""
    told = wording(fact, value)
    found = _BEFORE.search(fact.says[: value.start])
    if found is None or told != fact.says[value.start : value.end].strip(" ."):
        return told
    two = f"{found[1]} {found[2]}".lower().replace("ё", "е")
    return f"{found[1]} {found[2]} {told}" if two in _words() else f"{found[2]} {told}"


def _tells_past(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether what is told is past; «предупредила Орлова» only says by whom it was told."""
    return any(
        "past" in term.morphology.moods
        and term.morphology.first_pos in _VERBS
        and not _TELLING.intersection(term.morphology.lemmas)
        for term in lexicon.read(fact.says)
    )


@cache
def _words() -> dict[str, Limit]:
    rows = read_table("values/limits", "limit", "inclusive", "words")
    return {
        word: Limit(limit == "lower", _EDGES[inclusive])
        for limit, inclusive, words in rows
        for word in split_cell(words)
    }
