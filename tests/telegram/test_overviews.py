"""/timeline in text and as a picture, /people, and the menus of commands by scope and language."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import Image

from bot.replies.answers import people, timeline, timeline_picture
from bot.telegram.browse.bot_profile import set_profile
from bot.telegram.browse.overviews import TimelinePictures
from bot.wiring.dispatcher import COMMANDS
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, Fact, FactId, Person, PersonId
from tests.replies.sample_base import BASE
from tests.telegram.harness import TelegramHarness

BUILT = Event(id=EventId("built"), title="Построен", when=EdtfDate.parse("2015-12-01"))
NEXT = Event(id=EventId("next"), title="Второй мост", when=EdtfDate.parse("2016-06"))
EVENTS = replace(BASE, events=(NEXT, BUILT), facts=())


def test_the_timeline_is_in_order_with_today_between() -> None:
    text = timeline.render(timeline.entries(EVENTS), date(2016, 4, 20)).plain
    assert text == (
        "Что было и что будет\n\nвторник, 1 декабря 2015 года\nПостроен\n\n"
        "— сейчас, 20 апреля 2016 года —\n\nиюнь 2016 года\nВторой мост"
    )
    assert timeline.render(timeline.entries(EVENTS), date(2020, 1, 1)).plain.endswith(
        "— сейчас, 1 января 2020 года —"
    )
    assert timeline.render((), date(2020, 1, 1)).plain == timeline.EMPTY


def test_what_was_no_later_than_a_day_stands_before_it() -> None:
    before = Event(id=EventId("before"), title="Опоры", when=EdtfDate.parse("../2015-12-01"))
    shown = timeline.entries(replace(EVENTS, events=(NEXT, BUILT, before)))
    assert [one.title for one in shown] == ["Опоры", "Построен", "Второй мост"]


def test_what_was_only_planned_is_marked_once_its_day_is_over() -> None:
    source = replace(BASE.source, published=EdtfDate.parse("2015-12-02"))
    built, planned = timeline.entries(replace(EVENTS, source=source))
    assert (planned.mark(date(2016, 4, 20)), planned.mark(date(2026, 11, 27))) == ("", " (по плану)")
    assert built.mark(date(2026, 11, 27)) == ""


@pytest.mark.parametrize("today", [date(2016, 4, 20), date(2026, 11, 27), date(1990, 1, 1)])
@pytest.mark.parametrize(
    "dates",
    [
        ("2015-12-01",),
        ("2015-12-01", "2016-06"),
        ("2016",),
        ("2025-22", "../2015-12-01"),
        ("0900", "2016-06-01"),
    ],
)
def test_the_picture_has_the_width_of_a_phone_whatever_the_dates(today: date, dates: tuple[str, ...]) -> None:
    entries = [timeline.Entry(when=EdtfDate.parse(one), title="Событие " * 30) for one in dates]
    picture = Image.open(io.BytesIO(timeline_picture.draw(entries, today)))
    assert picture.size[0] == 1080
    assert picture.size[1] < 4000
    colours = {colour for _, colour in picture.getcolors(1 << 20) or ()}
    assert len(colours) > 3


def test_what_is_to_come_has_another_colour_and_today_a_line() -> None:
    def colours(today: date) -> set[object]:
        picture = Image.open(io.BytesIO(timeline_picture.draw(timeline.entries(EVENTS), today)))
        data = picture.convert("RGB").tobytes()
        return {f"#{data[at : at + 3].hex()}" for at in range(0, len(data), 3)}

    assert {"#1f6f8b", "#8a949c", "#c8553d"} <= colours(date(2016, 4, 20))
    assert "#1f6f8b" not in colours(date(2016, 8, 1))


async def test_the_picture_is_drawn_once_for_a_revision_and_a_day() -> None:
    drawn: list[date] = []

    def draw(_entries: Sequence[timeline.Entry], today: date) -> bytes:
        drawn.append(today)
        return b"png"

    pictures, day = TimelinePictures(draw), date(2016, 4, 20)
    for revision, today in ((1, day), (1, day), (2, day), (2, day + timedelta(days=1))):
        assert await pictures.of(revision, timeline.entries(EVENTS), today) == b"png"
    assert drawn == [day, day, day + timedelta(days=1)]


async def test_the_timeline_is_one_message_with_its_picture(harness: TelegramHarness) -> None:
    await harness.say("/timeline")
    (shown,) = harness.shown
    assert "photo" in shown
    assert shown["caption"].startswith("Что было и что будет\n\n")


@pytest.mark.parametrize(
    ("title", "when", "left"),
    [
        ("Визит в США в сентябре 2015 года", "2015-09", "Визит в США"),
        ("В мае 2015 года прошёл форум", "2015-05", "Прошёл форум"),
        ("О форуме сообщило 2 декабря 2015 года агентство", "2015-12-02", "О форуме сообщило агентство"),
        ("Итоги 2014 года", "2015", "Итоги 2014 года"),
        ("Форум", "../2015", "Форум"),
    ],
)
def test_a_line_of_the_timeline_does_not_repeat_its_date(title: str, when: str, left: str) -> None:
    event = Event(id=EventId("x"), title=title, when=EdtfDate.parse(when))
    (entry,) = timeline.entries(replace(EVENTS, events=(event,), facts=()))
    assert entry.title == left


async def test_people_stand_by_side_with_post_and_what_they_said(harness: TelegramHarness) -> None:
    guo, lynch = PersonId("guo"), PersonId("lynch")
    said = Fact(id=FactId("said"), says="Общие интересы есть.", topic="t", questions=(), said_by=guo)
    base = replace(
        BASE,
        people=(
            Person(id=guo, name="Го", post="министр", side="КНР"),
            Person(id=lynch, name="Линч", side="США"),
            Person(id=PersonId("x"), name="Сидоров"),
        ),
        facts=(said,),
    )
    assert people.render(base).plain == (
        "КНР\n• Го, министр\n    Общие интересы есть.\n\nСША\n• Линч\n\nДругие\n• Сидоров"
    )
    assert people.render(replace(base, people=())).plain == people.EMPTY
    await harness.say("/people")
    assert harness.texts


async def test_menus_are_by_scope_and_language(harness: TelegramHarness) -> None:
    await set_profile(harness.bot, BASE, COMMANDS)
    menus = {key: value for key, value in harness.api.settings.items() if key.startswith("commands:")}
    assert len(menus) == 4
    private, group = menus["commands:None:"], menus["commands:{'type': 'all_group_chats'}:"]
    assert {"timeline", "forget"} <= {one["command"] for one in private}
    assert "forget" not in {one["command"] for one in group}
    assert [one["command"] for one in group if one.get("is_ephemeral")] == ["why", "follow"]
    english = menus["commands:None:en"]
    assert all(one["description"].isascii() for one in english)
    assert harness.api.settings["description:en"].startswith("I answer questions in Russian")
