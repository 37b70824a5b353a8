"""What a reader wants of the bot itself, said in words: «подпиши меня», «удали мои данные», an insult, English."""

from __future__ import annotations

import re

from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.results import Wish
from knowledge.understanding.phrase_patterns import find_phrases

_LATIN = re.compile(r"[A-Za-z]{2,}")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
ASKING = question_words.WHICH | question_words.QUESTION_WORDS.keys()
_SHORT = 5
"""A longer text with a question word asks something."""
_MOST_LEFT = 3
"""Words of a wish beside its phrase; more make it a question about the base."""
_OPEN = frozenset({Wish.REMIND, Wish.FOLLOW, Wish.UNFOLLOW, Wish.REPORT})
"""Wishes that say of what: «напомни за три дня до второго диалога»."""
_LEAST_ENGLISH = 0.3


def read_wish(text: str) -> Wish | None:
    """The wish that a whole message is, None where it is a question."""
    if _is_english(text):
        return Wish.ENGLISH
    words = [frozenset({token.word}) for token in tokens(text)]
    if not words or (len(words) > _SHORT and any(word & ASKING for word in words)):
        return None
    found = find_phrases("wishes", words)
    for label, (first, after) in sorted(found.items(), key=lambda one: one[1][0] - one[1][1]):
        wish = Wish(label)
        left = len(words) - (after - first)
        if left <= _MOST_LEFT or (wish in _OPEN and first <= _MOST_LEFT):
            return wish
    insult = find_phrases("insults", [one | frozenset(analyse(word).lemmas) for one in words for word in one])
    if insult and len(words) - sum(after - first for first, after in insult.values()) <= _MOST_LEFT:
        return Wish.INSULT
    return None


def _is_english(text: str) -> bool:
    if _CYRILLIC.search(text) or not _LATIN.search(text):
        return False
    words = [frozenset({token.word}) for token in tokens(text)]
    known = sum(bool(find_phrases("english", [word])) for word in words)
    return len(words) > 1 and known / len(words) >= _LEAST_ENGLISH
