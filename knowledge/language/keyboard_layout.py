"""Russian typed with the wrong keyboard layout or in Latin letters."""

from __future__ import annotations

import re

_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-яё]")
_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_JCUKEN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_QWERTY_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_JCUKEN_SHIFTED = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_TO_RUSSIAN = str.maketrans(_QWERTY + _QWERTY_SHIFTED, _JCUKEN + _JCUKEN_SHIFTED)
_TO_LATIN = str.maketrans(_JCUKEN + _JCUKEN_SHIFTED, _QWERTY + _QWERTY_SHIFTED)

_LETTERS = (
    *(("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х")),
    *(("ts", "ц"), ("tz", "ц")),
    *(("ya", "я"), ("ja", "я"), ("yu", "ю"), ("ju", "ю"), ("yo", "е"), ("jo", "е")),
    *(("ye", "е"), ("je", "е"), ("yi", "ы"), ("ij", "ий"), ("iy", "ий"), ("yj", "ый"), ("yy", "ый")),
    *zip("abvgdezijklmnoprstufhcywq'", "абвгдезийклмнопрстуфхцывкь", strict=True),
    ("x", "кс"),
    *(("4", "ч"), ("6", "ш")),
)


_VOWELS = tuple("аеиоуэюя")
_VOWELS_LATIN = tuple("aeou")


def russian_layout(text: str) -> str:
    """What the same keys give in the Russian layout: «rjulf» -> «когда»."""
    return text.translate(_TO_RUSSIAN)


def latin_layout(text: str) -> str:
    """The reverse: «Днтср» -> «Lynch»."""
    return text.translate(_TO_LATIN)


def transliterated(word: str) -> str:
    """A Latin word in Cyrillic letters, by the commonest spellings: «kogda» -> «когда»."""
    rest, out = word.lower(), [""]
    while rest:
        # «kakoy», but «svoya» and «syn».
        if rest[0] == "y" and out[-1][-1:] in _VOWELS and rest[1:2] not in _VOWELS_LATIN:
            rest = "j" + rest[1:]
        for latin, cyrillic in _LETTERS:
            if rest.startswith(latin):
                out.append(cyrillic)
                rest = rest[len(latin) :]
                break
        else:
            out.append(rest[0])
            rest = rest[1:]
    return "".join(out)


_LOOKALIKES = str.maketrans("aceopxyABCEHKMOPTXy", "асеорхуАВСЕНКМОРТХу")


def unmixed(word: str) -> str:
    """A Cyrillic word with the Latin letters in it that look Cyrillic put right."""
    return word.translate(_LOOKALIKES) if is_cyrillic(word) else word


def is_latin(word: str) -> bool:
    """Whether a word has Latin letters and no Cyrillic ones."""
    return _LATIN.search(word.lower()) is not None and not is_cyrillic(word)


def has_latin(text: str) -> bool:
    return _LATIN.search(text.lower()) is not None


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC.search(word.lower()) is not None
