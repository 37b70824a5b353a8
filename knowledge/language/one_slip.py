"""Words one slip away from a typed one, with how unlikely each slip is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_ALIKE = ("ао", "еи", "еэ", "ия", "ея", "бп", "вф", "гк", "дт", "жш", "зс", "шщ", "ьъ", "ыи", "йи")
_HISSING = frozenset("жчшщ")
_AFTER_HISSING = {"о": frozenset("е"), "е": frozenset("о")}
"""«Учот» of «учёт»: ё is heard as о."""
_NEVER = {
    **{key: {"я": "а", "ю": "у", "ы": "и", "э": "е"} for key in "чщ"},
    **{key: {"ы": "и", "я": "а", "ю": "у", "э": "е"} for key in "жш"},
}
"""What no word has after a hissing letter, and what is written there: «встречя», «машына»."""
SWAPPED = DOUBLED = UNRULED = 0
NEAR = 1
"""A letter left out, a key beside the right one, a letter that sounds alike."""
EXTRA = 2
FAR = 3


def one_slip(word: str) -> Iterator[tuple[str, int]]:
    """Each word that one slip may have made this one of, and the cost of the slip; some come twice."""
    for at, letter in enumerate(word):
        head, tail = word[:at], word[at + 1 :]
        yield head + tail, DOUBLED if tail[:1] == letter else EXTRA
        if tail and tail[0] != letter:
            yield head + tail[0] + letter + tail[1:], SWAPPED
        near = neighbours(letter) | (
            _AFTER_HISSING.get(letter, frozenset()) if head[-1:] in _HISSING else frozenset()
        )
        ruled = _NEVER.get(head[-1:], {}).get(letter)
        for other in LETTERS:
            if other != letter:
                yield head + other + tail, UNRULED if other == ruled else NEAR if other in near else FAR
    for at in range(len(word) + 1):
        for other in LETTERS:
            yield word[:at] + other + word[at:], NEAR


@cache
def neighbours(letter: str) -> frozenset[str]:
    """Letters whose keys touch this one's, and letters that are heard like it."""
    near = {other for pair in _ALIKE if letter in pair for other in pair}
    for number, row in enumerate(_ROWS):
        at = row.find(letter)
        if at < 0:
            continue
        near.update(row[max(0, at - 1) : at + 2])
        # The rows are set off by half a key: «а» touches «к» and «е» above, «с» and «м» below.
        if number:
            near.update(_ROWS[number - 1][at : at + 2])
        if number + 1 < len(_ROWS):
            near.update(_ROWS[number + 1][max(0, at - 1) : at + 1])
    return frozenset(near - {letter})
