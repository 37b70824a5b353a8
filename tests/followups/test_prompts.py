"""Prompts end: after ten minutes, by a question, by a command, by «Отмена»; in a group by a reply alone."""

from __future__ import annotations

import pytest

from bot.demo.botapi import updates
from bot.replies.answers import feedback, other_messages
from bot.replies.answers.notices import FOREIGN_BUTTON
from bot.storage.connection.database import Database
from bot.telegram.prompts import is_question
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, base

GROUP = updates.group(-500)
ADMIN, MEMBER = updates.user(70), updates.user(71)
UNKNOWN_CITY = "Такого города я не знаю"
CANCELLED = other_messages.cancelled(something=True).plain


@pytest.fixture
async def bot(database: Database) -> BotHarness:
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    bot.api.members[(-500, 70)] = "administrator"
    return bot


async def zone(bot: BotHarness, chat: int = CHAT) -> str:
    return (await bot.followups.following.schedule_of(chat)).zone


async def test_a_prompt_is_over_after_ten_minutes(bot: BotHarness) -> None:
    await bot.send_text("/timezone")
    bot.followups.clock.advance(minutes=11)
    await bot.send_text("Париж")
    assert await zone(bot) == "Europe/Moscow"
    await bot.send_text("/timezone")
    bot.followups.clock.advance(minutes=9)
    await bot.send_text("Париж")
    assert await zone(bot) == "Europe/Paris"


@pytest.mark.parametrize(
    "words", ["Где пройдёт второй диалог?", "где второй диалог", "/help", "/subscriptions"]
)
async def test_a_question_or_a_command_goes_through_a_prompt_and_ends_it(bot: BotHarness, words: str) -> None:
    await bot.send_text("/timezone")
    assert UNKNOWN_CITY not in await bot.send_text(words)
    await bot.send_text("Париж")
    assert await zone(bot) == "Europe/Moscow"


async def test_the_button_under_a_prompt_ends_it(bot: BotHarness) -> None:
    await bot.send_text("/timezone")
    count = len(bot.shown)
    await bot.press("Отмена")
    assert (bot.last_text, len(bot.shown)) == (CANCELLED, count)
    await bot.send_text("Париж")
    assert await zone(bot) == "Europe/Moscow"


async def test_a_reply_to_the_prompt_is_its_answer_even_if_it_asks(bot: BotHarness) -> None:
    await bot.send_text("Где?")
    await bot.send_text("в ответе ошибка")
    prompt = bot.last
    assert prompt["text"] == feedback.ask_for_report().plain
    await bot.send_text("Кто вёл первый диалог?")
    assert bot.last_text != feedback.report_received(known=True).plain


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Кто такая Линч?", True),
        ("а когда", True),
        ("В каком городе?", True),
        ("будет ли третий", True),
        ("Не в Пекине, а в Шанхае?", False),
        ("Дата неверная", False),
        ("что за ерунда в этом ответе написана про дату второго диалога", False),
        ("Париж", False),
        ("", False),
    ],
)
def test_what_is_a_question(text: str, asks: bool) -> None:
    assert is_question(text) is asks


async def test_in_a_group_the_city_is_asked_for_by_a_reply(bot: BotHarness) -> None:
    await bot.send_text("/timezone", GROUP, ADMIN)
    prompt = bot.last
    assert prompt["shown_markup"]["force_reply"] is True
    assert prompt["shown_markup"]["selective"] is True
    assert [label for label, _ in bot.buttons(bot.shown[-2])][-1] == "Без тихих часов"
    await bot.send_text("что-то другое", GROUP, ADMIN)
    assert bot.last is prompt, "talk in the group is no city"
    await bot.feed(updates.text(GROUP, "Владивосток", ADMIN, reply_to_message=prompt))
    assert "время владивостокское" in bot.last_text
    assert await zone(bot, -500) == "Asia/Vladivostok"


async def test_a_reply_to_the_prompt_of_a_group_answers_it_after_a_command_too(bot: BotHarness) -> None:
    await bot.send_text("/timezone", GROUP, ADMIN)
    prompt = bot.last
    await bot.send_text("/follow", GROUP, ADMIN)
    await bot.feed(updates.text(GROUP, "Владивосток", MEMBER, reply_to_message=prompt))
    assert await zone(bot, -500) == "Europe/Moscow", "a member may not set it"
    await bot.feed(updates.text(GROUP, "Владивосток", ADMIN, reply_to_message=prompt))
    assert await zone(bot, -500) == "Asia/Vladivostok"


@pytest.mark.parametrize("words", ["@spravka_test_bot Владивосток", "Владивосток"])
async def test_in_a_group_a_mention_or_the_city_alone_answers_too(bot: BotHarness, words: str) -> None:
    await bot.send_text("/timezone", GROUP, ADMIN)
    await bot.send_text(words, GROUP, MEMBER)
    assert await zone(bot, -500) == "Europe/Moscow", "another member was not asked"
    await bot.send_text(words, GROUP, ADMIN)
    assert await zone(bot, -500) == "Asia/Vladivostok"


async def test_in_a_group_only_who_was_asked_may_cancel(bot: BotHarness) -> None:
    await bot.send_text("/timezone", GROUP, ADMIN)
    await bot.feed(updates.text(GROUP, "Ыфвапролдж", ADMIN, reply_to_message=bot.last))
    shown = bot.last
    assert UNKNOWN_CITY in shown["text"]
    assert await bot.press("Отмена", shown, MEMBER) == FOREIGN_BUTTON
    await bot.press("Отмена", shown, ADMIN)
    assert bot.last_text == CANCELLED


@pytest.mark.parametrize("words", ["куда-нибудь", "Куда-нибудь", "где-либо"])
async def test_a_text_that_is_no_city_is_not_answered_as_a_question(bot: BotHarness, words: str) -> None:
    await bot.send_text("/timezone")
    assert UNKNOWN_CITY in await bot.send_text(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("смени пояс на Лондон", "Europe/London"),
        ("в Красноярске", "Asia/Krasnoyarsk"),
        ("из Нижнего Новгорода", "Europe/Moscow"),
        ("Великих Луках", "Europe/Moscow"),
        ("Ростове-на-Дону", "Europe/Moscow"),
        ("живу в Питере", "Europe/Moscow"),
        ("UTC+10", "Asia/Vladivostok"),
        ("МСК+7", "Asia/Vladivostok"),
        ("UTC+5", "Asia/Yekaterinburg"),
    ],
)
async def test_a_city_in_any_case_or_an_offset_of_one_zone_is_set(
    bot: BotHarness, words: str, expected: str
) -> None:
    await bot.followups.following.set_zone(CHAT, "private", "Asia/Tokyo")
    await bot.send_text("/timezone")
    await bot.send_text(words)
    assert await zone(bot) == expected


@pytest.mark.parametrize("words", ["живу в екатеренбурге", "Екатеренбург", "из екатиринбурга"])
async def test_a_misspelt_city_in_any_case_is_offered(bot: BotHarness, words: str) -> None:
    await bot.send_text("/timezone")
    await bot.send_text(words)
    assert "Екатеринбург" in bot.labels


async def test_a_wish_goes_through_the_choice_of_a_city(bot: BotHarness) -> None:
    for words in ("мои подписки", "какой сейчас час", "не пиши мне ночью"):
        await bot.send_text("/timezone")
        assert UNKNOWN_CITY not in await bot.send_text(words)
    await bot.send_text("мои подписки")
    assert UNKNOWN_CITY not in await bot.send_text("Ыфвапролдж")


async def test_an_offset_of_several_russian_zones_offers_just_those(bot: BotHarness) -> None:
    await bot.send_text("/timezone UTC+7")
    assert "Новосибирск" in bot.labels
    assert "Бангкок" not in bot.labels
    assert await zone(bot) == "Europe/Moscow"


async def test_a_city_says_its_own_name(bot: BotHarness) -> None:
    assert (await bot.send_text("/timezone Вашингтон")).startswith("Вашингтон: сейчас там")
    assert "Шанхай" not in await bot.send_text("/timezone Пекин")


async def test_a_typed_yes_after_forget_asks_to_press_the_button(bot: BotHarness) -> None:
    await bot.send_text("/timezone Омск")
    await bot.send_text("/forget")
    for words in ("да", "да, удаляй"):
        assert "нажмите «Да, удалить всё»" in await bot.send_text(words)
    assert await zone(bot) == "Asia/Omsk"
    assert await bot.send_text("нет") == "Ничего не удалено."
    await bot.send_text("/forget")
    assert "Пекин" in await bot.send_text("Где второй диалог?")
    assert "нажмите" not in await bot.send_text("да")
    await bot.send_text("удали мои данные")
    await bot.send_text("да")
    await bot.press("Да, удалить всё")
    assert await zone(bot) == "Europe/Moscow"
