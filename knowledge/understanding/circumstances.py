"""A clause with «когда» that asks nothing: «о чём договорились, когда Си ездил в Штаты?»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens

_WHEN = read_groups("question_words/groups")["when_clause"]
_PARTICLES = read_groups("function_words/particles")
_WHILE = next(iter(_PARTICLES["while"]))
_JOINING = _PARTICLES["joining"]
_HAPPENING = read_words("verbs/happening")
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH
_SUBJECT = frozenset({"NOUN", "ADJF", "NPRO", "UNKN", "LATN"})
_REACHES = 5
"""The verb stands within so many words after «когда»."""


def without_circumstance(text: str) -> str:
    """The text with «во время того как» for a «когда» that only says at what time.

    Its clause names who did what, in that order, and something else is asked. «Когда прошёл» and «когда съезд
    состоится» ask themselves.
    """
    words = tokens(text)
    for place, token in enumerate(words):
        joined = place > 0 and words[place - 1].word in _JOINING
        if token.word in _WHEN and not joined and _tells(words[place + 1 :]) and _asks_else(words, place):
            return f"{text[: token.start]}{_WHILE}{text[token.end :]}"
    return text


def _tells(after: Sequence[Token]) -> bool:
    """Whether a subject and a verb in the past follow, in this order."""
    for place, token in enumerate(after[:_REACHES]):
        found = analyse(token.word)
        if found.first_pos == "VERB":
            return place > 0 and "past" in found.moods and not _HAPPENING.intersection(found.lemmas)
        if found.first_pos not in _SUBJECT or token.word in _ASKING:
            return False
    return False


def _asks_else(words: Sequence[Token], when: int) -> bool:
    """Whether another question word stands before, or after and joined to nothing: «и с кем встретился»."""
    if any(token.word in _ASKING for token in words[:when]):
        return True
    later = range(when + 1, len(words))
    asking = [at for at in later if words[at].word in _ASKING]
    return bool(asking) and not any(token.word in _JOINING for token in words[asking[0] - 2 : asking[0]])
