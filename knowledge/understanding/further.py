"""«А подробнее?», «расскажи ещё»: a message that only asks to be told more of the last answer."""

from __future__ import annotations

from enum import StrEnum

from knowledge.data.tables import read_words
from knowledge.language.function_words import POLITE
from knowledge.language.tokens import tokens
from knowledge.understanding.phrase_patterns import find_phrases

_BESIDE = read_words("requests/further_fillers") | read_words("requests/wish_fillers") | POLITE


class Further(StrEnum):
    """How more is asked for."""

    DETAILS = "details"
    """«Подробнее»: of any answer."""
    SHORTER = "shorter"
    """«Покороче»: the last answer in one sentence."""
    WHERE = "where"
    """«В каком абзаце?»: where the source says it."""
    MORE = "more"
    """«Ещё», «дальше»: what comes next of a digest."""


def asks_further(text: str) -> Further | None:
    """Whether a whole message asks for more; None where it names anything besides."""
    words = [token.word for token in tokens(text)]
    found = find_phrases("further", [frozenset({word}) for word in words])
    for label, (first, after) in sorted(found.items()):
        if _BESIDE.issuperset(words[:first]) and _BESIDE.issuperset(words[after:]):
            return Further(label)
    return None
