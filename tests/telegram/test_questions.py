"""Questions in private chats and groups, and messages that are no questions."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.replies.answers import notices, other_messages
from bot.replies.splitting import utf16_length
from knowledge.facts.model import FactId
from knowledge.results import Answer, Shown, Slot
from tests.replies.sample_base import BASE, fact
from tests.telegram.harness import CHAT, GROUP, ScriptedEngine, TelegramHarness

ME = {"id": 42, "is_bot": True, "first_name": "Справка", "username": "spravka_test_bot"}


async def test_a_question_is_answered_with_entities(harness: TelegramHarness) -> None:
    await harness.say("Где стоит мост?")
    assert harness.texts[0].startswith("Тула.\n\nМост открыли")
    kinds = [entity["type"] for entity in harness.last["entities"]]
    assert kinds == ["bold", "expandable_blockquote", "date_time", "italic"]
    assert harness.calls("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}
    asked = harness.questions.asked[0]
    assert (asked.outcome, asked.facts, asked.message_id) == (
        "answer",
        ("opened",),
        harness.last["message_id"],
    )


async def test_the_conversation_is_stored_for_the_user_in_the_chat(harness: TelegramHarness) -> None:
    await harness.say("Где стоит мост?")
    assert harness.conversations.kept[CHAT, CHAT].question == "Где стоит мост?"


def mention(text: str, **about: object) -> Json:
    return updates.text(updates.group(GROUP), text, updates.user(1), **about)


OUR_MESSAGE = updates.message(updates.group(GROUP), ME, text="Ответ")
TEXT_MENTION = [{"type": "text_mention", "offset": 0, "length": 7, "user": ME}]
ADDRESSED = [
    mention("@spravka_test_bot Где стоит мост?"),
    mention("@Spravka_Test_Bot, Где стоит мост?"),
    mention("Где стоит мост? @spravka_test_bot"),
    mention("Справка Где стоит мост?", entities=TEXT_MENTION),
    mention("Где стоит мост?", reply_to_message=OUR_MESSAGE),
    {
        "message": updates.message(
            updates.group(GROUP),
            updates.user(1),
            photo=[{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}],
            caption="@spravka_test_bot Где стоит мост?",
            caption_entities=[{"type": "mention", "offset": 0, "length": 17}],
        )
    },
]


@pytest.mark.parametrize("update", ADDRESSED)
async def test_in_a_group_the_bot_answers_when_addressed(harness: TelegramHarness, update: Json) -> None:
    await harness.feed(update)
    assert harness.scripted_engine.asked == ["Где стоит мост?"]
    assert harness.last["reply_to_message"]["message_id"] == update["message"]["message_id"]
    assert (GROUP, 1) in harness.conversations.kept


OTHERS_MESSAGE = updates.message(updates.group(GROUP), updates.user(2), text="Привет")
FORUM_POST = updates.message(updates.group(GROUP), ME, forum_topic_created={"name": "Мосты", "icon_color": 1})
STICKER = {
    "file_id": "a",
    "file_unique_id": "a",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}
NOT_ADDRESSED = [
    mention("Где стоит мост?"),
    mention("@somebody_else Где стоит мост?"),
    mention("Где стоит мост?", reply_to_message=OTHERS_MESSAGE),
    mention("Где стоит мост?", reply_to_message=FORUM_POST),
    {"message": updates.message(updates.group(GROUP), updates.user(1), sticker=STICKER)},
    {"message": updates.message(updates.group(GROUP), updates.user(1), new_chat_title="Новое имя")},
    updates.text(updates.group(GROUP), "@spravka_test_bot Где?", {**ME, "id": 43}),
    {"channel_post": updates.message(updates.group(-5, "channel"), text="@spravka_test_bot Где?")},
    updates.text(updates.private(CHAT), "Место: Тула", via_bot=ME),
    {"edited_message": updates.message(updates.private(CHAT), text="Где стоит мост?", edit_date=1)},
    updates.membership(updates.private(CHAT), ME, "kicked"),
    updates.reaction(updates.private(CHAT), 1, "👍"),
]


@pytest.mark.parametrize("update", NOT_ADDRESSED)
async def test_messages_not_addressed_to_the_bot_get_no_reply(harness: TelegramHarness, update: Json) -> None:
    await harness.feed(update)
    assert harness.texts == []
    assert harness.scripted_engine.asked == []


async def test_an_anonymous_administrator_is_answered(harness: TelegramHarness) -> None:
    group, anonymous = (
        updates.group(GROUP, "supergroup"),
        {"id": 1087968824, "is_bot": True, "first_name": "G"},
    )
    await harness.feed(updates.text(group, "@spravka_test_bot Где стоит мост?", anonymous, sender_chat=group))
    assert harness.scripted_engine.asked == ["Где стоит мост?"]


VOICE = {"file_id": "a", "file_unique_id": "a", "duration": 1}
MEDIA = [
    ("voice", VOICE),
    ("sticker", STICKER),
    ("location", {"latitude": 1.0, "longitude": 2.0}),
    ("video_note", {**VOICE, "length": 1}),
    ("dice", {"emoji": "🎲", "value": 3}),
    ("contact", {"phone_number": "1", "first_name": "А"}),
]


@pytest.mark.parametrize(("kind", "content"), MEDIA)
async def test_media_without_text_get_a_fitting_reply(
    harness: TelegramHarness, kind: str, content: Json
) -> None:
    await harness.feed({"message": updates.message(updates.private(CHAT), **{kind: content})})
    assert harness.texts == [other_messages.render(kind).plain]


async def test_a_caption_is_the_question(harness: TelegramHarness) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    await harness.feed(
        {"message": updates.message(updates.private(CHAT), photo=photo, caption="Где стоит мост?")}
    )
    assert harness.texts[0].startswith("Тула.")


@pytest.mark.parametrize("text", ["😀😀", " ", "?", "й" * 4096, "\u202e\u0000", "@spravka_test_bot"])
async def test_unusual_texts_get_a_reply(harness: TelegramHarness, text: str) -> None:
    await harness.say(text)
    assert len(harness.texts) == 1


async def test_a_service_message_gets_no_reply(harness: TelegramHarness) -> None:
    await harness.feed({"message": updates.message(updates.private(CHAT), migrate_from_chat_id=-1)})
    assert harness.texts == []


async def test_an_internal_error_is_apologised_for(harness: TelegramHarness) -> None:
    with capture_logs() as lines:
        await harness.say("сломайся")
    assert [line["event"] for line in lines] == ["update failed"]
    assert harness.texts == [notices.FAULT]


async def test_a_long_answer_is_split_without_loss() -> None:
    long = fact("long", "Слово за словом. " * 400)
    answer = Answer(rule="best", confidence=0.9, shown=(Shown(fact=long, slot=Slot.STATEMENT),))
    harness = TelegramHarness(scripted_engine=ScriptedEngine(BASE, {"Длинно?": answer}))
    await harness.say("Длинно?")
    assert len(harness.texts) == 2
    assert all(utf16_length(text) <= 4096 for text in harness.texts)
    assert "".join(harness.texts).count("Слово за словом.") == 400
    assert harness.questions.asked[0].facts == (FactId("long"),)


async def test_typing_is_shown_only_while_a_reply_is_slow(harness: TelegramHarness) -> None:
    await harness.say("Где стоит мост?")
    assert harness.calls("sendChatAction") == []
    harness.api.options.latency = 0.2
    await harness.say("Где стоит мост?")
    assert [call["action"] for call in harness.calls("sendChatAction")] == ["typing"]
    await asyncio.sleep(0.05)
    assert len(harness.calls("sendChatAction")) == 1


async def test_a_question_in_a_forum_topic_is_answered_there(harness: TelegramHarness) -> None:
    update = mention("@spravka_test_bot Где стоит мост?", message_thread_id=5, is_topic_message=True)
    await harness.feed(update)
    assert harness.last["message_thread_id"] == 5
