"""What a reader sees and presses: /follow, the card, reminders' buttons, zones, privacy, groups."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest

from bot.records.engine_holder import LoadedEngine
from bot.records.outbox import ChatState
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus, privacy
from bot.storage.database import Database
from bot.storage.history import StoredHistory
from bot.storage.pack_import import import_files
from bot.telegram.edit.waiting_versions import notify_owners
from bot.telegram.sending.sender import Sender
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from tests.botapi import updates
from tests.followups.desk import CHAT, Desk
from tests.followups.world import World, at, base

GROUP = updates.group(-500)
BOSS, MEMBER = updates.user(70), updates.user(71)


@pytest.fixture
async def desk(sqlite: Database) -> Desk:
    world = World(sqlite, "2027-05-01 12:00")
    await world.seed(base())
    desk = Desk(world)
    desk.api.members[(-500, 70)] = "administrator"
    return desk


async def follow(desk: Desk) -> str:
    """Follow the second dialogue; the text of the card."""
    await desk.say("/follow")
    await desk.callback("1. Второй диалог (14 июня 2027 года)")
    return desk.last_text


async def test_follow_offers_what_is_to_come_and_what_may_follow(desk: Desk) -> None:
    text = await desk.say("/follow")
    assert "За чем следить?" in text
    assert desk.labels == ["1. Второй диалог (14 июня 2027 года)", "2. Что последует: Первый диалог"]


async def test_the_card_says_exactly_what_will_come_and_when(desk: Desk) -> None:
    text = await follow(desk)
    assert "Вы следите: Второй диалог" in text
    for line in (
        "14 мая 2027 года, 10:00: за месяц",
        "7 июня 2027 года, 10:00: за неделю",
        "13 июня 2027 года, 10:00: за день",
        "14 июня 2027 года, 10:00: в тот день",
    ):
        assert line in text
    assert {"✓ За месяц", "✓ За день", "✓ 10:00", "18:00", "Пауза", "Не следить"} <= set(desk.labels)


async def test_for_a_month_only_the_honest_reminders_are_offered(sqlite: Database) -> None:
    world = World(sqlite, "2016-04-01 12:00")
    await world.seed(base("2016-06"))
    desk = Desk(world)
    await desk.say("/follow")
    await desk.callback("1. Второй диалог (июнь 2016 года)")
    assert "1 мая 2016 года, 10:00: за месяц" in desk.last_text
    assert "1 июня 2016 года, 10:00: когда начнётся" in desk.last_text
    assert not {"За неделю", "✓ За неделю", "За день", "✓ За день"} & set(desk.labels)
    assert "✓ Когда начнётся" in desk.labels


async def test_an_event_that_has_passed_is_said_so_and_the_chain_is_offered(sqlite: Database) -> None:
    world = World(sqlite, "2026-11-23 12:00")
    await world.seed(base("2016-06"))
    desk = Desk(world)
    text = await desk.say("/follow")
    assert "Второй диалог (июнь 2016 года): уже прошло" in text
    assert desk.labels == ["1. Что последует: Первый диалог"]
    await desk.press_data("follow:e:dialogue-2", desk.last)
    assert "событие уже прошло" in desk.last_text
    await desk.callback("Следить за тем, что последует")
    assert "Вы следите: всё, что последует: Первый диалог" in desk.last_text


async def test_kinds_and_hours_are_switched_in_place(desk: Desk) -> None:
    await follow(desk)
    count = len(desk.shown)
    await desk.callback("✓ За месяц")
    await desk.callback("18:00")
    assert len(desk.shown) == count
    assert "7 июня 2027 года, 18:00: за неделю" in desk.last_text
    assert "за месяц" not in desk.last_text


async def test_pause_and_going_on(desk: Desk) -> None:
    await follow(desk)
    await desk.callback("Пауза")
    assert "На паузе" in desk.last_text
    assert "ообщу" not in desk.last_text, "nothing is told either"
    await desk.callback("Продолжить")
    assert "13 июня 2027 года, 10:00: за день" in desk.last_text


async def test_the_list_opens_a_card_and_stops(desk: Desk) -> None:
    assert "ни за чем не следите" in await desk.say("/subscriptions")
    await follow(desk)
    assert "1. Второй диалог" in await desk.say("/subscriptions")
    await desk.callback("1. Второй диалог")
    assert "Вы следите: Второй диалог" in desk.last_text
    await desk.callback("Все подписки")
    await desk.callback("1. Второй диалог")
    assert await desk.callback("Не следить") == menus.STOPPED
    assert await desk.callback("Не следить") == menus.GONE
    assert await desk.callback("Пауза") == menus.GONE


async def test_a_reminder_arrives_with_its_buttons_and_they_work(desk: Desk) -> None:
    await follow(desk)
    desk.world.clock.now = at("2027-06-07 10:00")
    await desk.send_due()
    reminder = desk.last
    assert reminder["text"].startswith("Напоминание: Второй диалог")
    assert "Дата: понедельник, 14 июня 2027 года" in reminder["text"]
    assert "Осталось 7 дней." in reminder["text"]
    assert await desk.callback("Через день", reminder) == "Напомню 8 июня 2027 года, 10:00."
    assert await desk.callback("Без таких напоминаний", reminder) == menus.SWITCHED_OFF
    desk.world.clock.now = at("2027-06-08 10:00")
    await desk.send_due()
    assert "Осталось 6 дней." in desk.last_text
    assert "✓ За неделю" not in (await follow(desk), desk.labels)[1]


async def test_a_late_reminder_says_so_and_what_comes_after_the_event_is_not_offered(desk: Desk) -> None:
    await follow(desk)
    desk.world.clock.now = at("2027-06-14 15:00")
    await desk.send_due()
    assert "Это сегодня." in desk.last_text
    assert "опоздало: оно должно было прийти" in desk.last_text
    assert "Через час" in desk.labels
    assert "Через неделю" not in desk.labels


async def test_a_moved_event_tells_old_and_new(desk: Desk) -> None:
    await follow(desk)
    await desk.world.edit(when=EdtfDate.parse("2027-07-01"), where="Шанхай")
    await desk.send_due()
    assert "Дата: четверг, 1 июля 2027 года (прежде: понедельник, 14 июня 2027 года)" in desk.last_text
    assert "Место: Шанхай (прежде: Пекин)" in desk.last_text
    assert "Напоминания перенесены" in desk.last_text
    await desk.world.edit(cancelled=True)
    await desk.send_due()
    assert "Событие отменено" in desk.last_text
    loaded = await desk.world.stored.load_base()
    desk.engine.swap(LoadedEngine(engine=Engine(loaded.base)))
    await desk.say("/subscriptions")
    await desk.callback("1. Второй диалог")
    assert "Событие отменено" in desk.last_text


async def test_a_date_lost_or_set_in_the_past_promises_no_reminders(desk: Desk) -> None:
    await follow(desk)
    await desk.world.edit(when=None)
    await desk.send_due()
    assert "дата не названа (прежде: понедельник, 14 июня 2027 года)" in desk.last_text
    assert "Напоминаний не будет, пока дата не названа." in desk.last_text
    await desk.world.edit(when=EdtfDate.parse("2027-01-14"))
    await desk.send_due()
    assert "Эта дата уже прошла" in desk.last_text


async def test_nothing_is_said_of_a_change_taken_back_before_it_was_told(desk: Desk) -> None:
    await follow(desk)
    count = len(desk.shown)
    await desk.world.edit(where="Шанхай")
    await desk.world.edit(where="Пекин")
    await desk.send_due()
    assert len(desk.shown) == count


async def test_the_button_under_an_answer_follows_corrections_of_the_fact(desk: Desk) -> None:
    await desk.press_data("follow:f:place", {**(await opening(desk))})
    assert "исправления: Второй диалог — в Пекине." in desk.last_text
    assert desk.labels == ["Пауза", "Не следить", "Все подписки"]


async def opening(desk: Desk) -> Any:
    await desk.say("/start")
    return desk.last


async def test_buttons_of_what_is_gone_are_answered_politely(desk: Desk) -> None:
    shown = await opening(desk)
    for data in ("follow:e:nowhere", "follow:x:place", "ics:nowhere", "zone:Nowhere/Land", "quiet:9"):
        assert await desk.press_data(data, shown) == OLD_BUTTON, data
    assert await desk.press_data("sub:99", shown) == menus.GONE
    assert await desk.press_data("snooze:99:1", shown) == menus.NOT_SNOOZED
    assert await desk.press_data("off:99:day", shown) == menus.GONE
    assert await desk.press_data("snooze:99:5", shown) == OLD_BUTTON
    assert await desk.press_data("kind:1:changed", shown) == OLD_BUTTON
    assert await desk.press_data("hour:1:3", shown) == OLD_BUTTON


async def test_a_calendar_file_of_a_month_spans_the_month(sqlite: Database) -> None:
    world = World(sqlite, "2016-04-01 12:00")
    await world.seed(base("2016-06"))
    desk = Desk(world)
    await desk.say("/follow")
    await desk.callback("1. Второй диалог (июнь 2016 года)")
    await desk.callback("В календарь (.ics)")
    (entry,) = icalendar.Calendar.from_ical(sent_file(desk)).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2016, 6, 1), date(2016, 7, 1))
    assert (str(entry["summary"]), str(entry["location"])) == ("Второй диалог", "Пекин")
    assert str(entry["description"]) == menus.UNCERTAIN


def sent_file(desk: Desk) -> bytes:
    found: bytes = desk.api.files[desk.last["document"]["file_id"]]
    return found


async def test_the_zone_is_set_by_a_citys_name_and_the_reminders_move(desk: Desk) -> None:
    await follow(desk)
    assert "Москва (Europe/Moscow)" in await desk.say("/timezone")
    desk.restart()
    assert "Ваш пояс: Владивосток (Asia/Vladivostok), сейчас там 19:00" in await desk.say("Владивосток")
    assert "ваш пояс: Asia/Vladivostok" in await follow(desk)
    desk.world.clock.now = at("2027-05-14 03:00")
    await desk.send_due()
    assert "Напоминание" in desk.last_text


async def test_an_offset_offers_its_cities_and_a_slip_what_was_meant(desk: Desk) -> None:
    assert "Выберите город" in await desk.say("/timezone UTC+10")
    assert desk.labels[0] == "Владивосток"
    await desk.callback("Владивосток")
    assert "Asia/Vladivostok" in desk.last_text
    await desk.say("/timezone екатиринбург")
    assert desk.labels[0] == "Екатеринбург"
    assert "Такого города я не знаю" in await desk.say("/timezone Ыфвапролдж")


async def test_a_question_asked_instead_of_a_city_is_answered(desk: Desk) -> None:
    await desk.say("/timezone")
    assert "Такого города" not in await desk.say("Где пройдёт второй диалог?")
    assert "Выберите город" not in await desk.say("Владивосток")


async def test_quiet_hours_by_a_button(desk: Desk) -> None:
    await desk.say("/timezone")
    assert await desk.callback("Без тихих часов") == "Тихих часов больше нет."
    assert "Тихие часы: нет" in await desk.say("/timezone")
    assert await desk.callback("23:00–07:00") == "Тихие часы: 23:00–07:00."


async def test_forgetting_asks_first_then_leaves_nothing(desk: Desk) -> None:
    await follow(desk)
    await desk.say("Где второй диалог?")
    await desk.say("/forget")
    await desk.callback("Нет, оставить")
    assert desk.last_text == privacy.KEPT
    assert len(await desk.world.following.of_chat(CHAT)) == 1
    await desk.say("/forget")
    await desk.callback("Да, удалить всё")
    assert desk.last_text == privacy.FORGOTTEN
    await desk.say("/mydata")
    found = json.loads(sent_file(desk))
    assert {name: rows for name, rows in found.items() if rows} == {}


async def test_mydata_holds_all_that_is_kept(desk: Desk) -> None:
    await follow(desk)
    await desk.say("Где второй диалог?")
    await desk.say("/timezone Владивосток")
    await desk.say("/mydata")
    found = json.loads(sent_file(desk))
    assert found["asked"][0]["text"] == "Где второй диалог?"
    assert found["subscriptions"][0]["zone"] == "Asia/Vladivostok"
    assert found["chats"][0]["zone"] == "Asia/Vladivostok"
    assert found["conversations"]


async def test_privacy_says_how_long(desk: Desk) -> None:
    assert "90 дней" in await desk.say("/privacy")


async def test_in_a_group_an_administrator_follows_and_members_read(desk: Desk) -> None:
    assert menus.ADMINS_ONLY in await desk.say("/follow", GROUP, MEMBER)
    assert menus.ADMINS_ONLY in await desk.say("/timezone Владивосток", GROUP, MEMBER)
    await desk.say("/follow", GROUP, BOSS)
    menu = desk.last
    label = "1. Второй диалог (14 июня 2027 года)"
    assert await desk.callback(label, menu, MEMBER) == menus.ADMINS_ONLY
    assert await desk.callback(label, menu, BOSS) is None
    assert "1. Второй диалог" in await desk.say("/subscriptions", GROUP, MEMBER)
    await desk.callback("1. Второй диалог", sender=MEMBER)
    for button in ("Пауза", "Не следить", "✓ За день", "18:00"):
        assert await desk.callback(button, sender=MEMBER) == menus.ADMINS_ONLY
    assert privacy.PRIVATE_ONLY in await desk.say("/mydata", GROUP, MEMBER)
    assert privacy.PRIVATE_ONLY in await desk.say("/forget", GROUP, MEMBER)


async def test_an_anonymous_administrator_may_too(desk: Desk) -> None:
    update = updates.text(GROUP, "/follow", {**updates.user(1087968824), "is_bot": True})
    update["message"]["sender_chat"] = GROUP
    await desk.feed(update)
    assert "За чем следить?" in desk.last_text


async def test_a_group_that_became_a_supergroup_keeps_its_subscriptions(desk: Desk) -> None:
    await desk.say("/follow", GROUP, BOSS)
    await desk.callback("1. Второй диалог (14 июня 2027 года)", sender=BOSS)
    await desk.feed({"message": updates.message(GROUP, BOSS, migrate_to_chat_id=-1001234)})
    assert [s.chat_id for s in await desk.world.following.of_chat(-1001234)] == [-1001234]
    assert await desk.world.following.of_chat(-500) == []


async def test_the_word_of_the_move_may_come_in_the_supergroup_alone_and_twice(desk: Desk) -> None:
    await desk.say("/follow", GROUP, BOSS)
    await desk.callback("1. Второй диалог (14 июня 2027 года)", sender=BOSS)
    grown = {"id": -1001234, "type": "supergroup", "title": "Редакция"}
    told = {"message": updates.message(grown, BOSS, migrate_from_chat_id=-500)}
    await desk.feed(told)
    await desk.world.chats.set_preferences(-1001234, zone="Asia/Tokyo")
    await desk.feed(told)
    assert [s.chat_id for s in await desk.world.following.of_chat(-1001234)] == [-1001234]
    found = await desk.world.chats.get(-1001234)
    assert found is not None
    assert found.zone == "Asia/Tokyo"


async def test_a_group_that_looked_closed_before_the_move_loses_nothing(desk: Desk) -> None:
    await desk.say("/follow", GROUP, BOSS)
    await desk.callback("1. Второй диалог (14 июня 2027 года)", sender=BOSS)
    desk.world.clock.now = at("2027-05-13 10:00")
    await desk.world.planner.step(desk.world.clock())
    await desk.feed(updates.membership(GROUP, desk.api.me, "left"))
    grown = {"id": -1001234, "type": "supergroup", "title": "Редакция"}
    await desk.feed({"message": updates.message(grown, BOSS, migrate_from_chat_id=-500)})
    desk.world.clock.now = at("2027-05-14 10:00")
    await desk.send_due()
    assert desk.last_text.startswith("Напоминание")
    assert desk.shown[-1]["chat"]["id"] == -1001234


async def test_a_reader_who_blocked_the_bot_wakes_by_writing(desk: Desk) -> None:
    await follow(desk)
    chat = updates.private(CHAT)
    await desk.feed(updates.membership(chat, desk.api.me, "kicked"))
    found = await desk.world.chats.get(CHAT)
    assert found is not None
    assert found.state is ChatState.BLOCKED
    desk.world.clock.now = at("2027-05-14 10:00")
    count = len(desk.shown)
    await desk.send_due()
    assert len(desk.shown) == count
    await desk.say("/start")
    desk.world.clock.now = at("2027-06-07 10:00")
    await desk.send_due()
    assert desk.last_text.startswith("Напоминание")


async def test_what_telegram_answers_decides_about_chat_and_message(desk: Desk) -> None:
    await follow(desk)
    desk.world.clock.now = at("2027-06-14 11:00")
    blocked = "Forbidden: bot was blocked by the user"
    desk.api.faults.order(method="sendMessage", code=403, description=blocked)
    await desk.send_due()
    found = await desk.world.chats.get(CHAT)
    assert found is not None
    assert found.state is ChatState.BLOCKED


async def test_deliveries_are_shown_to_owners_and_hidden_from_others(desk: Desk) -> None:
    await follow(desk)
    desk.world.clock.now = at("2027-05-14 10:00")
    desk.api.faults.order(method="sendMessage", code=400, description="Bad Request: TEXT_INVALID")
    await desk.send_due()
    text = await desk.say("/deliveries")
    assert "не приняты: 1" in text
    assert "TEXT_INVALID" in text
    stranger = updates.private(99)
    assert await desk.say("/deliveries", stranger) == await desk.say("/nonsense", stranger)


async def test_owners_hear_once_of_versions_that_wait(desk: Desk) -> None:
    await desk.world.edit(where="Шанхай")
    newer = base()
    files = replace(newer, events=tuple(replace(one, where="Харбин") for one in newer.events))
    await import_files(desk.world.database, files, desk.world.clock())
    history, sender = StoredHistory(desk.world.database), Sender(desk.bot)
    await opening(desk)
    await notify_owners(sender, [CHAT, 12345], history)
    assert "событие dialogue-2" in desk.last_text
    count = len(desk.shown)
    await notify_owners(sender, [CHAT], history)
    assert len(desk.shown) == count
