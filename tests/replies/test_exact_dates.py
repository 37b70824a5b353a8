"""Exact dates become entities of Telegram, others stay text."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.replies import exact_dates
from bot.replies.parts import Moment, Quote, Reply, Strong, Text
from knowledge.facts.dates import EdtfDate
from tests.replies.sample_base import BASE, NEXT, OPENED

MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("when", "shown", "at", "own"),
    [
        ("2015-12-01", "1 декабря 2015 года", datetime(2015, 12, 1, 12, tzinfo=MOSCOW), False),
        ("2026-09-05T06:00", "5 сентября 2026 года, 06:00", datetime(2026, 9, 5, 6, tzinfo=MOSCOW), True),
    ],
)
def test_a_day_stays_as_written_and_a_clock_time_is_shown_in_the_readers_zone(
    when: str, shown: str, at: datetime, own: bool
) -> None:
    assert exact_dates.of(EdtfDate.parse(when), MOSCOW) == Moment(shown, at, in_own_zone=own)


@pytest.mark.parametrize("when", ["2016-06", "2016", "2025-22", "2023-08-02/2023-08-05", "../2015-12-01"])
def test_what_is_less_precise_is_no_moment(when: str) -> None:
    assert exact_dates.of(EdtfDate.parse(when), MOSCOW) is None


def test_dates_in_the_text_and_in_the_quote_are_marked_and_the_text_stays() -> None:
    fact = next(one for one in BASE.facts if one.when is not None and one.when.start is not None)
    moment = exact_dates.of(fact.when, MOSCOW) if fact.when is not None else None
    assert moment is not None
    day = moment.text
    reply = Reply(parts=(Strong(day), Text(f"В {day} и {day}."), Quote((Text(f"Дата: {day}"),))))
    marked = exact_dates.mark(reply, [fact], BASE)
    assert marked.plain == reply.plain
    assert marked.parts[0] == Strong(day)
    assert [type(part) for part in marked.parts[1:]] == [Text, Moment, Text, Moment, Text, Quote]
    assert exact_dates.mark(reply, [], BASE) == reply
    assert {OPENED.id, NEXT.id} <= set(BASE.fact_by_id)
