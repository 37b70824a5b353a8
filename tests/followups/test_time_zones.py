"""City names, slips in them, and offsets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.followups.cities import NICKNAMES, RUSSIA, WORLD
from bot.followups.time_zones import cities_at, city_of, find_city, is_zone, parse_offset, similar_cities

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
    ],
)
def test_a_city_gives_its_zone(text: str, zone: str) -> None:
    city = find_city(text)
    assert city is not None
    assert city.zone == zone


def test_a_slip_is_offered_and_nonsense_is_not() -> None:
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
def test_an_offset_is_read(text: str, hours: float) -> None:
    assert parse_offset(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["10", "+15", "Москва", "", "+", "+1:2"])
def test_what_is_no_offset_is_none(text: str) -> None:
    assert parse_offset(text) is None


def test_an_offset_offers_cities_that_have_it_now() -> None:
    assert "Владивосток" in [city.name for city in cities_at(timedelta(hours=10), WINTER)]
    assert "Europe/London" in [city.zone for city in cities_at(timedelta(0), WINTER)]
    assert "Europe/London" not in [city.zone for city in cities_at(timedelta(0), SUMMER)]
    assert cities_at(timedelta(hours=13, minutes=17), WINTER) == ()


def test_every_zone_of_the_tables_exists_and_is_named() -> None:
    for zone in (*RUSSIA, *WORLD):
        assert ZoneInfo(zone).key == zone
        assert is_zone(zone), zone
    assert city_of("Asia/Vladivostok") == "Владивосток"
    assert city_of("Nowhere/Land") == "Nowhere/Land"
    assert not is_zone("Nowhere/Land")
    assert all(find_city(short) is not None for short in NICKNAMES)
