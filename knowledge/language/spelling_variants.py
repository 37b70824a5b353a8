"""How Russian spelling varies: endings, letters that sound alike, how many slips a word may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.tables import read_words
from knowledge.language.morphology import is_in_dictionary

_ENDINGS = read_words("morphemes/endings")
_LONGEST_ENDING = max(map(len, _ENDINGS))
_SHORTEST_STEM = 3
_ALIKE = str.maketrans("оеяэыйвздбгжщ", "аииииифстпкшш", "ьъ")
_DOUBLED = re.compile(r"(.)\1+")


def stem(word: str) -> str:
    """A word without its ending, at least three letters; not a root, only to compare spellings."""
    for length in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[:-length]
    return word


def sounds(word: str) -> str:
    """A word with letters that sound alike made one: «кагда» and «когда» are equal."""
    return _DOUBLED.sub(r"\1", word.translate(_ALIKE).replace("тс", "ц"))


def slips_allowed(word: str) -> int:
    """How many wrong letters a word of this length may have and still be read."""
    if len(word) < 5:
        return 0
    return 1 if len(word) < 8 else 2 if len(word) < 12 else 3


def swaps(word: str) -> Iterator[str]:
    """The word with each two neighbouring letters swapped: «лнич» -> «линч»."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


_CONFUSED = dict(zip("аоеиязсдтбп", "оаиеесзтдпб", strict=True))
_SHORTEST_MISHEARD = 5


def misheard(word: str) -> str | None:
    """A dictionary word that differs by one often confused letter or one doubled: «зарегестрируют»."""
    if len(word) < _SHORTEST_MISHEARD:
        return None
    for place, letter in enumerate(word):
        tried = [word[:place] + letter + word[place:]]
        if letter in _CONFUSED:
            tried.insert(0, word[:place] + _CONFUSED[letter] + word[place + 1 :])
        if place and word[place - 1] == letter:
            tried.insert(0, word[:place] + word[place + 1 :])
        for candidate in tried:
            if is_in_dictionary(candidate):
                return candidate
    return None


_SHORTEST_LEFT_OUT = 7
_VOWELS = "аеиоуыэюя"


def left_out(word: str) -> str | None:
    """The only dictionary word that has one vowel more: «заплтил»."""
    if len(word) < _SHORTEST_LEFT_OUT:
        return None
    tried = {word[:place] + letter + word[place:] for place in range(1, len(word)) for letter in _VOWELS}
    found = [one for one in tried if is_in_dictionary(one)]
    return found[0] if len(found) == 1 else None
