"""A letter and a number that are said apart: «т два» is «т2» where the base has that word."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.language.function_words import FUNCTION_POS
from knowledge.language.lexical_keys import number_key
from knowledge.language.morphology import analyse

_APART = re.compile(r"(?<![\w-])([^\W\d_])(?:\s+|\s?-\s?)(\d{1,4}|[а-яё]+)(?![\w-])", re.IGNORECASE)


def join_codes(text: str, word_forms: Collection[str]) -> str:
    """The text with such pairs as the words of the base; «в два» stays, since «в» is a word itself."""

    def joined(found: re.Match[str]) -> str:
        letter, number = found[1], number_key(analyse(found[2].lower().replace("ё", "е")).lemmas[0])
        if number is None or not number.startswith("#") or analyse(letter.lower()).first_pos in FUNCTION_POS:
            return found[0]
        code = f"{letter}{number[1:]}"
        return code if code.lower() in word_forms else found[0]

    return _APART.sub(joined, text)
