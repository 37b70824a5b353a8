"""Splits a paragraph into sentences: an abbreviation, an initial or a quotation splits nothing."""

from __future__ import annotations

import re

from knowledge.data.tables import read_words

_ABBREVIATIONS = read_words("function_words/abbreviations")
_END = re.compile(r"[.!?…]+[»\"”)]*(?=\s+(?:[—–-]+\s*)?[«\"„(]?[А-ЯЁA-Z0-9])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_OPENS, _CLOSES = "«„", "»“"


def split_sentences(paragraph: str) -> list[str]:
    """The sentences in order, each with its marks; one quotation is never cut."""
    out: list[str] = []
    start = 0
    for found in _END.finditer(paragraph):
        piece = paragraph[start : found.end()]
        if _is_abbreviated(piece, paragraph, found.end()) or _is_inside_quotation(piece):
            continue
        out.append(piece.strip())
        start = found.end()
    rest = paragraph[start:].strip()
    return [*out, rest] if rest else out


def _is_abbreviated(piece: str, paragraph: str, end: int) -> bool:
    last = _LAST_WORD.search(piece)
    if last is None:
        return False
    word = last[1]
    if len(word) == 1 and word.isupper():
        return True
    follows = paragraph[end:].lstrip()[:1]
    return word.lower() in _ABBREVIATIONS and (follows.isdigit() or word.islower())


def _is_inside_quotation(piece: str) -> bool:
    opened = sum(piece.count(sign) for sign in _OPENS) - sum(piece.count(sign) for sign in _CLOSES)
    return opened > 0 or piece.count('"') % 2 == 1
