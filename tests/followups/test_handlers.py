"""Handlers of follow-ups: /follow, cards, buttons of reminders, time zones, privacy, groups."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest

from bot.demo.botapi import updates
from bot.records.engine_holder import LoadedEngine
from bot.records.outbox import ChatState
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus, privacy
from bot.storage.connection.database import Database
from bot.storage.fact_base.files_import import import_files
from bot.storage.fact_base.history import StoredHistory
from bot.telegram.edit.waiting_versions import notify_owners
from bot.telegram.sending.sender import Sender
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, at, base

GROUP = updates.group(-500)
ADMIN, MEMBER = updates.user(70), updates.user(71)


@pytest.fixture
async def bot(sqlite: Database) -> BotHarness:
    followups = FollowUpsHarness(sqlite, "2027-05-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    bot.api.members[(-500, 70)] = "administrator"
    return bot


async def follow(bot: BotHarness) -> str:
    """Follow the second dialogue; returns the text of the card."""
    await bot.send_text("/follow")
    await bot.press(next(label for label in bot.labels if "Второй диалог (14 июня 2027 года)" in label))
    return bot.last_text


async def test_follow_offers_future_events_and_chains(bot: BotHarness) -> None:
    text = await bot.send_text("/follow")
    assert "За чем следить?" in text
    assert bot.labels == ["1. Второй диалог (14 июня 2027 года)", "2. Новые события: сообщу, когда назначат"]


async def test_the_card_lists_every_reminder_with_its_time(bot: BotHarness) -> None:
    text = await follow(bot)
    assert "Вы следите: Второй диалог, 14 июня 2027 года" in text
    for line in (
        "14 мая 2027 года, 10:00: за месяц",
        "7 июня 2027 года, 10:00: за неделю",
        "13 июня 2027 года, 10:00: за день",
        "14 июня 2027 года, 10:00: в тот день",
    ):
        assert line in text
    assert {"✓ За месяц", "✓ За день", "✓ 10:00", "18:00", "Пауза", "Не следить"} <= set(bot.labels)


async def test_a_month_offers_only_reminders_that_need_no_exact_day(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2016-04-01 12:00")
    await followups.seed(base("2016-06"))
    bot = BotHarness(followups)
    await bot.send_text("/follow")
    await bot.press("1. Второй диалог (июнь 2016 года)")
    assert "1 мая 2016 года, 10:00: за месяц" in bot.last_text
    assert "1 июня 2016 года, 10:00: когда начнётся" in bot.last_text
    assert not {"За неделю", "✓ За неделю", "За день", "✓ За день"} & set(bot.labels)
    assert "✓ Когда начнётся" in bot.labels


async def test_what_was_planned_is_not_said_to_have_been_and_its_chain_is_offered(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2026-11-23 12:00")
    await followups.seed(base("2016-06"))
    bot = BotHarness(followups)
    text = await bot.send_text("/follow")
    assert "Второй диалог: по плану июнь 2016 года; состоялось ли это, не знаю. Напоминать не о чем." in text
    assert bot.labels == ["1. Новые события: сообщу, когда назначат"]
    await bot.press_data("follow:e:dialogue-2", bot.last)
    assert "состоялось ли это, не знаю. Можно следить" in bot.last_text
    await bot.press("Следить за тем, что последует")
    assert "Вы следите: новые события\n" in bot.last_text


async def test_kinds_and_hours_are_switched_in_the_same_message(bot: BotHarness) -> None:
    await follow(bot)
    count = len(bot.shown)
    await bot.press("✓ За месяц")
    await bot.press("18:00")
    assert len(bot.shown) == count
    assert "7 июня 2027 года, 18:00: за неделю" in bot.last_text
    assert "за месяц" not in bot.last_text


async def test_an_hour_within_quiet_hours_says_when_reminders_come(bot: BotHarness) -> None:
    await bot.send_text("/timezone")
    await bot.press("21:00–09:00")
    await follow(bot)
    assert "тихие часы" not in bot.last_text
    await bot.press("8:00")
    assert "✓ 8:00" in bot.labels
    assert "13 июня 2027 года, 09:00: за день" in bot.last_text
    told = "В 8:00 у вас тихие часы (21:00–09:00): напоминания придут после них, в 9:00."
    assert told in bot.last_text
    await bot.press("21:00")
    assert "В 21:00 у вас тихие часы (21:00–09:00): напоминания придут до них, в 20:59." in bot.last_text
    for kind in ("месяц", "неделю", "день"):
        await bot.press(f"✓ За {kind}")
    await bot.press("✓ В тот день")
    assert "тихие часы" not in bot.last_text, "no reminder comes"


async def test_pause_and_resume(bot: BotHarness) -> None:
    await follow(bot)
    await bot.press("Пауза")
    assert "На паузе" in bot.last_text
    assert "ообщу" not in bot.last_text, "no reminder is announced either"
    await bot.press("Продолжить")
    assert "13 июня 2027 года, 10:00: за день" in bot.last_text


async def test_the_list_opens_a_card_that_unfollows(bot: BotHarness) -> None:
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")
    await follow(bot)
    assert "1. Второй диалог" in await bot.send_text("/subscriptions")
    await bot.press("1. Второй диалог, 14 июня 2027 года")
    assert "Вы следите: Второй диалог" in bot.last_text
    await bot.press("Все подписки")
    await bot.press("1. Второй диалог, 14 июня 2027 года")
    card = dict(bot.last)
    await bot.press("Не следить")
    assert bot.last_text == "Вы отписались: Второй диалог, 14 июня 2027 года."
    assert await bot.press("Не следить", card) == menus.GONE
    assert await bot.press("Пауза", card) == menus.GONE
    await bot.press("Следить снова")
    assert "Вы следите: Второй диалог" in bot.last_text


async def test_the_buttons_under_a_reminder_snooze_and_switch_off(bot: BotHarness) -> None:
    await follow(bot)
    bot.followups.clock.now = at("2027-06-07 10:00")
    await bot.send_due()
    reminder = bot.last
    assert reminder["text"].startswith("Напоминание: Второй диалог")
    assert "Дата: понедельник, 14 июня 2027 года" in reminder["text"]
    assert "Осталось 7 дней." in reminder["text"]
    assert await bot.press("Через день", reminder) == "Напомню 8 июня 2027 года, 10:00."
    assert await bot.press("Без таких напоминаний", reminder) == menus.SWITCHED_OFF
    bot.followups.clock.now = at("2027-06-08 10:00")
    await bot.send_due()
    assert "Осталось 6 дней." in bot.last_text
    assert "✓ За неделю" not in (await follow(bot), bot.labels)[1]


async def test_a_late_reminder_says_so_and_offers_no_snooze_past_the_event(bot: BotHarness) -> None:
    await follow(bot)
    bot.followups.clock.now = at("2027-06-14 15:00")
    await bot.send_due()
    assert "Это сегодня." in bot.last_text
    assert "опоздало: оно должно было прийти" in bot.last_text
    assert "Через час" in bot.labels
    assert "Через неделю" not in bot.labels


async def test_a_moved_event_shows_the_old_and_the_new_date(bot: BotHarness) -> None:
    await follow(bot)
    await bot.followups.edit_event(when=EdtfDate.parse("2027-07-01"), where="Шанхай")
    await bot.send_due()
    assert "Дата: четверг, 1 июля 2027 года (прежде: понедельник, 14 июня 2027 года)" in bot.last_text
    assert "Место: Шанхай (прежде: Пекин)" in bot.last_text
    assert "Напоминания перенесены" in bot.last_text
    await bot.followups.edit_event(cancelled=True)
    await bot.send_due()
    assert "Событие отменено" in bot.last_text
    loaded = await bot.followups.stored.load_base()
    bot.engine.swap(LoadedEngine(engine=Engine(loaded.base)))
    await bot.send_text("/subscriptions")
    await bot.press("1. Второй диалог, 1 июля 2027 года")
    assert "Событие отменено" in bot.last_text


async def test_a_date_removed_or_set_in_the_past_announces_no_reminders(bot: BotHarness) -> None:
    await follow(bot)
    await bot.followups.edit_event(when=None)
    await bot.send_due()
    assert "дата не названа (прежде: понедельник, 14 июня 2027 года)" in bot.last_text
    assert "Напоминаний не будет, пока дата не названа." in bot.last_text
    await bot.followups.edit_event(when=EdtfDate.parse("2027-01-14"))
    await bot.send_due()
    assert "Эта дата уже прошла" in bot.last_text


async def test_a_change_reverted_before_it_was_sent_sends_nothing(bot: BotHarness) -> None:
    await follow(bot)
    count = len(bot.shown)
    await bot.followups.edit_event(where="Шанхай")
    await bot.followups.edit_event(where="Пекин")
    await bot.send_due()
    assert len(bot.shown) == count


async def test_the_button_under_an_answer_follows_corrections_of_the_fact(bot: BotHarness) -> None:
    await bot.press_data("follow:f:place", {**(await start(bot))})
    assert "Сообщу, если исправят: «Второй диалог — в Пекине»" in bot.last_text
    assert bot.labels == ["Пауза", "Не следить", "Все подписки"]


async def start(bot: BotHarness) -> Any:
    await bot.send_text("/start")
    return bot.last


async def test_buttons_of_deleted_things_show_a_notice(bot: BotHarness) -> None:
    shown = await start(bot)
    for data in ("follow:e:nowhere", "follow:x:place", "ics:nowhere", "zone:Nowhere/Land", "quiet:9"):
        assert await bot.press_data(data, shown) == OLD_BUTTON, data
    assert await bot.press_data("sub:99", shown) == menus.GONE
    assert await bot.press_data("snooze:99:1", shown) == menus.NOT_SNOOZED
    assert await bot.press_data("off:99:day", shown) == menus.GONE
    assert await bot.press_data("snooze:99:5", shown) == OLD_BUTTON
    assert await bot.press_data("kind:1:changed", shown) == OLD_BUTTON
    assert await bot.press_data("hour:1:3", shown) == OLD_BUTTON


async def test_a_calendar_file_of_a_month_spans_the_month(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2016-04-01 12:00")
    await followups.seed(base("2016-06"))
    bot = BotHarness(followups)
    await bot.send_text("/follow")
    await bot.press("1. Второй диалог (июнь 2016 года)")
    await bot.press("В календарь (.ics)")
    (entry,) = icalendar.Calendar.from_ical(sent_file(bot)).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2016, 6, 1), date(2016, 7, 1))
    assert (str(entry["summary"]), str(entry["location"])) == ("Второй диалог", "Пекин")
    assert str(entry["description"]) == menus.UNCERTAIN


def sent_file(bot: BotHarness) -> bytes:
    found: bytes = bot.api.files[bot.last["document"]["file_id"]]
    return found


async def test_the_zone_is_set_by_a_city_and_moves_the_reminders(bot: BotHarness) -> None:
    await follow(bot)
    assert "время московское" in await bot.send_text("/timezone")
    bot.restart()
    assert "Владивосток, время владивостокское: сейчас там 19:00" in await bot.send_text("Владивосток")
    assert "(время владивостокское)" in await follow(bot)
    bot.followups.clock.now = at("2027-05-14 03:00")
    await bot.send_due()
    assert "Напоминание" in bot.last_text


async def test_an_offset_offers_its_cities_and_a_typo_similar_ones(bot: BotHarness) -> None:
    assert "Выберите город" in await bot.send_text("/timezone UTC+7")
    assert bot.labels[0] == "Новосибирск"
    await bot.press("Новосибирск")
    assert "Новосибирск, время новосибирское: сейчас там" in bot.last_text
    await bot.send_text("/timezone екатиринбург")
    assert bot.labels[0] == "Екатеринбург"
    assert "Такого города я не знаю" in await bot.send_text("/timezone Ыфвапролдж")


async def test_a_question_instead_of_a_city_is_answered(bot: BotHarness) -> None:
    await bot.send_text("/timezone")
    assert "Такого города" not in await bot.send_text("Где пройдёт второй диалог?")
    assert "Выберите город" not in await bot.send_text("Владивосток")


async def test_quiet_hours_by_a_button(bot: BotHarness) -> None:
    await bot.send_text("/timezone")
    assert await bot.press("Без тихих часов") == "Тихих часов больше нет."
    assert "Тихие часы: нет" in bot.last_text
    assert "✓ Без тихих часов" in bot.labels
    assert "Тихие часы: нет" in await bot.send_text("/timezone")
    assert await bot.press("23:00–07:00") == "Тихие часы: 23:00–07:00."


async def test_forget_asks_first_then_deletes_everything(bot: BotHarness) -> None:
    await follow(bot)
    await bot.send_text("Где второй диалог?")
    await bot.send_text("/forget")
    await bot.press("Нет, оставить")
    assert bot.last_text == privacy.KEPT
    assert len(await bot.followups.following.of_chat(CHAT)) == 1
    await bot.send_text("/forget")
    await bot.press("Да, удалить всё")
    assert bot.last_text == privacy.FORGOTTEN
    await bot.send_text("/mydata")
    found = json.loads(sent_file(bot))
    assert {name: rows for name, rows in found.items() if rows} == {}


async def test_mydata_contains_everything_stored(bot: BotHarness) -> None:
    await follow(bot)
    await bot.send_text("Где второй диалог?")
    await bot.send_text("/timezone Владивосток")
    await bot.send_text("/mydata")
    found = json.loads(sent_file(bot))
    assert found["asked"][0]["text"] == "Где второй диалог?"
    assert found["subscriptions"][0]["zone"] == "Asia/Vladivostok"
    assert found["chats"][0]["zone"] == "Asia/Vladivostok"
    assert found["conversations"]


async def test_privacy_names_the_retention_period(bot: BotHarness) -> None:
    assert "90 дней" in await bot.send_text("/privacy")


async def test_in_a_group_administrators_manage_and_members_read(bot: BotHarness) -> None:
    assert menus.ADMINS_ONLY in await bot.send_text("/follow", GROUP, MEMBER)
    assert menus.ADMINS_ONLY in await bot.send_text("/timezone Владивосток", GROUP, MEMBER)
    await bot.send_text("/follow", GROUP, ADMIN)
    menu = bot.last
    label = "1. Второй диалог (14 июня 2027 года)"
    assert await bot.press(label, menu, MEMBER) is None
    assert bot.last_text.startswith(menus.ADMINS_ONLY)
    (link,) = [one["url"] for one in bot.last["entities"] if one["type"] == "text_link"]
    assert link.endswith("?start=follow_dialogue-2")
    assert await bot.followups.following.of_chat(-500) == []
    assert await bot.press(label, menu, ADMIN) is None
    assert "1. Второй диалог" in await bot.send_text("/subscriptions", GROUP, MEMBER)
    await bot.press("1. Второй диалог, 14 июня 2027 года", sender=MEMBER)
    for button in ("Пауза", "Не следить", "✓ За день", "18:00"):
        assert await bot.press(button, sender=MEMBER) == menus.ADMINS_ONLY
    assert privacy.PRIVATE_ONLY in await bot.send_text("/mydata", GROUP, MEMBER)
    assert privacy.PRIVATE_ONLY in await bot.send_text("/forget", GROUP, MEMBER)


async def test_an_anonymous_administrator_manages_too(bot: BotHarness) -> None:
    update = updates.text(GROUP, "/follow", {**updates.user(1087968824), "is_bot": True})
    update["message"]["sender_chat"] = GROUP
    await bot.feed(update)
    assert "За чем следить?" in bot.last_text


async def test_a_migrated_group_keeps_its_subscriptions(bot: BotHarness) -> None:
    await bot.send_text("/follow", GROUP, ADMIN)
    await bot.press("1. Второй диалог (14 июня 2027 года)", sender=ADMIN)
    await bot.feed({"message": updates.message(GROUP, ADMIN, migrate_to_chat_id=-1001234)})
    assert [s.chat_id for s in await bot.followups.following.of_chat(-1001234)] == [-1001234]
    assert await bot.followups.following.of_chat(-500) == []


async def test_migration_reported_in_the_supergroup_only_and_twice(bot: BotHarness) -> None:
    await bot.send_text("/follow", GROUP, ADMIN)
    await bot.press("1. Второй диалог (14 июня 2027 года)", sender=ADMIN)
    supergroup = {"id": -1001234, "type": "supergroup", "title": "Редакция"}
    migration = {"message": updates.message(supergroup, ADMIN, migrate_from_chat_id=-500)}
    await bot.feed(migration)
    await bot.followups.chats.set_preferences(-1001234, zone="Asia/Tokyo")
    await bot.feed(migration)
    assert [s.chat_id for s in await bot.followups.following.of_chat(-1001234)] == [-1001234]
    found = await bot.followups.chats.get(-1001234)
    assert found is not None
    assert found.zone == "Asia/Tokyo"


async def test_a_group_that_looked_unreachable_before_it_migrated_loses_nothing(bot: BotHarness) -> None:
    await bot.send_text("/follow", GROUP, ADMIN)
    await bot.press("1. Второй диалог (14 июня 2027 года)", sender=ADMIN)
    bot.followups.clock.now = at("2027-05-13 10:00")
    await bot.followups.planner.step(bot.followups.clock())
    await bot.feed(updates.membership(GROUP, bot.api.me, "left"))
    supergroup = {"id": -1001234, "type": "supergroup", "title": "Редакция"}
    await bot.feed({"message": updates.message(supergroup, ADMIN, migrate_from_chat_id=-500)})
    bot.followups.clock.now = at("2027-05-14 10:00")
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание")
    assert bot.shown[-1]["chat"]["id"] == -1001234


async def test_a_reader_who_blocked_the_bot_is_reminded_after_writing_again(bot: BotHarness) -> None:
    await follow(bot)
    chat = updates.private(CHAT)
    await bot.feed(updates.membership(chat, bot.api.me, "kicked"))
    found = await bot.followups.chats.get(CHAT)
    assert found is not None
    assert found.state is ChatState.BLOCKED
    bot.followups.clock.now = at("2027-05-14 10:00")
    count = len(bot.shown)
    await bot.send_due()
    assert len(bot.shown) == count
    await bot.send_text("/start")
    bot.followups.clock.now = at("2027-06-07 10:00")
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание")


async def test_http_403_marks_the_chat_as_blocked(bot: BotHarness) -> None:
    await follow(bot)
    bot.followups.clock.now = at("2027-06-14 11:00")
    blocked = "Forbidden: bot was blocked by the user"
    bot.api.faults.order(method="sendMessage", code=403, description=blocked)
    await bot.send_due()
    found = await bot.followups.chats.get(CHAT)
    assert found is not None
    assert found.state is ChatState.BLOCKED


async def test_deliveries_are_shown_to_owners_and_hidden_from_others(bot: BotHarness) -> None:
    await follow(bot)
    bot.followups.clock.now = at("2027-05-14 10:00")
    bot.api.faults.order(method="sendMessage", code=400, description="Bad Request: TEXT_INVALID")
    await bot.send_due()
    text = await bot.send_text("/deliveries")
    assert "не приняты: 1" in text
    assert "TEXT_INVALID" in text
    stranger = updates.private(99)
    assert await bot.send_text("/deliveries", stranger) == await bot.send_text("/nonsense", stranger)


async def test_owners_are_told_once_of_waiting_versions(bot: BotHarness) -> None:
    await bot.followups.edit_event(where="Шанхай")
    newer = base()
    files = replace(newer, events=tuple(replace(one, where="Харбин") for one in newer.events))
    await import_files(bot.followups.database, files, bot.followups.clock())
    history, sender = StoredHistory(bot.followups.database), Sender(bot.bot)
    await start(bot)
    await notify_owners(sender, [CHAT, 12345], history)
    assert "событие «Второй диалог»" in bot.last_text
    count = len(bot.shown)
    await notify_owners(sender, [CHAT], history)
    assert len(bot.shown) == count
