"""Time zone lookup: a typed «Владивосток», «UTC+10» or «мск+7» to an IANA zone, or to cities on offer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from rapidfuzz import fuzz, process

from bot.followups.cities import CITIES, NICKNAMES, RUSSIAN
from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse

_PLACE_PREPOSITIONS = read_groups("function_words/prepositions")["typed_place"]
_SHORTEST = 3
"""Letters of the longest word of a name from which on it is looked up in other cases."""
OFFERED = 8
"""The most cities offered for an offset."""
_SUGGESTED = 4
"""The most cities offered for a misspelt name."""
_MIN_SIMILARITY = 75.0
_MOSCOW = timedelta(hours=3)
_OFFSET = re.compile(
    r"(?P<from>utc|gmt|мск|msk)?\s*(?P<sign>[+\-−–])?\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?"
)
_FROM_MOSCOW = re.compile(r"(?P<sign>[+\-−–])\s*(?P<hours>\d{1,2})(?:\s*час\w*)?\s+(?:к|от|с)\s+москв\w+")
_MAX_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    name: str
    zone: str


def find_city(text: str) -> City | None:
    """The city of this name, in any usual spelling, or of an IANA zone's; None where there is none."""
    zone = _zone_by_name().get(text.strip().casefold())
    if zone is not None:
        return City(name=city_of(zone), zone=zone)
    name = _normalized(text)
    return _city_by_name().get(_normalized(NICKNAMES.get(name, name))) or _declined(name)


def _declined(name: str) -> City | None:
    """The city whose name this is in another case, with or without a preposition: «в нижнем новгороде»."""
    words = name.split()
    start = 1 if len(words) > 1 and words[0] in _PLACE_PREPOSITIONS else 0
    lemmas = [frozenset(analyse(word).lemmas) for word in words[start:]]
    if not lemmas or max(map(len, words[start:])) < _SHORTEST:
        return None
    for lemma in sorted(lemmas[0]):
        for known, city in _city_by_lemma().get(lemma, ()):
            if len(known) == len(lemmas) and all(map(frozenset.intersection, known, lemmas)):
                return city
    nickname = next((one for one in sorted(lemmas[0]) if one in NICKNAMES), None)
    alone = nickname is not None and len(lemmas) == 1
    return _city_by_name().get(_normalized(NICKNAMES[nickname])) if alone and nickname else None


def similar_cities(text: str) -> tuple[City, ...]:
    """Cities of which this may be a misspelling, the most similar first."""
    names = process.extract(
        _normalized(text),
        _city_by_name().keys(),
        scorer=fuzz.ratio,
        score_cutoff=_MIN_SIMILARITY,
        limit=_SUGGESTED,
    )
    return tuple(_city_by_name()[name] for name, _, _ in names)


def parse_offset(text: str) -> timedelta | None:
    """«+10», «UTC+3:30», «МСК+7», «+7 к Москве» as an offset from UTC; None for any other text."""
    plain = text.strip().casefold()
    from_moscow = _FROM_MOSCOW.fullmatch(plain)
    if from_moscow is not None:
        plain = f"мск{from_moscow['sign']}{from_moscow['hours']}"
    found = _OFFSET.fullmatch(plain)
    if found is None or (found["from"] is None and found["sign"] is None):
        return None
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    offset = -offset if (found["sign"] or "+") != "+" else offset
    offset += _MOSCOW if found["from"] in ("мск", "msk") else timedelta()
    return offset if abs(offset) <= _MAX_OFFSET else None


def cities_at(offset: timedelta, now: datetime) -> tuple[City, ...]:
    """Cities with this offset from UTC at `now`: one per zone, Russian ones first.

    Those that CLDR alone names come only where no other has the offset: few people live in most of them.
    """
    listed = [City(name=names[0], zone=zone) for zone, names in CITIES.items()]
    for cities in (listed, _cities_of_cldr()):
        found = {city.zone: city for city in reversed(list(cities)) if _offset(city.zone, now) == offset}
        if found:
            return tuple(reversed(found.values()))[:OFFERED]
    return ()


def russian_zones(offset: timedelta, now: datetime) -> tuple[City, ...]:
    """The best known city of each Russian zone with this offset from UTC."""
    return tuple(City(name=city_of(zone), zone=zone) for zone in RUSSIAN if _offset(zone, now) == offset)


def _offset(zone: str, now: datetime) -> timedelta | None:
    return now.astimezone(ZoneInfo(zone)).utcoffset()


def is_zone(name: str) -> bool:
    """Whether it is an IANA zone of a place, or UTC."""
    return name in _zones()


def city_of(zone: str) -> str:
    """The best known city of the zone, in Russian; the zone's own name where CLDR has none."""
    return _name_by_zone().get(zone, zone)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


@lru_cache(maxsize=1)
def _zone_by_name() -> Mapping[str, str]:
    return {zone.casefold(): zone for zone in _zones()}


@lru_cache(maxsize=1)
def _city_by_name() -> Mapping[str, City]:
    """Normalised name -> city; the first city of a name wins."""
    found: dict[str, City] = {}
    for city in _all_cities():
        found.setdefault(_normalized(city.name), city)
    return found


@lru_cache(maxsize=1)
def _city_by_lemma() -> Mapping[str, Sequence[tuple[tuple[frozenset[str], ...], City]]]:
    """Lemma of the first word -> the lemmas of each word of a name, and its city."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], City]]] = {}
    for name, city in _city_by_name().items():
        lemmas = tuple(frozenset(analyse(word).lemmas) for word in name.split())
        for lemma in lemmas[0] if lemmas else ():
            found.setdefault(lemma, []).append((lemmas, city))
    return found


@lru_cache(maxsize=1)
def _name_by_zone() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for city in _all_cities():
        found.setdefault(city.zone, city.name)
    return found


def _all_cities() -> Iterator[City]:
    for zone, names in CITIES.items():
        yield from (City(name=name, zone=zone) for name in names)
    yield from _cities_of_cldr()


def _cities_of_cldr() -> Iterator[City]:
    for zone, info in Locale("ru").time_zones.items():
        if zone in _zones() and "city" in info:
            yield City(name=info["city"].removeprefix("о-в "), zone=zone)


def _normalized(text: str) -> str:
    words = re.sub(r"[^\w]+", " ", text.casefold().replace("ё", "е")).split()
    return " ".join(word for word in words if word not in ("г", "город"))
