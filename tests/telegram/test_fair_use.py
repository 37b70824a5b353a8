"""Fair use: a bound on questions of a person and of a chat."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.demo.botapi import updates
from bot.replies.answers import menus, notices
from bot.settings.loading import load_settings
from bot.telegram.ask.fair_use import WINDOW, FairUse, LimitQuestions, UseVerdict
from bot.telegram.ask.wishes import SCREENS
from bot.telegram.sending.sender import Sender
from tests.telegram.harness import CHAT, TelegramHarness

ANSWER, WARN, SILENCE = UseVerdict.ANSWER, UseVerdict.WARN, UseVerdict.SILENCE


def test_one_warning_then_silence_then_room_again() -> None:
    seconds = 0.0
    fair_use = FairUse(2, lambda: seconds)
    assert [fair_use.admit(1) for _ in range(5)] == [ANSWER, ANSWER, WARN, SILENCE, SILENCE]
    assert fair_use.admit(2) is ANSWER, "another person has a count of the own"
    seconds = WINDOW
    assert [fair_use.admit(1) for _ in range(3)] == [ANSWER, ANSWER, WARN]


def test_who_goes_on_asking_is_warned_once_until_half_of_the_share_is_free() -> None:
    seconds = 0.0
    fair_use = FairUse(4, lambda: seconds)
    verdicts: list[UseVerdict] = []
    for number in range(18):
        seconds = number * 5.0
        if verdicts and fair_use.is_full(1) and verdicts[-1] is not ANSWER:
            assert fair_use.is_silent(1, waiting=0, message=number)
        verdicts.append(fair_use.admit(1))
    assert verdicts == [ANSWER] * 4 + [WARN] + [SILENCE] * 8 + [ANSWER] * 4 + [WARN]


def test_a_chat_is_bound_as_a_person_is() -> None:
    fair_use = FairUse(2, lambda: 0.0)
    assert [fair_use.admit(person, -5) for person in (1, 2, 3)] == [ANSWER, ANSWER, WARN]
    assert fair_use.admit(3, -6) is ANSWER


def test_a_question_after_enough_others_is_known_to_get_no_reply() -> None:
    fair_use = FairUse(3, lambda: 0.0)
    assert not fair_use.is_silent(1, waiting=2, message=10)
    assert not fair_use.is_silent(1, waiting=3, message=11), "the first too many is answered by the warning"
    assert not fair_use.is_silent(1, waiting=3, message=11), "also when it is delivered again"
    assert fair_use.is_silent(1, waiting=4, message=12)
    assert [fair_use.admit(1, message=number) for number in (8, 9, 10)] == [ANSWER] * 3
    assert fair_use.admit(1, message=11) is WARN
    assert fair_use.is_silent(1, waiting=0, message=13)


def test_a_burst_is_warned_of_though_there_is_room_again_when_its_turn_comes() -> None:
    seconds = 0.0
    fair_use = FairUse(20, lambda: seconds)
    for number in range(5):
        fair_use.admit(1, message=number)
    seconds = WINDOW - 1
    heard = [
        number for number in range(5, 35) if not fair_use.is_silent(1, waiting=number - 5, message=number)
    ]
    seconds = WINDOW + 1
    verdicts = [fair_use.admit(1, message=number) for number in heard]
    assert verdicts == [ANSWER] * 15 + [WARN]


def test_whoever_asks_fast_waits_once_half_of_the_share_is_used() -> None:
    seconds = 0.0
    fair_use = FairUse(20, lambda: seconds)
    pauses = []
    for number in range(12):
        seconds = number / 100
        fair_use.admit(1)
        pauses.append(fair_use.pause(1))
    assert not any(pauses[:10])
    assert pauses[10] == pytest.approx(1.0 - 0.05)
    seconds = 30.0
    fair_use.admit(1)
    assert fair_use.pause(1) <= 0, "slowly asked questions are answered at once"


def limited(harness: TelegramHarness, per_minute: int) -> None:
    (router,) = [one for one in harness.dispatcher.sub_routers if one.name == "questions"]
    router.message.middleware(LimitQuestions(FairUse(per_minute), Sender(harness.bot), SCREENS))


async def test_two_hundred_questions_in_a_second_hold_up_nobody(harness: TelegramHarness) -> None:
    limited(harness, 20)
    for _ in range(200):
        await harness.say("Где стоит мост?")
    assert harness.texts.count(notices.TOO_MANY) == 1
    assert len(harness.texts) == 21
    assert len(harness.scripted_engine.asked) == 20
    started = time.perf_counter()
    await harness.say("Где стоит мост?", chat=CHAT + 1)
    assert time.perf_counter() - started < 1
    assert harness.last["chat"]["id"] == CHAT + 1


async def test_commands_are_not_counted(harness: TelegramHarness) -> None:
    limited(harness, 1)
    for _ in range(3):
        await harness.say("/help")
    assert notices.TOO_MANY not in harness.texts


def test_twenty_a_minute_unless_told_otherwise(tmp_path: Path) -> None:
    assert load_settings({}, dotenv=tmp_path / "none").telegram.questions_per_minute == 20


async def test_a_reader_with_another_language_gets_a_line_in_english(harness: TelegramHarness) -> None:
    await harness.say("/start")
    assert menus.ENGLISH not in harness.texts[-1]
    english = updates.user(CHAT, language_code="en-GB")
    await harness.feed(updates.text(updates.private(CHAT), "/start", english))
    assert menus.ENGLISH in harness.texts[-1]


@pytest.mark.parametrize("words", ["отпишись", "стоп", "мои данные", "удали мои данные"])
async def test_what_a_command_does_goes_through_the_silence_in_words_too(
    harness: TelegramHarness, words: str
) -> None:
    limited(harness, 1)
    for _ in range(3):
        await harness.say("Где стоит мост?")
    assert harness.texts[-1] == notices.TOO_MANY
    await harness.say(words)
    assert harness.scripted_engine.asked[-1] == words
