"""«У кого больше», «на сколько дороже»: two values of one kind in a statement, set against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.facts.model import Fact
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind
from knowledge.results import ExtremeLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import asked_kinds, values_of
from knowledge.scoring.statement_wording import sentence, wording

_COMPARATIVES = {
    direction: frozenset(split_cell(words))
    for direction, words in read_table("values/comparatives", "direction", "words")
}
_APART = read_groups("question_words/groups")["difference"]
UNCOMPARED = frozenset(
    {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL, ValueKind.SCORE, ValueKind.CLOCK}
)
_BY = re.compile(r"\bна $", re.IGNORECASE)
_PIECES = re.compile(r"[,:](?!\d)|[;()]|\bа\b|\bи\b")


def comparison_lead(fact: Fact, query: QueryTerms) -> ExtremeLead | None:
    """The part with the greater or lesser value, or the difference; None without two values."""
    values = comparable_values(fact, query)
    if len(values) < 2:
        return None
    words = [term.word for term in query.question.terms]
    if _APART.intersection(words) or ("на" in words and "сколько" in words):
        return _told_difference(fact, values) or _difference(values)
    told = next((at for word in words if (at := _compared_at(fact.says, word)) is not None), None)
    if told is not None:
        # «Глубже всех „Речной порт“, 47 метров»: the statement compares by the same word.
        value = min(values, key=lambda one: (one.start < told, abs(one.start - told)))
        return ExtremeLead(text=sentence(piece_of(fact.says, value)))
    below = any(word in _COMPARATIVES["below"] for word in words)
    chosen = min(values, key=lambda one: one.low) if below else max(values, key=lambda one: one.high)
    if sum(one.low == chosen.low for one in values) > 1:
        return None
    return ExtremeLead(text=sentence(piece_of(fact.says, chosen)))


def _compared_at(says: str, word: str) -> int | None:
    """Where the statement has a comparative of the question."""
    if analyse(word).first_pos != "COMP":
        return None
    found = re.search(rf"\b{re.escape(word)}\b", says.lower().replace("ё", "е"))
    return found.start() if found else None


def comparable_values(fact: Fact, query: QueryTerms) -> list[Value]:
    """Values of the first kind that the statement has two of, of the kind asked for where one is."""
    kinds = asked_kinds(query)
    for value in values_of(fact):
        if value.kind in UNCOMPARED or (kinds and value.kind not in kinds):
            continue
        same = [one for one in values_of(fact) if (one.kind, one.unit) == (value.kind, value.unit)]
        if value.kind is ValueKind.COUNT:
            same = [one for one in same if one.nouns[:1] == value.nouns[:1]]
        if len(same) > 1:
            return same
    return []


def _told_difference(fact: Fact, values: Sequence[Value]) -> ExtremeLead | None:
    """«На 900 тысяч» of «7,2 миллиона — на 900 тысяч меньше, чем просили»: told, and no amount apart."""
    told = [one for one in values if _BY.search(fact.says[: one.start])]
    if len(told) != 1 or analyse(_word_after(fact.says, told[0])).first_pos != "COMP":
        return None
    return ExtremeLead(text=sentence(f"на {wording(fact, told[0])}"))


def _word_after(says: str, value: Value) -> str:
    found = re.match(r" (\w+)", says[value.end :])
    return found[1].lower() if found else ""


def _difference(values: Sequence[Value]) -> ExtremeLead | None:
    """How far the least and the greatest are apart, in a unit whose forms are known."""
    amount = max(one.high for one in values) - min(one.low for one in values)
    factors = {one.factor for one in values}
    told = counted_units(amount, values[0].unit, factors.pop() if len(factors) == 1 else 1.0)
    return ExtremeLead(text=told, computed=True) if told is not None else None


def piece_of(says: str, value: Value) -> str:
    """The part of the statement around a value, from mark to mark; a bare value takes the part before it."""
    marks = [found.end() for found in _PIECES.finditer(says, 0, value.start)]
    after = _PIECES.search(says, value.end)
    last = after.start() if after else len(says)
    first = marks[-1] if marks else 0
    if says[first:last].strip(" .") == says[value.start : value.end].strip(" .") and marks:
        first = marks[-2] if len(marks) > 1 else 0
    return says[first:last].strip(" .")
