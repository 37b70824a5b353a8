"""The year of a date that an editor types without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.editing.forms import typed_values
from bot.editing.forms.guessed_years import around
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, Fact
from knowledge.language.date_parser import Around
from tests.editing.harness import BASE, CHAIR, PLACE

TODAY = date(2027, 5, 1)
FIRST, SECOND = BASE.events
OPEN = replace(SECOND, when=None)
"""Follows an event of 1 December 2015, and its own date is not known yet."""
UNDATED = replace(BASE, events=(FIRST, OPEN))
ALONE = replace(CHAIR, about=())


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (replace(PLACE, when=EdtfDate.parse("2019-03")), "2019-06"),
        (PLACE, "2027-06"),
        (CHAIR, "2015-06"),
        (SECOND, "2027-06"),
        (ALONE, "2015-06"),
        (Event(id=EventId("new"), title="Новое"), "2015-06"),
        (None, "2027-06"),
    ],
)
def test_a_date_without_a_year_is_of_the_year_of_its_record(of: Fact | Event | None, found: str) -> None:
    with pytest.raises(typed_values.InputError) as caught:
        typed_values.parse_date("в середине июня", TODAY, around(of, BASE, TODAY))
    assert caught.value.data["found"] == found
    assert caught.value.data["year"] == found[:4]


def test_what_an_editor_adds_is_of_today_unless_it_has_an_event_or_a_source() -> None:
    for of, found in ((ALONE, "2027-06"), (replace(ALONE, source="dialogue"), "2015-06"), (CHAIR, "2015-06")):
        with pytest.raises(typed_values.InputError) as caught:
            typed_values.parse_date("июнь", TODAY, around(of, BASE, TODAY, new=True))
        assert caught.value.data["found"] == found


def test_what_follows_an_event_is_not_before_it() -> None:
    for of in (OPEN, PLACE):
        with pytest.raises(typed_values.InputError) as caught:
            typed_values.parse_date("14 июня", TODAY, around(of, UNDATED, TODAY))
        assert caught.value.data["found"] == "2016-06-14"


def test_a_year_that_is_typed_is_taken() -> None:
    assert typed_values.parse_date("июнь 2020", TODAY, around(CHAIR, BASE, TODAY)) == EdtfDate.parse(
        "2020-06"
    )


@pytest.mark.parametrize(
    ("typed", "present", "found"),
    [
        ("16 мая", "2027-05-15", "2027-05-16"),
        ("июнь", "2027-03-02", "2027-06"),
        ("с 2 по 5 августа", "2027-08-01", "2027-08-02/2027-08-05"),
        ("3 декабря", "2027", "2027-12-03"),
    ],
)
def test_a_new_date_near_the_present_one_needs_no_year(typed: str, present: str, found: str) -> None:
    now = EdtfDate.parse(present)
    near = Around(year=now.end.year)
    assert typed_values.parse_date(typed, TODAY, near, now) == EdtfDate.parse(found)


@pytest.mark.parametrize("present", ["2027-12-28", None])
def test_the_year_is_asked_for_where_it_may_be_another(present: str | None) -> None:
    now = None if present is None else EdtfDate.parse(present)
    with pytest.raises(typed_values.InputError) as caught:
        typed_values.parse_date("5 января", TODAY, Around(year=2027), now)
    assert caught.value.data["reason"] == "no-year"
