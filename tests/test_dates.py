"""EDTF dates: parsing, first and last day, whether they have passed, overlap."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.dates import DateError, EdtfDate, Precision


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), Precision.MONTH),
        ("2015-12-01", date(2015, 12, 1), date(2015, 12, 1), Precision.DAY),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31), Precision.SEASON),
        ("2025-22", date(2025, 6, 1), date(2025, 8, 31), Precision.SEASON),
        ("2025-23", date(2025, 9, 1), date(2025, 11, 30), Precision.SEASON),
        ("2025-24", date(2025, 12, 1), date(2026, 2, 28), Precision.SEASON),
        ("2023-08-02/2023-08-05", date(2023, 8, 2), date(2023, 8, 5), Precision.DAY),
        ("2023-08/2024", date(2023, 8, 1), date(2024, 12, 31), Precision.YEAR),
        ("../2015-12-01", None, date(2015, 12, 1), Precision.DAY),
        ("2026-09-05T06:00", date(2026, 9, 5), date(2026, 9, 5), Precision.MINUTE),
        ("2026-03-14T11:00/2026-03-14T15:00", date(2026, 3, 14), date(2026, 3, 14), Precision.MINUTE),
        ("2026-03-14T22:30/2026-03-15", date(2026, 3, 14), date(2026, 3, 15), Precision.DAY),
    ],
)
def test_first_and_last_day_of_a_date(
    text: str, first: date | None, last: date, precision: Precision
) -> None:
    read = EdtfDate.parse(text)
    assert (read.first_day, read.last_day, read.precision) == (first, last, precision)
    assert str(read) == text


_NO_DATES = [
    "вчера",
    "16",
    "2016-6",
    "2016-00",
    "2016-13",
    "2016-20",
    "2016-25",
    "2016-02-30",
    "2016-22-01",
    "0000",
    "0000-22",
    "9999-24",
    "2016/",
    "/2016",
    "../",
    "..",
    "2016/..",
    "../..",
    "2016/2015",
    "2016-06T10:00",
    "2016-06-01T24:00",
    "2016-06-01T10:60",
    "2016-06-01T10",
    "2016-06-01T10:00Z",
    "2016-06-01 10:00",
    "2016-06-01T11:00/2016-06-01T10:00",
    "2016-06/x",
    "2016~",
    "٢٠١٦",
]


@pytest.mark.parametrize("text", ["", "  ", "2016 06", *_NO_DATES])
def test_invalid_dates(text: str) -> None:
    with pytest.raises(DateError):
        EdtfDate.parse(text)


def test_space_around_a_date_is_ignored() -> None:
    assert EdtfDate.parse(" 2016-06 ") == EdtfDate.parse("2016-06")


def test_interval_with_equal_ends_is_one_point() -> None:
    assert str(EdtfDate.parse("2016/2016")) == "2016"
    assert not EdtfDate.parse("2016/2016").is_interval
    assert EdtfDate.parse("2016/2017").is_interval


@pytest.mark.parametrize(
    ("text", "today", "passed"),
    [
        ("2016-06", date(2016, 6, 30), False),
        ("2016-06", date(2016, 7, 1), True),
        ("../2015-12-01", date(2015, 12, 2), True),
        ("2025-24", date(2026, 2, 28), False),
        ("2016-06/2016-08", date(2016, 8, 1), False),
    ],
)
def test_date_has_passed_after_its_last_day(text: str, today: date, passed: bool) -> None:
    assert EdtfDate.parse(text).has_passed(today) is passed


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2016-06", "2016", True),
        ("2016-06", "2016-22", True),
        ("2016-06", "2016-07", False),
        ("../2015-12-01", "1999", True),
        ("../2015-12-01", "2015-12", True),
        ("../2015-12-01", "2016", False),
        ("2015/2017", "2016-06-01", True),
    ],
)
def test_dates_overlap_if_they_share_a_day(one: str, other: str, overlap: bool) -> None:
    assert EdtfDate.parse(one).overlaps(EdtfDate.parse(other)) is overlap
    assert EdtfDate.parse(other).overlaps(EdtfDate.parse(one)) is overlap
