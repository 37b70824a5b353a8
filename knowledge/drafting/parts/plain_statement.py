"""A statement as it is asked of: without parentheses, signs, who says it and what a dash spells out."""

from __future__ import annotations

import itertools
import re

from knowledge.data.tables import read_table
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.people.attribution import attributions

_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?%")
_PERCENTS = [forms for (forms,) in read_table("drafting/percent", "form")]
_MARK = re.compile(r"[,;:]\s+")


def plain_statement(text: str) -> str:
    bare = _PERCENT.sub(_percent_word, _PARENTHESES.sub("", text)).strip().rstrip(".!?… ")
    return _before_dash(_said(bare))


def _percent_word(found: re.Match[str]) -> str:
    """«8,4%» -> «8,4 процента»."""
    number = found[1]
    if "," in number or "." in number:
        return f"{number} {_PERCENTS[1]}"
    last, tens = int(number[-1]), int(number[-2:])
    few = 2 <= last <= 4 and not 12 <= tens <= 14
    form = 0 if last == 1 and tens != 11 else 1 if few else 2
    return f"{number} {_PERCENTS[form]}"


def _said(text: str) -> str:
    """What somebody says, without the words that tell who: «X рассказала, что …», «По словам X, …»."""
    first = attributions(text)[0]
    return first.clause if first.said is not None and not first.of_previous else text


def _before_dash(text: str) -> str:
    """«Будут работать четыре кружка — шахматы, хор и волейбол»: what a dash spells out goes."""
    left, found, _ = text.partition(" — ")
    whole = found and "," not in left and left.count("«") == left.count("»")
    return left if whole and read_clause(left).predicate is not None else text


def segments(text: str) -> list[str]:
    """The text cut at commas, semicolons and colons outside quotation marks; a mark opens its segment."""
    cuts = [
        found.start()
        for found in _MARK.finditer(text)
        if text.count("«", 0, found.start()) == text.count("»", 0, found.start())
    ]
    edges = [0, *cuts, len(text)]
    return [text[start:end] for start, end in itertools.pairwise(edges) if text[start:end].strip()]
