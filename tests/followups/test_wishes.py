"""Wishes in words: each opens the same screen as its command, through the real Dispatcher."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.records.engine_holder import LoadedEngine
from bot.records.subscriptions import Target
from bot.replies.answers import feedback, other_messages, small_talk
from bot.replies.followups import menus
from bot.storage.connection.database import Database
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId, Fact, FactId
from knowledge.results import SmallTalk
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, at, base

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
        ("поставь часовой пояс Омск", "/timezone Омск"),
        ("не беспокой меня ночью", "/timezone"),
        ("я живу в Омске", "/timezone Омск"),
        ("я в Новосибирске", "/timezone Новосибирск"),
        ("Я во Владивостоке", "/timezone Владивосток"),
        ("живу в Томске", "/timezone Томск"),
        ("у нас Омск", "/timezone Омск"),
        ("мы из Нижнего Новгорода", "/timezone Нижний Новгород"),
        ("мой часовой пояс +7", "/timezone +7"),
        ("у нас мск+4", "/timezone мск+4"),
        ("у меня +5 к Москве", "/timezone мск+5"),
        ("отпишись от второго диалога", "/subscriptions"),
        ("какие есть темы?", "/topics"),
        ("что ты умеешь?", "/help"),
        ("почему ты так решил?", "/why"),
        ("дай ссылку на источник", "/source"),
        ("сколько у тебя фактов?", "/source"),
        ("какие даты ты вывел сам?", "/source"),
    ],
)
async def test_a_wish_opens_the_screen_of_its_command(bot: BotHarness, words: str, command: str) -> None:
    await bot.send_text("Где второй диалог?")
    await bot.send_text(command)
    of_command = _screen(bot.last)
    await bot.send_text("/cancel")
    await bot.send_text(words)
    assert _screen(bot.last) == of_command


async def test_the_source_says_where_the_last_answer_stands(bot: BotHarness) -> None:
    alone = await bot.send_text("/source")
    await bot.send_text("Где второй диалог?")
    for words in ("/source", "а источник", "откуда это"):
        assert await bot.send_text(words) == f"Прошлый ответ: Синьхуа.\n\n{alone}"
    await bot.send_text("Где обедали повара?")
    assert await bot.send_text("откуда это") == alone


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
    refused = await bot.send_text(f"@{name} подпиши меня", GROUP, MEMBER)
    assert refused == f"{menus.ADMINS_ONLY} Чтобы я напомнил вам одному, откройте личный чат."
    (link,) = [one["url"] for one in bot.last["entities"] if one["type"] == "text_link"]
    assert link == f"https://t.me/{name}?start=follow_dialogue-2"
    assert [key["url"] for row in bot.last["reply_markup"]["inline_keyboard"] for key in row] == [link]
    assert "За чем следить?" in await bot.send_text(f"@{name} подпиши меня", GROUP, ADMIN)


async def test_a_typed_reminder_sets_just_that_and_repeats_it(bot: BotHarness) -> None:
    text = await bot.send_text("Напомни за 3 дня до второго диалога в 9 утра")
    assert text.startswith("Напомню 11 июня в 09:00 (время московское): Второй диалог, 14 июня 2027 года.")
    await bot.press("Подписка")
    assert bot.last_text.count("•") == 1
    assert "11 июня 2027 года, 09:00: по вашей просьбе" in bot.last_text
    bot.followups.clock.now = at("2027-06-11 08:59")
    await bot.send_due()
    assert "Напоминание" not in bot.last_text
    bot.followups.clock.advance(minutes=2)
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание: Второй диалог")
    assert "Осталось 3 дня." in bot.last_text


@pytest.mark.parametrize(
    ("words", "typed", "day"),
    [
        ("напомни в июне", "в июне", "1 июня"),
        ("напомни в мае о втором диалоге", "в мае", "2 мая"),
        ("Напомните мне летом", "летом", "1 июня"),
        ("напомни на следующей неделе", "на следующей неделе", "8 мая"),
        ("напомни в конце мая", "в конце мая", "2 мая"),
    ],
)
async def test_where_no_day_is_named_it_is_asked_for(
    bot: BotHarness, words: str, typed: str, day: str
) -> None:
    text = await bot.send_text(words)
    assert text == f"День не назван: «{typed}». Назовите его, например: «напомни {day} в 10:00»."
    assert bot.labels == ["Напомнить, как обычно"]
    await bot.send_text(f"напомни {day} в 10:00")
    assert bot.last_text.startswith(f"Напомню {day} в 10:00")


async def test_the_month_of_the_event_tells_which_event(bot: BotHarness) -> None:
    for words in ("напомни о диалоге в июне", "напомни в июне о диалоге"):
        assert (await bot.send_text(words)).startswith("Вы следите: Второй диалог"), words
    assert (await bot.send_text("напомни за день до диалога в июне")).startswith("Напомню 13 июня")


async def test_a_wish_of_two_lengths_sets_two_reminders(bot: BotHarness) -> None:
    text = await bot.send_text("Напомни за 3 дня и за день до второго диалога в 9 утра")
    assert text.startswith("Напомню 11 июня в 09:00 и 13 июня в 09:00 (время московское): Второй диалог")
    await bot.press("Подписка")
    assert "11 июня 2027 года, 09:00: по вашей просьбе" in bot.last_text
    assert "13 июня 2027 года, 09:00: по вашей просьбе" in bot.last_text


async def test_of_two_lengths_the_impossible_one_is_said(bot: BotHarness) -> None:
    text = await bot.send_text("Напомни за день и за час до второго диалога")
    assert text.startswith("Напомню 13 июня в 10:00 (время московское): Второй диалог")
    assert "Час начала не назван" in text
    await bot.press("Подписка")
    assert bot.last_text.count("•") == 1
    assert "13 июня 2027 года, 10:00: за день" in bot.last_text


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("в 9 утра по Владивостоку", "11 июня в 09:00 (время владивостокское"),
        ("в 9 утра по московскому времени", "11 июня в 09:00 (время московское)"),
        ("в 9 утра мск", "11 июня в 09:00 (время московское)"),
    ],
)
async def test_a_wish_may_name_whose_clock_is_meant(bot: BotHarness, words: str, moment: str) -> None:
    assert (await bot.send_text(f"Напомни за 3 дня до второго диалога {words}")).startswith(
        f"Напомню {moment}"
    )


async def test_a_clock_that_is_not_known_sets_nothing(bot: BotHarness) -> None:
    text = await bot.send_text("Напомни за 3 дня до второго диалога в 9 утра по Бухтинску")
    assert text.startswith("Не знаю, который час: «Бухтинск».")
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")


async def test_a_typed_reminder_leaves_the_rule_of_a_subscription_as_it_is(bot: BotHarness) -> None:
    await bot.send_text("/follow")
    await bot.press("1. Второй диалог (14 июня 2027 года)")
    await bot.send_text("напомни завтра в 12:30")
    await bot.press("Подписка")
    assert "2 мая 2027 года, 12:30: по вашей просьбе" in bot.last_text
    assert "13 июня 2027 года, 10:00: за день" in bot.last_text


async def test_to_follow_after_a_typed_reminder_adds_the_usual_ones(bot: BotHarness) -> None:
    await bot.send_text("напомни завтра в 12:30")
    text = await bot.send_text("следи за вторым диалогом")
    assert "2 мая 2027 года, 12:30: по вашей просьбе" in text
    assert "13 июня 2027 года, 10:00: за день" in text


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("напомни за час до второго диалога", "Час начала не назван: 14 июня 2027 года."),
        ("напомни за год до второго диалога", "Это время уже прошло. Второй диалог: 14 июня 2027 года."),
        ("напомни вчера о втором диалоге", "Это время уже прошло. Второй диалог: 14 июня 2027 года."),
        ("напомни 20 июня 2027 о втором диалоге", "Второй диалог (14 июня 2027 года): к этому времени"),
    ],
)
async def test_what_is_not_possible_is_said_and_what_is_comes_by_one_press(
    bot: BotHarness, words: str, begins: str
) -> None:
    said = await bot.send_text(words)
    assert said.startswith(begins)
    assert "\n" not in said
    assert bot.labels == ["Напомнить, как обычно"]
    refused = bot.last
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")
    await bot.press("Напомнить, как обычно", refused)
    assert "13 июня 2027 года, 10:00: за день" in bot.last_text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("напомни 30 февраля про второй диалог", "Такого дня нет: «30 февраля»."),
        ("напомни 31.04", "Такого дня нет: «31.04»."),
        ("напомни завтра в 25:00 о втором диалоге", "Такого времени нет: «25:00»."),
        ("напомни о первом диалоге за день", "Первый диалог (1 декабря 2015 года): событие уже прошло."),
    ],
)
async def test_a_moment_that_cannot_be_sets_nothing(bot: BotHarness, words: str, said: str) -> None:
    assert (await bot.send_text(words)).startswith(said)
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("через 15 минут напомни ещё раз", "1 мая в 12:15"),
        ("завтра в 9 утра напомни о втором диалоге", "2 мая в 09:00"),
        ("за 3 дня до второго диалога напомни в 9 утра", "11 июня в 09:00"),
        ("напомни 14:30", "14 июня в 14:30"),
    ],
)
async def test_the_time_may_come_before_the_verb(bot: BotHarness, words: str, moment: str) -> None:
    assert (await bot.send_text(words)).startswith(f"Напомню {moment}")


@pytest.mark.parametrize(
    "words",
    [
        "напомни о втором диалоге",
        "напомни мне про втрой диалог",
        "Напомни о диалоге, пожалуйста",
        "следи за вторым диалогом",
        "хочу подписаться на новости второго диалога",
        "сообщи, если перенесут второй диалог",
        "напоминай",
    ],
)
async def test_one_event_is_followed_at_once(bot: BotHarness, words: str) -> None:
    """«Напоминай» names none, but only one is ahead."""
    text = await bot.send_text(words)
    assert text.startswith("Вы следите: Второй диалог, 14 июня 2027 года")
    assert "13 июня 2027 года, 10:00: за день" in text
    assert "Не следить" in bot.labels


async def test_a_past_event_last_spoken_of_is_not_meant(bot: BotHarness) -> None:
    """Of it there is nothing to be reminded: the only one ahead is meant."""
    first = Fact(
        id=FactId("first"),
        says="Первый диалог прошёл в Вашингтоне.",
        topic="past",
        questions=("Где прошёл первый диалог?",),
        about=(EventId("dialogue-1"),),
    )
    files = bot.followups.files
    bot.engine.swap(LoadedEngine(engine=Engine(replace(files, facts=(*files.facts, first)))))
    assert "Вашингтон" in await bot.send_text("Где прошёл первый диалог?")
    text = await bot.send_text("напоминай за неделю в 9 утра")
    assert text.startswith("Напомню 7 июня в 09:00 (время московское): Второй диалог")


async def test_a_past_event_that_a_wish_names_has_passed(bot: BotHarness) -> None:
    text = await bot.send_text("напомни о первом диалоге")
    assert text.startswith("Первый диалог (1 декабря 2015 года): событие уже прошло.")
    assert await bot.send_text("следи за первым диалогом") == text
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")


async def test_of_several_events_the_menu_lets_choose(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2015-11-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    for words in ("напомни о диалоге", "следи за диалогом", "напоминай", "следи за встречей", "подпиши меня"):
        assert "За чем следить?" in await bot.send_text(words), words
        assert bot.labels[:2] == [
            "1. Первый диалог (1 декабря 2015 года)",
            "2. Второй диалог (14 июня 2027 года)",
        ]


@pytest.fixture
async def of_month(sqlite: Database) -> BotHarness:
    """Of the second dialogue only the month is known."""
    followups = FollowUpsHarness(sqlite, "2016-04-01 12:00")
    await followups.seed(base("2016-06"))
    return BotHarness(followups)


async def test_days_before_a_month_are_counted_from_its_first(of_month: BotHarness) -> None:
    await of_month.send_text("Где второй диалог?")
    text = await of_month.send_text("напоминай за неделю в 9 утра")
    assert text.startswith(
        "Напомню 25 мая в 09:00 (время московское): Второй диалог, июнь 2016 года. "
        "Точный день пока не назван, считаю от 1 июня."
    )
    text = await of_month.send_text("напомни за месяц и за день до второго диалога")
    assert text.startswith("Напомню 1 мая в 10:00 и 31 мая в 10:00 (время московское): Второй диалог")
    assert "считаю от 1 июня" in text
    of_month.followups.clock.now = at("2016-05-25 09:01")
    await of_month.send_due()
    assert of_month.last_text.count("июнь 2016 года") == 1
    assert "Точный день пока не назван." in of_month.last_text


async def test_a_day_that_the_reader_names_is_counted_from_nothing(of_month: BotHarness) -> None:
    text = await of_month.send_text("напомни о втором диалоге 24 мая")
    assert text.startswith("Напомню 24 мая в 10:00")
    assert "считаю" not in text


async def test_hours_before_a_day_that_is_not_known_nothing_is_set(of_month: BotHarness) -> None:
    text = await of_month.send_text("напомни за 3 часа до второго диалога")
    assert text.startswith("Точный день не назван: июнь 2016 года.")
    assert of_month.labels == ["Напомнить, как обычно"]
    assert "ни за чем не следите" in await of_month.send_text("/subscriptions")


@pytest.mark.parametrize("words", ["за день", "за день в 9:30", "за день по Омску"])
async def test_a_typed_reminder_before_the_event_moves_with_it(bot: BotHarness, words: str) -> None:
    await bot.send_text(f"напомни {words} до второго диалога")
    await bot.followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    await bot.send_due()
    assert "Напоминания перенесены на новую дату." in bot.last_text
    assert "остаётся" not in bot.last_text
    bot.followups.clock.now = at("2027-06-13 12:00")
    await bot.send_due()
    assert bot.last_text.startswith("Изменилось")
    bot.followups.clock.now = at("2027-06-30 12:00")
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание: Второй диалог")


async def test_hours_before_an_event_move_with_it(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2027-05-01 12:00")
    await followups.seed(base("2027-06-14T15:00"))
    bot = BotHarness(followups)
    assert (await bot.send_text("напомни за 2 часа до второго диалога")).startswith("Напомню 14 июня в 13:00")
    await followups.edit_event(when=EdtfDate.parse("2027-06-14T18:00"))
    await bot.send_due()
    await bot.send_text("/subscriptions")
    await bot.press(bot.labels[0])
    assert "14 июня 2027 года, 16:00: по вашей просьбе" in bot.last_text


async def test_a_named_day_stands_when_the_event_moves(bot: BotHarness) -> None:
    await bot.send_text("напомни 13 июня о втором диалоге")
    await bot.followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    await bot.send_due()
    assert "Напоминание 13 июня 2027 года, 10:00, остаётся." in bot.last_text


async def test_a_typed_week_and_that_of_the_menu_are_one_reminder(of_month: BotHarness) -> None:
    """Also where the day becomes known only later."""
    await of_month.send_text("следи за вторым диалогом")
    await of_month.send_text("напоминай за неделю в 9 утра")
    await of_month.followups.edit_event(when=EdtfDate.parse("2016-06-14"))
    await of_month.send_text("напоминай за день")
    await of_month.press("Подписка")
    assert of_month.last_text.count("7 июня 2016 года") == 1
    assert "7 июня 2016 года, 09:00: по вашей просьбе" in of_month.last_text
    assert of_month.last_text.count("13 июня 2016 года") == 1


async def test_a_typed_hour_is_kept_in_another_zone(bot: BotHarness) -> None:
    await bot.send_text("/timezone Владивосток")
    await bot.send_text("напомни за 3 дня до второго диалога в 9 утра")
    await bot.send_text("/timezone Калининград")
    await bot.send_text("напомни за 2 дня до второго диалога")
    await bot.press("Подписка")
    assert "11 июня 2027 года, 09:00: по вашей просьбе" in bot.last_text


@pytest.mark.parametrize(
    ("words", "moment", "note"),
    [
        (
            "за 3 дня до второго диалога в 7 утра",
            "11 июня в 08:00",
            "В 7:00 у вас тихие часы (22:00–08:00): напомню после них, в 8:00.",
        ),
        (
            "за 3 дня до второго диалога в 23:30",
            "11 июня в 21:59",
            "В 23:30 у вас тихие часы (22:00–08:00): напомню до них, в 21:59.",
        ),
        (
            "завтра в 3 часа ночи",
            "2 мая в 08:00",
            "В 3:00 у вас тихие часы (22:00–08:00): напомню после них, в 8:00.",
        ),
        (
            "через 12 часов",
            "2 мая в 08:00",
            "В 0:00 у вас тихие часы (22:00–08:00): напомню после них, в 8:00.",
        ),
    ],
)
async def test_a_typed_reminder_keeps_quiet_hours_and_says_so(
    bot: BotHarness, words: str, moment: str, note: str
) -> None:
    text = await bot.send_text(f"напомни {words}")
    assert text.startswith(f"Напомню {moment}")
    assert note in text


async def test_the_hour_of_the_card_is_that_of_a_typed_reminder_without_one(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.press("18:00")
    assert (await bot.send_text("напомни за 3 дня до второго диалога")).startswith("Напомню 11 июня в 18:00")
    await bot.press("Подписка")
    assert "11 июня 2027 года, 18:00: по вашей просьбе" in bot.last_text
    await bot.press("8:00")
    assert "11 июня 2027 года, 08:00: по вашей просьбе" in bot.last_text


async def test_in_a_group_only_administrators_set_reminders(bot: BotHarness) -> None:
    name, bot.api.members[(-500, 70)] = (await bot.bot.me()).username, "administrator"
    words = f"@{name} напомни за день до второго диалога"
    assert (await bot.send_text(words, GROUP, MEMBER)).startswith(menus.ADMINS_ONLY)
    assert (await bot.send_text(words, GROUP, ADMIN)).startswith("Напомню 13 июня в 10:00")


async def test_a_reminder_with_a_question_word_is_a_question(bot: BotHarness) -> None:
    assert "Пекин" in await bot.send_text("Напомни, где второй диалог")


async def test_a_typed_reminder_is_moved_and_removed_in_its_message(bot: BotHarness) -> None:
    await bot.send_text("Напомни за 3 дня до второго диалога в 9 утра")
    assert bot.labels == ["−1 день", "−1 час", "+1 час", "+1 день", "Подписка", "Убрать"]
    first = dict(bot.last)
    await bot.press("+1 день")
    await bot.press("−1 час")
    assert bot.last_text.startswith("Напомню 12 июня в 08:00")
    assert await bot.press("+1 час", first) == menus.NO_REMINDER, "that moment is gone"
    bot.followups.clock.now = at("2027-06-12 08:00")
    await bot.send_due()
    assert "Осталось 2 дня." in bot.last_text
    await bot.send_text("напомни завтра в 12:30")
    await bot.press("Убрать")
    assert bot.last_text == "Это напоминание убрано."
    bot.followups.clock.now = at("2027-06-13 13:00")
    await bot.send_due()
    assert bot.last_text == "Это напоминание убрано."


async def test_each_typed_reminder_is_removed_on_the_card(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.send_text("напомни за 3 дня до второго диалога в 9 утра")
    await bot.send_text("напомни завтра в 12:30")
    await bot.send_text("/subscriptions")
    await bot.press("1. Второй диалог, 14 июня 2027 года")
    assert [one for one in bot.labels if "Убрать" in one] == [
        "Убрать: 2 мая 2027 года, 12:30",
        "Убрать: 11 июня 2027 года, 09:00",
    ]
    for label in ("Убрать: 11 июня 2027 года, 09:00", "Убрать: 2 мая 2027 года, 12:30"):
        await bot.press(label)
    assert "по вашей просьбе" not in bot.last_text
    assert "13 июня 2027 года, 10:00: за день" in bot.last_text


@pytest.mark.parametrize(
    ("words", "said", "gone"),
    [
        ("не напоминай за месяц", "Больше не напомню за месяц.", "14 мая"),
        ("не надо напоминать за неделю до второго диалога", "Больше не напомню за неделю.", "7 июня"),
        ("больше не напоминай за 3 дня", "Больше не напомню за 3 дня.", "11 июня"),
        ("не напоминай за час", "Напоминания за час у вас и нет.", "нигде"),
    ],
)
async def test_one_reminder_is_switched_off_in_words(
    bot: BotHarness, words: str, said: str, gone: str
) -> None:
    await bot.send_text("следи за вторым диалогом")
    await bot.send_text("напомни за 3 дня до второго диалога в 9 утра")
    text = await bot.send_text(words)
    assert text.startswith(said)
    assert gone not in text.partition("\n\n")[2]
    (found,) = await bot.followups.following.of_chat(CHAT)
    coming = await bot.followups.following.upcoming(found)
    assert len(coming) == (5 if gone == "нигде" else 4)


@pytest.mark.parametrize(
    ("words", "said", "quiet"),
    [
        ("не беспокой меня с 23 до 9", "Тихие часы: 23:00–09:00.", "23:00-09:00"),
        ("тихие часы с 23 до 9", "Тихие часы: 23:00–09:00.", "23:00-09:00"),
        ("поставь тихие часы с 11 вечера до 7:30", "Тихие часы: 23:00–07:30.", "23:00-07:30"),
        ("отключи тихие часы", "Тихих часов больше нет.", ""),
    ],
)
async def test_quiet_hours_are_set_in_words(bot: BotHarness, words: str, said: str, quiet: str) -> None:
    assert await bot.send_text(words) == said
    assert (await bot.followups.following.schedule_of(CHAT)).quiet == quiet


async def test_a_reminder_is_postponed_in_words(bot: BotHarness) -> None:
    await bot.send_text("следи за вторым диалогом")
    assert (await bot.send_text("отложи на час")).startswith("Напомню 1 мая в 13:00")
    text = await bot.send_text("перенеси напоминание на 11 утра")
    assert "13 июня 2027 года, 11:00: за день" in text
    assert "1 мая 2027 года, 13:00: по вашей просьбе" in text


async def test_the_zone_is_set_by_a_declined_name(bot: BotHarness) -> None:
    for words, zone in (
        ("поставь время по Лондону", "Europe/London"),
        ("живу в Новосибирске", "Asia/Novosibirsk"),
        ("смени пояс на Лондон", "Europe/London"),
        ("я живу в Красноярске", "Asia/Krasnoyarsk"),
    ):
        await bot.send_text(words)
        assert (await bot.followups.following.schedule_of(CHAT)).zone == zone, words


@pytest.mark.parametrize("words", ["подпишись на новые события", "следи за новыми событиями"])
async def test_to_subscribe_to_new_events_is_done_at_once(bot: BotHarness, words: str) -> None:
    assert (await bot.send_text(words)).startswith("Вы следите: новые события")
    assert [one.target for one in await bot.followups.following.of_chat(CHAT)] == [Target.CHAIN]
    assert "За чем следить?" in await bot.send_text("подпиши меня")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("напоминай каждый день", "Регулярно («каждый день») напоминать не умею."),
        ("напоминай о втором диалоге по понедельникам", "Регулярно («по понедельникам»)"),
        ("напоминай ежедневно о втором диалоге", "Регулярно («ежедневно»)"),
        ("напомни о третьем диалоге", "В базе нет такого события: «третьем"),
        ("напомни о премьере за час", "В базе нет такого события: «премьере»."),
    ],
)
async def test_which_part_of_a_wish_is_not_possible_is_said(bot: BotHarness, words: str, begins: str) -> None:
    assert (await bot.send_text(words)).startswith(begins)
    assert bot.labels[0] == "1. Второй диалог (14 июня 2027 года)"
    assert "ни за чем не следите" in await bot.send_text("/subscriptions")


async def test_the_menu_marks_what_is_followed(bot: BotHarness) -> None:
    await bot.send_text("/follow")
    await bot.press("1. Второй диалог (14 июня 2027 года)")
    assert "1. ✓ Второй диалог (14 июня 2027 года)" in await bot.send_text("/follow")
    assert bot.labels == [
        "1. ✓ Второй диалог (14 июня 2027 года)",
        "2. Новые события: сообщу, когда назначат",
    ]
    await bot.press(bot.labels[1])
    await bot.send_text("/follow")
    assert all("✓" in label for label in bot.labels)


async def test_a_moment_is_an_entity_that_tells_a_readers_own_zone(bot: BotHarness) -> None:
    await bot.send_text("Напомни за 3 дня до второго диалога в 9 утра")
    (entity,) = [one for one in bot.last["entities"] if one["type"] == "date_time"]
    assert entity["unix_time"] == at("2027-06-11 09:00").timestamp()
    assert entity["date_time_format"] == "Dt"
    text = bot.last_text.encode("utf-16-le")
    shown = text[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
    assert shown == "11 июня в 09:00 (время московское)"
