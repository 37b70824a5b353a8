"""/stats in words and as a picture, of a busy base and of a quiet one."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date

from bot.records.statistics import Day, Statistics
from bot.replies.answers import feedback
from bot.replies.editing import inbox, statistics, statistics_chart
from bot.storage.statistics import StoredStatistics
from knowledge.facts.model import FactId
from tests.editing.desk import ANNA, PLACE, REVIEWER, EditingDesk
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, publish_answer, send_alerts
from tests.followups.harness import MOSCOW, at

QUIET = Statistics(
    days=(Day(day=date(2027, 5, 1), answered=0, choices=0, refused=0),),
    facts=(),
    refusals=(),
    liked=0,
    disliked=0,
    reports=0,
    followers=0,
    subscriptions=0,
    sent=0,
    failed=0,
    waiting=0,
)


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


async def test_days_are_the_editors_own_and_lists_have_the_most_first(desk: EditingDesk) -> None:
    desk.followups.clock.now = at("2027-05-01 00:30")  # the day before in UTC
    for words in (UNKNOWN, "где усядутся  снова", "Какая погода в Пекине?"):
        await desk.by(READER, words)
    desk.followups.clock.now = at("2027-05-03 12:00")
    for words in (KNOWN, KNOWN, "Кто вёл первый диалог?"):
        await desk.by(READER, words)
    await desk.by(OTHER, KNOWN)
    await desk.tap(OTHER, "👎")
    found = await StoredStatistics(desk.followups.database, MOSCOW).over(4, desk.followups.clock())
    counts = [(day.day.day, day.answered, day.choices, day.refused) for day in found.days]
    assert counts == [(30, 0, 0, 0), (1, 0, 0, 3), (2, 0, 0, 0), (3, 4, 0, 0)]
    assert found.facts == (("place", 3), ("chair", 1))
    assert found.refusals == ((UNKNOWN, 2), ("Какая погода в Пекине?", 1))
    assert (found.liked, found.disliked) == (0, 1)


async def test_the_reply_names_what_was_counted(desk: EditingDesk) -> None:
    await desk.followups.follow(READER)
    await desk.by(READER, UNKNOWN)
    await desk.tap(READER, feedback.SET_ALERT)
    await desk.by(OTHER, UNKNOWN)
    await desk.tap(OTHER, feedback.SET_ALERT)
    await publish_answer(desk, ANNA)
    desk.api.chats[OTHER]["blocked"] = True
    await send_alerts(desk)
    await desk.by(REVIEWER, "/stats 7")
    text = desk.to(REVIEWER)[-2]["text"]
    assert text.startswith("Статистика за 7 дней\nВопросов: 2. Ответов: 0, уточнений: 0, отказов: 2.")
    assert "Подписчиков: 1, подписок: 1." in text
    assert "Сообщений отправлено: 1, не доставлено: 0." in text
    assert f"{statistics.MOST_REFUSED}\n1. «{UNKNOWN}» — 2" in text
    assert "Последние дни\n1 мая: 2 (ответов 0, уточнений 0, отказов 2)\n30 апреля: 0" in text
    picture = desk.to(REVIEWER)[-1]
    assert picture["caption"] == statistics.CAPTION
    assert size(desk.api.files[picture["photo"][0]["file_id"]]) == (1200, 600)


async def test_a_quiet_base_has_its_statistics_too(desk: EditingDesk) -> None:
    await desk.by(ANNA, "/stats")
    text = desk.to(ANNA)[-2]["text"]
    assert text.startswith(f"Статистика за 30 дней\n{statistics.QUIET}\n")
    assert "photo" in desk.to(ANNA)[-1]
    assert await desk.by(ANNA, "/inbox") == inbox.EMPTY


async def test_an_odd_number_of_days_is_the_usual_one(quick: EditingDesk) -> None:
    for written, days in (("0", "1 день"), ("вчера", "30 дней"), ("99999", "30 дней"), ("400", "365 дней")):
        await quick.by(ANNA, f"/stats {written}")
        assert quick.to(ANNA)[-2]["text"].startswith(f"Статистика за {days}")


def test_a_fact_that_is_gone_is_named_by_its_id() -> None:
    found = replace(QUIET, facts=(("place", 5), ("gone", 2)))
    text = statistics.render(found, {FactId("place"): PLACE}).plain
    assert "1. Второй диалог пройдёт в Пекине. — 5\n2. gone — 2" in text


def test_the_picture_is_the_same_size_for_a_day_and_for_a_year() -> None:
    year = tuple(Day(day=date.fromordinal(739000 + n), answered=n, choices=1, refused=2) for n in range(365))
    assert size(statistics_chart.draw(QUIET)) == size(statistics_chart.draw(replace(QUIET, days=year)))
