"""/stats as text and as a chart, with and without questions."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date

from bot.records.statistics import DailyQuestions, Statistics
from bot.replies.answers import feedback
from bot.replies.editing import inbox, statistics, statistics_chart
from bot.storage.editors.statistics import StoredStatistics
from knowledge.facts.model import FactId
from tests.editing.harness import ANNA, OWNER, PLACE, REVIEWER, EditingHarness
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, publish_answer, send_alerts
from tests.followups.harness import MOSCOW, at

QUIET = Statistics(
    days=(DailyQuestions(day=date(2027, 5, 1), answered=0, choices=0, refused=0),),
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


async def test_days_are_local_and_lists_have_the_greatest_first(harness: EditingHarness) -> None:
    harness.followups.clock.now = at("2027-05-01 00:30")  # still 30 April in UTC
    for words in (UNKNOWN, "где усядутся  снова", "Какая погода в Пекине?"):
        await harness.write(READER, words)
    harness.followups.clock.now = at("2027-05-03 12:00")
    for words in (KNOWN, KNOWN, "Кто вёл первый диалог?"):
        await harness.write(READER, words)
    await harness.write(OTHER, KNOWN)
    await harness.tap(OTHER, "👎")
    found = await StoredStatistics(harness.followups.database, MOSCOW).over(4, harness.followups.clock())
    counts = [(day.day.day, day.answered, day.choices, day.refused) for day in found.days]
    assert counts == [(30, 0, 0, 0), (1, 0, 0, 3), (2, 0, 0, 0), (3, 4, 0, 0)]
    assert found.facts == (("place", 3), ("chair", 1))
    assert found.refusals == ((UNKNOWN, 2), ("Какая погода в Пекине?", 1))
    assert (found.liked, found.disliked) == (0, 1)


async def test_the_reply_shows_the_counts_and_a_chart(harness: EditingHarness) -> None:
    await harness.followups.follow(READER)
    await harness.write(READER, UNKNOWN)
    await harness.tap(READER, feedback.SET_ALERT)
    await harness.write(OTHER, UNKNOWN)
    await harness.tap(OTHER, feedback.SET_ALERT)
    await publish_answer(harness, ANNA)
    harness.api.chats[OTHER]["blocked"] = True
    await send_alerts(harness)
    await harness.write(REVIEWER, "/stats 7")
    text = harness.messages_to(REVIEWER)[-2]["text"]
    assert text.startswith("Статистика за 7 дней\nВопросов: 2. Ответов: 0, уточнений: 0, отказов: 2.")
    assert "Подписчиков: 1, подписок: 1." in text
    assert "Напоминаний и уведомлений разослано: 1, не доставлено: 0." in text
    assert f"{statistics.MOST_REFUSED}\n1. «{UNKNOWN}» — 2" in text
    assert "Последние дни\n1 мая: 2 (ответов 0, уточнений 0, отказов 2)" in text
    assert "30 апреля" not in text, "days before the first question are left out"
    picture = harness.messages_to(REVIEWER)[-1]
    assert picture["caption"] == statistics.CAPTION
    assert size(harness.api.files[picture["photo"][0]["file_id"]]) == (1200, 600)


async def test_statistics_without_questions(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/stats")
    text = harness.messages_to(ANNA)[-2]["text"]
    assert text.startswith(f"Статистика за 30 дней\n{statistics.QUIET}\n")
    assert "photo" in harness.messages_to(ANNA)[-1]
    assert await harness.write(ANNA, "/inbox") == inbox.EMPTY


async def test_an_invalid_number_of_days_is_replaced(sqlite_harness: EditingHarness) -> None:
    for written, days in (("0", "1 день"), ("вчера", "30 дней"), ("99999", "30 дней"), ("400", "365 дней")):
        await sqlite_harness.write(ANNA, f"/stats {written}")
        assert sqlite_harness.messages_to(ANNA)[-2]["text"].startswith(f"Статистика за {days}")


def test_a_fact_that_nobody_knows_is_shown_without_its_id() -> None:
    found = replace(QUIET, facts=(("place", 5), ("gone", 2)))
    text = statistics.render(found, {FactId("place"): PLACE}, {}).plain
    assert "1. Второй диалог пройдёт в Пекине. — 5\n2. сведение, которого больше нет — 2" in text


async def test_what_asks_nothing_is_no_refused_question(harness: EditingHarness) -> None:
    for words in ("/погода завтра", "Казань", "г. Нижний Новгород", "UTC+5", "???", UNKNOWN):
        await harness.write(READER, words)
    store: StoredStatistics = harness.dispatcher.workflow_data["statistics"]
    found = await store.over(1, harness.followups.clock())
    assert found.refusals == ((UNKNOWN, 1),)
    assert "из 1\n" in await harness.write(ANNA, "/inbox"), "nor do they wait for editors"


async def test_a_retired_fact_is_shown_by_what_it_said(harness: EditingHarness) -> None:
    await harness.write(READER, KNOWN)
    await harness.followups.publish(PLACE, None)
    await harness.refresh()
    await harness.write(ANNA, "/stats")
    assert f"1. {PLACE.says} ({statistics.RETIRED}) — 1" in harness.messages_to(ANNA)[-2]["text"]


async def test_what_people_with_a_role_ask_and_rate_is_not_counted(harness: EditingHarness) -> None:
    for user in (READER, ANNA, REVIEWER, OWNER):
        await harness.write(user, KNOWN)
        await harness.tap(user, "⋯")
        await harness.tap(user, feedback.BAD)
        await harness.write(user, UNKNOWN)
    store: StoredStatistics = harness.dispatcher.workflow_data["statistics"]
    found = await store.over(1, harness.followups.clock())
    assert (found.asked, found.facts, found.refusals) == (2, (("place", 1),), ((UNKNOWN, 1),))
    assert (found.liked, found.disliked) == (0, 1)
    await harness.write(ANNA, "/stats")
    assert statistics.WITHOUT_STAFF in harness.messages_to(ANNA)[-2]["text"]


def test_the_chart_has_the_same_size_for_a_day_and_for_a_year() -> None:
    year = tuple(
        DailyQuestions(day=date.fromordinal(739000 + n), answered=n, choices=1, refused=2) for n in range(365)
    )
    assert size(statistics_chart.draw(QUIET)) == size(statistics_chart.draw(replace(QUIET, days=year)))
