"""Cities by which readers name their time zone: Russia's own, and others that CLDR lacks or spells apart.

CLDR names one city a zone; a reader in Сургут or Вашингтон need not know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from knowledge.data.tables import read_table, split_cell

_DATA = Path(__file__).parent / "data"


def _by_zone(name: str) -> Mapping[str, list[str]]:
    return {zone: split_cell(cities) for zone, cities in read_table(_DATA / name, "zone", "cities")}


_OF_RUSSIA = _by_zone("cities_of_russia")
RUSSIAN = tuple(_OF_RUSSIA)
"""The IANA zones of Russia."""
CITIES: Mapping[str, list[str]] = {**_OF_RUSSIA, **_by_zone("cities_abroad")}
"""IANA zone -> cities, the best known first; zones in the order in which they are offered."""
NICKNAMES: Mapping[str, str] = read_table(_DATA / "city_nicknames", "city", "nicknames").index(
    "city", "nicknames", str
)
"""«питер» -> «Санкт-Петербург»."""
