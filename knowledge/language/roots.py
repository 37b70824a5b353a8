"""A rough root of a word, so that «встреча» and «встретиться», «решить» and «решение» meet.

Endings and suffixes are stripped until none is left, then the last consonant is brought to
the class it alternates within. Wrong meetings are rare and weigh less than a lemma does.
"""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 3
_SHORTEST_AFTER_NOMINAL = 4
_REFLEXIVE = ("ся", "сь")
_VERBAL = (
    *("ствовать", "ировать", "овать", "евать", "ывать", "ивать", "авать", "ать", "ять", "еть"),
    *("ить", "нуть", "уть", "ыть", "ти", "чь", "ть"),
)
_NOMINAL = (
    *("ование", "евание", "ание", "яние", "ение", "ация", "яция", "иция", "ция", "сия", "тие", "ие", "ье"),
    *("енность", "анность", "ность", "ость", "ество", "ство", "тельный", "тель", "льник", "ник", "ница"),
    *("щик", "чик", "анец", "янец", "иец", "ец", "ица", "анин", "янин", "ист", "изм", "инка", "ок", "ка"),
    *("ический", "ческий", "анский", "янский", "ийский", "еский", "ский", "ской", "енный", "анный", "янный"),
    *("ный", "ной", "ний", "овый", "евый", "овой", "ливый", "ивый", "ый", "ий", "ой", "ски", "енно", "но"),
    *("ика", "ия", "а", "я", "о", "е", "ь", "й", "и", "ы", "у", "ю", "н"),
)
_SUFFIXES = {
    **dict.fromkeys(_NOMINAL, _SHORTEST_AFTER_NOMINAL),
    **dict.fromkeys(_VERBAL, _SHORTEST),
}
"""A suffix -> how many letters must be left without it."""
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_LAST = (
    *(("жд", "д"), ("вл", "в"), ("бл", "б"), ("пл", "п"), ("мл", "м"), ("ст", "с"), ("щ", "т"), ("ч", "т")),
    *(("ц", "т"), ("к", "т"), ("ж", "д"), ("г", "д"), ("з", "д"), ("ш", "с"), ("х", "с")),
)
_ALONE = frozenset(
    """
    стоять столица лестница листать часть частый носить банка крыса портить степень страница странный строй
    уголь участок участь медведка палатка платье платок премьера признать просто рисовать садиться парк марка
    научить трудный опытный простой поездка шанхай
    """.split()
)
"""Words that would seem akin to words of quite another sense: «страница» to «страна»."""


@lru_cache(maxsize=200_000)
def root(lemma: str) -> str:
    """The root of a lemma, three letters or more; a shorter word is its own root."""
    if lemma in _ALONE:
        return lemma
    word = lemma
    if word.endswith(_REFLEXIVE) and len(word) > _SHORTEST + 2:
        word = word[:-2]
    shorter = _without_suffix(word)
    while shorter != word:
        word, shorter = shorter, _without_suffix(shorter)
    for ending, plain in _LAST:
        if word.endswith(ending) and len(word) - len(ending) + len(plain) >= _SHORTEST:
            return word[: -len(ending)] + plain
    return word


def _without_suffix(word: str) -> str:
    """The word without the longest suffix that leaves enough of it."""
    size = len(word)
    for length in range(min(_LONGEST_SUFFIX, size - _SHORTEST), 0, -1):
        if size - length >= _SUFFIXES.get(word[-length:], size):
            return word[:-length]
    return word
