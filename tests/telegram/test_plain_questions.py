"""The short way takes what the Dispatcher's handler of questions would take, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.botapi import updates
from bot.records.engine_holder import LoadedEngine
from bot.replies.answers import notices
from bot.telegram.ask.fair_use import FairUse
from bot.telegram.ask.plain_questions import plain_question
from knowledge.results import Answer, SmallTalk, Wish
from tests.telegram.harness import CHAT, ScriptedEngine, TelegramHarness

PRIVATE = updates.private(CHAT)


def raw(words: str = "Где стоит мост?", **content: Any) -> dict[str, Any]:
    return {"update_id": 1, **updates.text(PRIVATE, words, **content)}


@pytest.mark.parametrize("words", ["Где стоит мост?", "а", "  пробелы ", "см. https://example.org", "2"])
async def test_a_text_is_answered_as_by_the_dispatcher(harness: TelegramHarness, words: str) -> None:
    harness.api.chats[CHAT] = PRIVATE
    assert await harness.short_way().answer(raw(words))
    await harness.say(words)
    first, second = harness.shown
    assert {**first, "message_id": 0, "date": 0} == {**second, "message_id": 0, "date": 0}
    assert harness.scripted_engine.asked == [words.strip()] * 2
    one, other = harness.questions.asked
    assert (one.text, one.explanation, one.chat_id) == (other.text, other.explanation, other.chat_id)


@pytest.mark.parametrize(
    "update",
    [
        raw("/start"),
        raw("@spravka_test_bot где?"),
        raw("где?", via_bot={"id": 42, "is_bot": True, "first_name": "b"}),
        raw("где?", reply_to_message=updates.message(PRIVATE, text="x")),
        raw("где?", forward_origin={"type": "user"}),
        raw("где?", photo=[{}]),
        raw("где?", entities=[{"type": "text_mention", "offset": 0, "length": 2}]),
        raw("где?", entities="x"),
        raw("где?", entities=True),
        raw("где?", entities=[{"type": ["bold"]}]),
        raw(""),
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": {"chat": "x", "from": {}, "text": "где?"}},
        {"update_id": 1, "message": {"chat": {"type": "private", "id": "7"}, "from": {}, "text": "где?"}},
        {"update_id": 1, **updates.text(updates.group(-5), "где?", updates.user(CHAT))},
        {"update_id": 1, **updates.text(PRIVATE, "где?", updates.user(CHAT, is_bot=True))},
        {"update_id": 1, "edited_message": updates.message(PRIVATE, text="где?")},
    ],
)
def test_anything_else_is_left_to_the_dispatcher(update: dict[str, Any]) -> None:
    assert plain_question(update) is None


async def test_only_questions_beyond_the_share_of_a_minute_are_known_to_get_no_reply(
    harness: TelegramHarness,
) -> None:
    way = harness.short_way(FairUse(2))
    harness.api.chats[CHAT] = PRIVATE
    for _ in range(3):
        assert await way.answer(raw())
    assert harness.texts.count(notices.TOO_MANY) == 1
    assert way.is_unheard(raw(), ())
    assert not way.is_unheard(raw("/help"), ())
    other = {"update_id": 1, **updates.text(updates.private(CHAT + 1), "где?")}
    assert not way.is_unheard(other, [other, other])
    last = {"update_id": 2, **updates.text(updates.private(CHAT + 1), "где?")}
    assert way.is_unheard(last, [other, other, other])
    stopping = {"update_id": 3, **updates.text(updates.private(CHAT + 1), "отпишись")}
    assert not way.is_unheard(stopping, [other, other, other]), "as a command is not"
    assert not way.is_unheard(other, [raw("/help")] * 5), "commands are not counted"


async def test_a_wish_that_the_dispatcher_answers_is_counted_by_it_alone(harness: TelegramHarness) -> None:
    fair_use = FairUse(2)
    way = harness.short_way(fair_use)
    harness.api.chats[CHAT] = PRIVATE
    wanted = Answer(rule="wish", confidence=0.9, wish=Wish.SUBSCRIPTIONS)
    harness.scripted_engine = ScriptedEngine(script={"мои подписки": wanted})
    harness.engine.swap(LoadedEngine(engine=harness.scripted_engine))
    for _ in range(5):
        assert not await way.answer(raw("мои подписки"))
    assert not fair_use.is_full(CHAT)


async def test_help_in_words_is_left_to_the_screen_of_its_command(harness: TelegramHarness) -> None:
    helped = Answer(rule="small-talk", confidence=0.95, small_talk=SmallTalk.HELP)
    harness.engine.swap(LoadedEngine(engine=ScriptedEngine(script={"помощь": helped})))
    assert not await harness.short_way().answer(raw("помощь"))
    assert harness.shown == []
