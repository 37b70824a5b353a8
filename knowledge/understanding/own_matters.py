"""Whether a message is about the bot or its reader: no fact will ever answer it."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.language import question_words
from knowledge.language.function_words import POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens

_OWN = read_words("requests/own_matters")
_ORDER = "impr"


def speaks_of_bot(text: str) -> bool:
    """«Во сколько ты мне напомнишь?», or an order that asks nothing: «удали напоминание»."""
    words = [token.word for token in tokens(text)]
    if _OWN.intersection(words):
        return True
    asking = question_words.WHICH | question_words.QUESTION_WORDS.keys() | question_words.YES_NO
    if not words or text.rstrip().endswith("?") or asking.intersection(words):
        return False
    first = analyse(words[0])
    return _ORDER in first.moods and not POLITE_VERBS.intersection(first.lemmas)
