"""A question without its run-up: «Добрый день! Пишу статью. Подскажите, когда…» -> «когда…»."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.language import asking
from knowledge.language.function_words import POLITE, POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.text import sentences, tokens

_CLAUSE = re.compile(r"(?<=[,:;—–])\s|\s[-—–]\s")
_MOODS = frozenset({"impr", "1per"})


def without_runup(text: str, known: Callable[[str], bool]) -> str:
    """The sentences and clauses of a cleaned text that ask.

    `known` tells whether a word belongs to the base: a clause that asks nothing is kept
    where it names the matter («Насчёт второго диалога: когда он?»). A text in which
    nothing asks is given back whole.
    """
    parts = sentences(text)
    if len(parts) > 1:
        asked = [part for part in parts if _asks(part) or text[text.find(part) + len(part) :][:1] == "?"]
        if asked and len(asked) < len(parts):
            about = [part for part in parts if part in asked or _names(part, known)]
            text = " ".join(f"{part}?" if part in asked else f"{part}." for part in about)
    return _without_clauses(text, known)


def _without_clauses(text: str, known: Callable[[str], bool]) -> str:
    """Clauses before the one that asks, dropped where they are polite or foreign to the base."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    first = next((number for number, clause in enumerate(clauses) if _asks(clause)), 0)
    if not first:
        return text
    polite = max((n for n, clause in enumerate(clauses[:first]) if _is_polite(clause)), default=-1)
    kept = [
        clause for number, clause in enumerate(clauses[:first]) if number > polite and _names(clause, known)
    ]
    return " ".join([*kept, *clauses[first:]])


def _asks(clause: str) -> bool:
    words = [token.word for token in tokens(clause)]
    return any(word in asking.QUESTION_WORDS or word in asking.WHICH or word in asking.YES_NO for word in words)


def _names(clause: str, known: Callable[[str], bool]) -> bool:
    return not _is_polite(clause) and any(known(token.word) for token in tokens(clause))


def _is_polite(clause: str) -> bool:
    for token in tokens(clause):
        word = analyse(token.word)
        forms = {token.word, *word.lemmas}
        if forms & POLITE or (forms & POLITE_VERBS and (word.moods & _MOODS or word.first_pos == "INFN")):
            return True
    return False
