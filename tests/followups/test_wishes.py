"""Wishes in words: each opens the same screen as its command, through the real Dispatcher."""

from __future__ import annotations

import pytest

from bot.replies.answers import feedback, other_messages, small_talk
from bot.replies.followups import menus
from bot.storage.database import Database
from knowledge.results import SmallTalk
from tests.botapi import updates
from tests.botapi.state import Json
from tests.followups.bot_harness import BotHarness
from tests.followups.harness import FollowUpsHarness, base

GROUP = updates.group(-500)
ADMIN, MEMBER = updates.user(70), updates.user(71)


@pytest.fixture
async def bot(sqlite: Database) -> BotHarness:
    followups = FollowUpsHarness(sqlite, "2027-05-01 12:00")
    await followups.seed(base())
    return BotHarness(followups)


def _screen(message: Json) -> tuple[object, object]:
    return message.get("text", message.get("caption")), message.get("reply_markup")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("подпиши меня", "/follow"),
        ("Подпишите меня, пожалуйста", "/follow"),
        ("отпишись", "/subscriptions"),
        ("мои подписки", "/subscriptions"),
        ("удали мои данные", "/forget"),
        ("какие данные ты хранишь?", "/privacy"),
        ("пришли мои данные", "/mydata"),
        ("стоп", "/cancel"),
        ("смени часовой пояс", "/timezone"),
        ("какие есть темы?", "/topics"),
        ("почему ты так решил?", "/why"),
        ("дай ссылку на источник", "/source"),
    ],
)
async def test_a_wish_opens_the_screen_of_its_command(bot: BotHarness, words: str, command: str) -> None:
    await bot.send_text("Где второй диалог?")
    await bot.send_text(command)
    of_command = _screen(bot.last)
    await bot.send_text("/cancel")
    await bot.send_text(words)
    assert _screen(bot.last) == of_command


async def test_why_in_words_explains_the_answer_before_it_even_after_other_wishes(bot: BotHarness) -> None:
    await bot.send_text("Где второй диалог?")
    explained = await bot.send_text("/why")
    await bot.send_text("мои подписки")
    assert await bot.send_text("почему ты так решил") == explained


async def test_an_error_in_words_is_asked_about_and_stop_leaves_it(bot: BotHarness) -> None:
    assert await bot.send_text("в ответе ошибка") == feedback.nothing_to_report().plain
    await bot.send_text("Где второй диалог?")
    assert await bot.send_text("в ответе ошибка") == feedback.ask_for_report().plain
    assert await bot.send_text("стоп") == other_messages.CANCELLED
    assert await bot.send_text("стоп") == other_messages.NOTHING_TO_CANCEL


async def test_stop_leaves_the_choice_of_a_city(bot: BotHarness) -> None:
    await bot.send_text("поменяй часовой пояс")
    assert await bot.send_text("отмена") == other_messages.CANCELLED


@pytest.mark.parametrize(
    "words", ["ты тупой", "бесполезная железяка", "спасибо внученька, здоровья тебе", "👍"]
)
async def test_insults_and_thanks_get_one_sentence_without_buttons(bot: BotHarness, words: str) -> None:
    text = await bot.send_text(words)
    assert "\n" not in text
    assert bot.labels == []


async def test_a_question_after_small_talk_is_answered(bot: BotHarness) -> None:
    assert "Пекин" in await bot.send_text("Привет! Как дела? Где второй диалог?")
    assert "Пекин" in await bot.send_text("Не напомните, где второй диалог?")
    ok = small_talk.render(SmallTalk.AGREEMENT, bot.followups.files).plain
    assert await bot.send_text("спасибо, не надо") == ok


async def test_english_gets_two_lines(bot: BotHarness) -> None:
    english, russian = (await bot.send_text("When is the second dialogue?")).split("\n")
    assert "Russian" in english
    assert "по-русски" in russian


async def test_in_a_group_only_administrators_follow_by_words(bot: BotHarness) -> None:
    name, bot.api.members[(-500, 70)] = (await bot.bot.me()).username, "administrator"
    assert await bot.send_text(f"@{name} подпиши меня", GROUP, MEMBER) == menus.ADMINS_ONLY
    assert "За чем следить?" in await bot.send_text(f"@{name} подпиши меня", GROUP, ADMIN)
