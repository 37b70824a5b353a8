"""Tells keys struck at random («ыавпыв», «asdfasdf», «мммм») from words that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Container

from knowledge.language.keyboard_layout import russian_layout
from knowledge.language.morphology import is_known
from knowledge.language.tokens import Token, tokens

_SHORTEST = 3
_CONSONANT, _VOWEL = "[бвгджзйклмнпрстфхцчшщbcdfghjklmnpqrstvwxz]", "[аеиоуыэюяaeiou]"
_STRUCK = re.compile(
    r"[фывапролджэ]{4,}|[asdfghjkl]{4,}"  # one row of keys
    rf"|(?:{_CONSONANT}|[ъь]){{4,}}"
    rf"|.*?(?:(.)\1\1|{_CONSONANT}{{6}}|{_VOWEL}{{5}}|[ъы][ъыь]).*"
    r"|[ъь].+"
)


def is_noise(text: str, known: Container[str]) -> bool:
    """Whether a message is nothing but such keys. `known`: folded words of the base."""
    found = tokens(text)
    return bool(found) and all(_is_struck(one, known) for one in found)


def _is_struck(token: Token, known: Container[str]) -> bool:
    """A word in capitals may be an abbreviation; one in the other layout a word."""
    word = token.word
    if len(word) < _SHORTEST or token.written.isupper() or not word.isalpha():
        return False
    meant = (word, russian_layout(word))
    return _STRUCK.fullmatch(word) is not None and not any(is_known(one) or one in known for one in meant)
