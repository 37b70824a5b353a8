"""A reader's words («Владивосток», «UTC+10», «мск+7») -> an IANA zone, or cities to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from rapidfuzz import fuzz, process

from bot.followups.cities import NICKNAMES, RUSSIA, WORLD

OFFERED = 8
"""Cities that are offered for an offset."""
_SUGGESTED = 4
_LIKE = 75.0
_MOSCOW = timedelta(hours=3)
_OFFSET = re.compile(
    r"(?P<from>utc|gmt|мск|msk)?\s*(?P<sign>[+\-−–])?\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?"
)
_FARTHEST = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    name: str
    zone: str


def find_city(text: str) -> City | None:
    """The city of this name, spelt as people spell it; None where there is none."""
    name = _plain(text)
    return _cities().get(_plain(NICKNAMES.get(name, name)))


def similar_cities(text: str) -> tuple[City, ...]:
    """Cities whose names look like a slip in this one, the likeliest first."""
    names = process.extract(
        _plain(text), _cities().keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_SUGGESTED
    )
    return tuple(_cities()[name] for name, _, _ in names)


def parse_offset(text: str) -> timedelta | None:
    """«+10», «UTC+3:30», «МСК+7» as a shift from UTC; None where it is no offset that exists."""
    found = _OFFSET.fullmatch(text.strip().casefold())
    if found is None or (found["from"] is None and found["sign"] is None):
        return None
    shift = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    shift = -shift if (found["sign"] or "+") != "+" else shift
    shift += _MOSCOW if found["from"] in ("мск", "msk") else timedelta()
    return shift if abs(shift) <= _FARTHEST else None


def cities_at(offset: timedelta, now: datetime) -> tuple[City, ...]:
    """Cities whose clocks show this shift from UTC at `now`: one a zone, Russia's first."""
    chosen: dict[str, City] = {}
    for city in _cities().values():
        if (
            city.zone not in chosen
            and ZoneInfo(city.zone).utcoffset(now.astimezone(ZoneInfo(city.zone))) == offset
        ):
            chosen[city.zone] = city
    return tuple(chosen.values())[:OFFERED]


def is_zone(name: str) -> bool:
    """Whether it is an IANA zone of a place or UTC."""
    return name in _zones()


def city_of(zone: str) -> str:
    """The best known city of the zone, for people; the zone's own name where CLDR has none."""
    return _names().get(zone, zone)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, City]:
    """Name as `_plain` leaves it -> city; the first spelling of a name wins."""
    found: dict[str, City] = {}
    for city in _all():
        found.setdefault(_plain(city.name), city)
    return found


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for city in _all():
        found.setdefault(city.zone, city.name)
    return found


def _all() -> Iterator[City]:
    for table in (RUSSIA, WORLD):
        for zone, names in table.items():
            yield from (City(name=name, zone=zone) for name in names.split(", "))
    for zone, info in Locale("ru").time_zones.items():
        if zone in _zones() and "city" in info:
            yield City(name=info["city"].removeprefix("о-в "), zone=zone)


def _plain(text: str) -> str:
    words = re.sub(r"[^\w]+", " ", text.casefold().replace("ё", "е")).split()
    return " ".join(word for word in words if word not in ("г", "город"))
