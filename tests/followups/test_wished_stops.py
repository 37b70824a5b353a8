"""What stops, waits or is shown in words: subscriptions, single reminders, the hour where the reader is."""

from __future__ import annotations

import pytest

from bot.demo.botapi import updates
from bot.records.subscriptions import Target
from bot.replies.answers import other_messages
from bot.replies.followups import menus
from bot.storage.connection.database import Database
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, at, base

GROUP, MEMBER = updates.group(-500), updates.user(71)


@pytest.fixture
async def bot(sqlite: Database) -> BotHarness:
    followups = FollowUpsHarness(sqlite, "2027-05-01 12:00")
    await followups.seed(base())
    return BotHarness(followups)


async def _followed(bot: BotHarness) -> list[Target]:
    return [one.target for one in await bot.followups.following.of_chat(CHAT)]


@pytest.mark.parametrize(
    "words",
    [
        "отпишись",
        "хватит напоминать",
        "хватит уже напоминать",
        "отпишись от второго диалога",
        "отмени напоминание о втором диалоге",
        "не напоминай больше",
        "не напоминай мне больше об этом",
        "больше не напоминай о втором диалоге",
        "не надо напоминать",
        "напоминания мне больше не нужны",
    ],
)
async def test_the_only_subscription_ends_at_once(bot: BotHarness, words: str) -> None:
    await bot.send_text("следи за вторым диалогом")
    assert await bot.send_text(words) == "Вы отписались: Второй диалог, 14 июня 2027 года."
    assert await _followed(bot) == []


async def test_stop_where_nothing_is_asked_for_offers_to_stop_the_reminders(bot: BotHarness) -> None:
    assert await bot.send_text("/stop") == other_messages.NOTHING_TO_CANCEL
    await bot.send_text("следи за вторым диалогом")
    await bot.send_text("/timezone")
    assert await bot.send_text("стоп") == other_messages.CANCELLED
    for words in ("стоп", "хватит", "/stop"):
        assert await bot.send_text(words) == "Сейчас отменять нечего. Отписать от напоминаний?"
        assert bot.labels == ["1. Второй диалог, 14 июня 2027 года"]
    await bot.press("1. Второй диалог, 14 июня 2027 года")
    assert bot.last_text == "Вы отписались: Второй диалог, 14 июня 2027 года."
    assert await bot.send_text("стоп") == other_messages.NOTHING_TO_CANCEL


async def test_what_is_not_followed_ends_nothing(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    for words in ("отпишись от первого диалога", "отпишись от погоды"):
        assert (await bot.send_text(words)).startswith("Вы следите:"), words
    assert await _followed(bot) == [Target.EVENT]


async def test_of_several_one_press_ends_one_or_all(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.followups.follow(CHAT, Target.CHAIN, "dialogue-2")
    await bot.followups.follow(CHAT, Target.FACT, "place")
    assert await bot.send_text("отпишись") == "От чего отписать?"
    await bot.press("2. новые события")
    assert bot.last_text == "Вы отписались: новые события."
    assert await _followed(bot) == [Target.EVENT, Target.FACT]
    await bot.send_text("отпишись")
    await bot.press("Отписаться от всего")
    assert bot.last_text.startswith("Вы отписались от всего:\n• Второй диалог, 14 июня 2027 года\n•")
    assert await _followed(bot) == []


@pytest.mark.parametrize(
    "words",
    [
        "отписаться от всего",
        "удали все мои напоминания",
        "больше ничего не присылай",
        "отпиши от всех рассылок",
    ],
)
async def test_all_ends_at_once(bot: BotHarness, words: str) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.followups.follow(CHAT, Target.CHAIN, "dialogue-2")
    assert (await bot.send_text(words)).startswith("Вы отписались от всего:")
    assert await _followed(bot) == []
    assert await bot.send_text(words) == menus.NOTHING_FOLLOWED


@pytest.mark.parametrize(
    "words", ["отпишись", "отписаться от всего", "поставь на паузу", "сними с паузы", "стоп"]
)
async def test_a_member_of_a_group_is_told_who_may(bot: BotHarness, words: str) -> None:
    name = (await bot.bot.me()).username
    await bot.followups.following.follow(-500, "supergroup", Target.EVENT, "dialogue-2", by=70)
    assert (await bot.send_text(f"@{name} {words}", GROUP, MEMBER)).startswith(menus.ADMINS_ONLY)
    assert bot.labels == ["Личный чат"]
    (found,) = await bot.followups.following.of_chat(-500)
    assert not found.paused


async def test_a_pause_in_words_keeps_what_was_asked_for(bot: BotHarness) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    assert "На паузе" in await bot.send_text("поставь на паузу")
    assert "2 мая 2027 года, 18:30" in await bot.send_text("сними с паузы")
    bot.followups.clock.now = at("2027-05-02 18:30")
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание: Второй диалог")


@pytest.mark.parametrize(
    ("words", "said", "left"),
    [
        ("отмени напоминание завтра", "Не напомню 2 мая в 18:30", ["11 июня 2027 года, 09:00"]),
        ("убери напоминание на 11 июня", "Не напомню 11 июня в 09:00", ["2 мая 2027 года, 18:30"]),
        (
            "отмени напоминание сегодня",
            "На это время напоминаний нет.",
            ["2 мая 2027 года, 18:30", "11 июня 2027 года, 09:00"],
        ),
    ],
)
async def test_one_reminder_is_cancelled_by_its_day(
    bot: BotHarness, words: str, said: str, left: list[str]
) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    await bot.send_text("напомни за 3 дня до второго диалога в 9 утра")
    text = await bot.send_text(words)
    assert text.startswith(said)
    assert f"Напомню {'; '.join(left)}\n" in text


@pytest.mark.parametrize(
    "words",
    [
        "/subscriptions",
        "какие у меня напоминания?",
        "во сколько ты мне напомнишь?",
        "когда ты мне напомнишь",
        "о чём ты мне напомнишь?",
    ],
)
async def test_the_list_says_when_reminders_come(bot: BotHarness, words: str) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    assert "Напомню 2 мая 2027 года, 18:30\n\nВремя московское." in await bot.send_text(words)


async def test_the_clock_and_the_zone_are_the_readers_own(bot: BotHarness) -> None:
    assert "Томск" in await bot.send_text("мой город Томск")
    said = "Сегодня суббота, 1 мая 2027 года, сейчас 16:00 (время томское)."
    for words in ("сколько сейчас времени", "Какое сегодня число?", "сколько времени"):
        assert await bot.send_text(words) == said, words
    assert "томское" in await bot.send_text("какой у меня часовой пояс?")


async def test_a_move_of_the_zone_says_what_moved_with_it(bot: BotHarness) -> None:
    assert "напоминани" not in (await bot.send_text("/timezone Омск")).lower()
    await bot.send_text("/timezone Москва")
    await bot.send_text("напомни завтра в 8 утра о втором диалоге")
    text = await bot.send_text("/timezone Омск")
    assert (
        "Назначенное вами на точное время не сдвинул: 2 мая 2027 года, 11:00 (по прежнему поясу 08:00)."
        in text
    )
    assert "по дате события" not in text
    await bot.send_text("следи за вторым диалогом")
    assert "по дате события придут в те же часы" in await bot.send_text("/timezone Москва")


async def test_the_last_answer_is_repeated(bot: BotHarness) -> None:
    assert "Повторять пока нечего" in await bot.send_text("повтори")
    answer = await bot.send_text("Где второй диалог?")
    await bot.send_text("мои подписки")
    for words in ("повтори", "Повтори ещё раз, пожалуйста", "скажи ещё раз"):
        assert await bot.send_text(words) == answer, words


@pytest.mark.parametrize("words", ["откуда ты знаешь?", "откуда у тебя эти сведения?"])
async def test_where_the_bot_knows_it_from_is_its_source(bot: BotHarness, words: str) -> None:
    await bot.send_text("/source")
    source = bot.last_text
    assert await bot.send_text(words) == source


@pytest.mark.parametrize("words", ["нахуй иди", "иди нахуй", "пошёл ты", "сука тупая"])
async def test_an_obscene_insult_is_met_as_any_other(bot: BotHarness, words: str) -> None:
    mild = await bot.send_text("ты дурак")
    assert await bot.send_text(words) == mild
    assert bot.labels == []


@pytest.mark.parametrize("words", ["отмени напоминание", "удали напоминание", "убери это напоминание"])
async def test_which_reminder_is_asked_where_none_is_named(bot: BotHarness, words: str) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    await bot.send_text("напомни за 3 дня до второго диалога в 9 утра")
    assert await bot.send_text(words) == "Какое напоминание убрать?"
    assert bot.labels == ["2 мая в 18:30", "11 июня в 09:00"]
    await bot.press("2 мая в 18:30")
    assert "Напомню 11 июня 2027 года, 09:00" in await bot.send_text("мои напоминания")


async def test_without_reminders_the_list_says_so(bot: BotHarness) -> None:
    assert await bot.send_text("удали напоминание") == menus.NOTHING_FOLLOWED


async def test_one_length_takes_the_place_of_another(bot: BotHarness) -> None:
    await bot.send_text("напомни за 3 дня до второго диалога")
    text = await bot.send_text("напомни о втором диалоге за неделю, а не за 3 дня")
    assert text.startswith("Напомню 7 июня в 10:00")
    assert text.endswith("Больше не напомню за 3 дня.")
    listed = await bot.send_text("мои напоминания")
    assert "7 июня" in listed
    assert "11 июня" not in listed


async def test_the_event_that_is_named_is_paused_and_resumed(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.send_text("следи за новыми событиями")
    assert await _followed(bot) == [Target.EVENT, Target.CHAIN]

    async def paused() -> list[bool]:
        return [one.paused for one in await bot.followups.following.of_chat(CHAT)]

    await bot.send_text("поставь на паузу второй диалог")
    assert await paused() == [True, False]
    await bot.send_text("возобнови")
    assert await paused() == [False, False]
    await bot.send_text("поставь на паузу")
    assert await paused() == [True, True]
    await bot.send_text("сними второй диалог с паузы")
    assert await paused() == [False, True]
    await bot.send_text("поставь на паузу десятый диалог")
    assert await paused() == [False, True]
