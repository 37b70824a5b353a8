"""Parsing dates as editors type them; every date that the bot writes is parsed too."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies import dates
from knowledge.facts.dates import DateError, EdtfDate
from knowledge.language.date_errors import DateParseError, DateProblem
from knowledge.language.date_parser import parse_russian_date

TODAY = date(2026, 11, 3)
READ = """
14 июня 2016                       = 2016-06-14
14 июня 2016 г.                    = 2016-06-14
14-го июня 2016 года               = 2016-06-14
Вторник, 14 июня 2016 года         = 2016-06-14
во вторник 14 июня 2016            = 2016-06-14
14.06.2016                         = 2016-06-14
14.6.2016 г.                       = 2016-06-14
14/06/2016                         = 2016-06-14
14-06-2016                         = 2016-06-14
2016-06-14                         = 2016-06-14
14 июн. 2016                       = 2016-06-14
июнь 2016                          = 2016-06
Июнь 2016 года                     = 2016-06
в июне 2016 года                   = 2016-06
06.2016                            = 2016-06
2016-06                            = 2016-06
лето 2016                          = 2016-22
летом 2016 года                    = 2016-22
зимой 2025                         = 2025-24
2025-22                            = 2025-22
2016                               = 2016
2016 год                           = 2016
в 2016 году                        = 2016
2016 г.                            = 2016
с 2 по 5 августа 2023              = 2023-08-02/2023-08-05
со 2 по 5 августа 2023 года        = 2023-08-02/2023-08-05
2–5 августа 2023                   = 2023-08-02/2023-08-05
2-5 августа 2023                   = 2023-08-02/2023-08-05
2 - 5 августа 2023 г.              = 2023-08-02/2023-08-05
30 июля – 2 августа 2023           = 2023-07-30/2023-08-02
с 30 декабря 2023 по 2 января 2024 = 2023-12-30/2024-01-02
с 30 декабря по 2 января 2024      = 2023-12-30/2024-01-02
с июня по август 2016              = 2016-06/2016-08
июнь — август 2016                 = 2016-06/2016-08
с весны по осень 2025              = 2025-21/2025-23
с 2015 по 2016 год                 = 2015/2016
2015–2016 гг.                      = 2015/2016
2015-2016                          = 2015/2016
01.08.2023-05.08.2023              = 2023-08-01/2023-08-05
2023-08-02/2023-08-05              = 2023-08-02/2023-08-05
до 1 декабря 2015                  = ../2015-12-01
не позднее 1 декабря 2015 года     = ../2015-12-01
до июня 2016                       = ../2016-06
не позже 2016                      = ../2016
../2015-12-01                      = ../2015-12-01
завтра                             = 2026-11-04
Послезавтра                        = 2026-11-05
вчера                              = 2026-11-02
через неделю                       = 2026-11-10
через 3 дня                        = 2026-11-06
2 месяца назад                     = 2026-09
в следующем месяце                 = 2026-12
через 2 месяца                     = 2027-01
в прошлом году                     = 2025
этим летом                         = 2026-22
в следующем мае                    = 2027-05
"""
UNREAD = [
    ("31 июня 2016", DateProblem.NO_SUCH_DAY),
    ("29 февраля 2015", DateProblem.NO_SUCH_DAY),
    ("14.13.2016", DateProblem.NO_SUCH_DAY),
    ("14 лета 2016", DateProblem.NO_SUCH_DAY),
    ("0 июня 2016", DateProblem.NO_SUCH_DAY),
    ("14 июня", DateProblem.NO_YEAR),
    ("летом", DateProblem.NO_YEAR),
    ("с 2 по 5 августа", DateProblem.NO_YEAR),
    ("с 5 по 2 августа 2023", DateProblem.BACKWARDS),
    ("с 2017 по 2016 год", DateProblem.BACKWARDS),
    ("среда, 14 июня 2016", DateProblem.OTHER_WEEKDAY),
    ("вторник, июнь 2016", DateProblem.UNREADABLE),
    ("когда-нибудь", DateProblem.UNREADABLE),
    ("", DateProblem.UNREADABLE),
    ("14", DateProblem.UNREADABLE),
    ("14.06.16", DateProblem.UNREADABLE),
    ("в начале 2016", DateProblem.VAGUE),
    ("1" * 500, DateProblem.UNREADABLE),
    ("через 9000 лет", DateProblem.UNREADABLE),
]


@pytest.mark.parametrize("line", READ.strip().splitlines(), ids=str.strip)
def test_parsed_date_keeps_its_precision(line: str) -> None:
    typed, edtf = (part.strip() for part in line.split(" = "))
    assert str(parse_russian_date(typed, TODAY)) == edtf


@pytest.mark.parametrize(("typed", "reason"), UNREAD)
def test_unreadable_date_gives_the_reason(typed: str, reason: DateProblem) -> None:
    with pytest.raises(DateParseError) as caught:
        parse_russian_date(typed, TODAY)
    assert caught.value.reason is reason


def _points() -> st.SearchStrategy[str]:
    year = st.integers(1, 9999).map(lambda number: f"{number:04}")
    month = st.tuples(year, st.one_of(st.integers(1, 12), st.integers(21, 24)))
    day = st.dates().map(str)
    return st.one_of(year, month.map(lambda pair: f"{pair[0]}-{pair[1]:02}"), day)


@st.composite
def edtf(draw: st.DrawFn) -> EdtfDate:
    point = _points()
    near = st.dates(date(2015, 1, 1), date(2016, 12, 31)).map(str)
    pair = st.one_of(st.tuples(point, point), st.tuples(near, near))
    text = draw(
        st.one_of(
            point,
            point.map("../{}".format),
            pair.map("/".join),
            pair.map(lambda one: "/".join(reversed(one))),
        )
    )
    try:
        return EdtfDate.parse(text)
    except DateError:
        return EdtfDate.parse(draw(near))


@given(edtf())
def test_dates_written_by_the_bot_are_parsed(when: EdtfDate) -> None:
    assert parse_russian_date(dates.full(when), TODAY) == when
    assert parse_russian_date(dates.short(when), TODAY) == when
    assert parse_russian_date(str(when), TODAY) == when
    assert parse_russian_date(dates.accusative(when), TODAY) == EdtfDate(when.end, when.end)


@given(st.text(max_size=60), st.dates())
def test_any_text_is_a_date_or_an_error(text: str, today: date) -> None:
    with suppress(DateParseError):
        parse_russian_date(text, today)
