"""Guest mode: a mention in a chat that the bot is not a member of is answered once, by the query."""

from __future__ import annotations

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.telegram.updates.raw_updates import ALLOWED_UPDATES, queue_key
from tests.replies.sample_base import BASE
from tests.telegram.harness import TelegramHarness

AWAY = updates.group(-77)
NAME = "@spravka_test_bot"


def guest(words: str) -> Json:
    message = updates.text(AWAY, words, updates.user(9), guest_query_id="g1")["message"]
    return {"guest_message": message}


async def test_a_guest_is_answered_by_the_query_and_nothing_is_kept(harness: TelegramHarness) -> None:
    await harness.feed(guest(f"{NAME} Где стоит мост?"))
    content = harness.api.answered["g1"]["result"]["input_message_content"]
    assert content["message_text"].startswith("Тула.")
    assert content["message_text"].endswith("Спросить у бота")
    assert harness.texts == []
    assert harness.questions.asked == []
    assert harness.conversations.kept == {}


async def test_a_mention_alone_says_what_the_bot_is_about(harness: TelegramHarness) -> None:
    await harness.feed(guest(NAME))
    content = harness.api.answered["g1"]["result"]["input_message_content"]
    assert content["message_text"].startswith(BASE.source.about)


async def test_a_server_without_guests_and_a_late_answer_are_no_error(harness: TelegramHarness) -> None:
    for code in (404, 400):
        harness.api.faults.order(method="answerGuestQuery", code=code, description="Not Found")
        await harness.feed(guest(f"{NAME} Где стоит мост?"))
    assert harness.texts == []
    assert "guest_message" in ALLOWED_UPDATES
    assert queue_key(guest("?")) == -77
