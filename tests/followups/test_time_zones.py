"""Time zones by city name, with typos, and by offset."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.followups.cities import CITIES, NICKNAMES
from bot.followups.time_zones import cities_at, city_of, find_city, is_zone, parse_offset, similar_cities
from bot.replies.followups.zone_names import zone_words
from knowledge.data.tables import read_table

WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Владивосток", "Asia/Vladivostok"),
        ("  москва ", "Europe/Moscow"),
        ("г. Орел", "Europe/Moscow"),
        ("Питер", "Europe/Moscow"),
        ("ростов на дону", "Europe/Moscow"),
        ("ВАШИНГТОН", "America/New_York"),
        ("Пекин", "Asia/Shanghai"),
        ("Рейкьявик", "Atlantic/Reykjavik"),
        ("Сургут", "Asia/Yekaterinburg"),
        ("Магас", "Europe/Moscow"),
        ("Королёв", "Europe/Moscow"),
        ("новоуральск", "Asia/Yekaterinburg"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Абуджа", "Africa/Lagos"),
        ("Прага", "Europe/Prague"),
        ("екат", "Asia/Yekaterinburg"),
    ],
)
def test_a_city_gives_its_zone(text: str, zone: str) -> None:
    city = find_city(text)
    assert city is not None
    assert city.zone == zone


def test_similar_cities_are_offered_for_a_typo_and_not_for_nonsense() -> None:
    assert find_city("владивасток") is None
    assert similar_cities("владивасток")[0].name == "Владивосток"
    assert similar_cities("ыфвапролдж") == ()
    assert find_city("") is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("+10", 10),
        ("UTC+3", 3),
        ("gmt -5", -5),
        ("МСК+7", 10),
        ("мск-1", 2),
        ("+5:30", 5.5),
        ("−4", -4),
        ("+0545", 5.75),
    ],
)
def test_an_offset_is_parsed(text: str, hours: float) -> None:
    assert parse_offset(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["10", "+15", "Москва", "", "+", "+1:2"])
def test_other_text_is_no_offset(text: str) -> None:
    assert parse_offset(text) is None


def test_cities_with_an_offset_depend_on_the_season() -> None:
    assert "Владивосток" in [city.name for city in cities_at(timedelta(hours=10), WINTER)]
    assert "Europe/London" in [city.zone for city in cities_at(timedelta(0), WINTER)]
    assert "Europe/London" not in [city.zone for city in cities_at(timedelta(0), SUMMER)]
    assert cities_at(timedelta(hours=13, minutes=17), WINTER) == ()


def test_an_offset_offers_places_where_people_live() -> None:
    assert "Europe/Moscow" in [city.zone for city in cities_at(timedelta(hours=3), WINTER)]
    for hours in range(-10, 13):
        for city in cities_at(timedelta(hours=hours), WINTER):
            assert not city.zone.startswith(("Antarctica/", "Arctic/")), (hours, city.name)


def test_a_zone_is_named_in_russian() -> None:
    assert zone_words("Europe/Moscow") == "время московское"
    assert zone_words("Europe/Berlin") == "время города Берлин"
    assert all(re.search("[а-я]", zone_words(zone)) for zone in CITIES)


def test_every_zone_of_the_tables_exists_and_has_a_name() -> None:
    for zone in CITIES:
        assert ZoneInfo(zone).key == zone
        assert is_zone(zone), zone
    assert city_of("Asia/Vladivostok") == "Владивосток"
    assert city_of("Nowhere/Land") == "Nowhere/Land"
    assert not is_zone("Nowhere/Land")
    assert all(find_city(short) is not None for short in NICKNAMES)


def _cities(name: str) -> list[tuple[str, str]]:
    table = read_table(Path(__file__).parent / name, "city", "zone")
    return [(city, zone) for city, zone in table]


@pytest.mark.parametrize("name", ["russian_cities", "capitals"])
def test_every_city_of_the_data_set_is_known_with_the_hours_of_its_zone(name: str) -> None:
    cities = _cities(name)
    assert len(cities) > 150
    assert [row for row in cities if not _same_hours(*row)] == []


def _same_hours(name: str, zone: str) -> bool:
    city = find_city(name)
    return city is not None and all(
        when.astimezone(ZoneInfo(city.zone)).utcoffset() == when.astimezone(ZoneInfo(zone)).utcoffset()
        for when in (WINTER, SUMMER)
    )


@pytest.mark.parametrize(
    ("name", "known"),
    [("Europe/Moscow", True), ("UTC", True), ("EST5EDT", False), ("Moscow", False), ("", False)],
)
def test_a_zone_is_that_of_a_place_or_utc(name: str, known: bool) -> None:
    assert is_zone(name) is known
