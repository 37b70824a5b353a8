"""The city in «-ск» of an adjective or of its people: «рыбинский» and «рыбинец» of «Рыбинск»."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse

_ENDINGS = read_groups("morphemes/city_endings")
_CITY = next(iter(_ENDINGS["city"]))
_ADJECTIVE = tuple(_ENDINGS["adjective"])
_PEOPLE = tuple(_ENDINGS["people"])
_SHORTEST = 4
_PLACE = "Geox"


def city_keys(lemma: str) -> Iterator[str]:
    """The key of the city that a lemma is, or is formed of, where the dictionary knows it as a place."""
    for ending in (_CITY, *_ADJECTIVE, *_PEOPLE):
        stem = lemma.removesuffix(ending)
        if stem != lemma and len(city := stem + _CITY) >= _SHORTEST and _is_place(city):
            yield f"%{city}"


def _is_place(city: str) -> bool:
    morphology = analyse(city)
    return morphology.known and morphology.lemmas[0] == city and _PLACE in morphology.marks
