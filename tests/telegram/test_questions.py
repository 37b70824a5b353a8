"""Questions in private chats and groups, and everything that is no question."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.replies.answers import notices, other_messages
from bot.replies.splitting import units
from knowledge.facts.model import FactId
from knowledge.results import Answer, Shown, Slot
from tests.botapi import updates
from tests.botapi.world import Json
from tests.replies.bases import BASE, fact
from tests.telegram.office import CHAT, GROUP, Office, Scripted

ME = {"id": 42, "is_bot": True, "first_name": "Справка", "username": "spravka_test_bot"}


async def test_a_question_is_answered_with_entities(office: Office) -> None:
    await office.say("Где стоит мост?")
    assert office.texts[0].startswith("Место: Тула\n\nМост открыли")
    kinds = [entity["type"] for entity in office.last["entities"]]
    assert kinds == ["bold", "bold", "italic", "expandable_blockquote"]
    assert office.calls("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}
    asked = office.questions.asked[0]
    assert (asked.outcome, asked.facts, asked.message_id) == (
        "answer",
        ("opened",),
        office.last["message_id"],
    )


async def test_the_conversation_is_the_users_in_that_chat(office: Office) -> None:
    await office.say("Где стоит мост?")
    assert office.conversations.kept[CHAT, CHAT].question == "Где стоит мост?"


def mention(words: str, **about: object) -> Json:
    return updates.text(updates.group(GROUP), words, updates.user(1), **about)


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
async def test_in_a_group_the_bot_answers_when_spoken_to(office: Office, update: Json) -> None:
    await office.feed(update)
    assert office.scripted.asked == ["Где стоит мост?"]
    assert office.last["reply_to_message"]["message_id"] == update["message"]["message_id"]
    assert (GROUP, 1) in office.conversations.kept


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
async def test_what_is_not_meant_for_the_bot_stays_without_a_reply(office: Office, update: Json) -> None:
    await office.feed(update)
    assert office.texts == []
    assert office.scripted.asked == []


async def test_an_anonymous_administrator_is_a_person(office: Office) -> None:
    group, anonymous = (
        updates.group(GROUP, "supergroup"),
        {"id": 1087968824, "is_bot": True, "first_name": "G"},
    )
    await office.feed(updates.text(group, "@spravka_test_bot Где стоит мост?", anonymous, sender_chat=group))
    assert office.scripted.asked == ["Где стоит мост?"]


VOICE = {"file_id": "a", "file_unique_id": "a", "duration": 1}
WORDLESS = [
    ("voice", VOICE),
    ("sticker", STICKER),
    ("location", {"latitude": 1.0, "longitude": 2.0}),
    ("video_note", {**VOICE, "length": 1}),
    ("dice", {"emoji": "🎲", "value": 3}),
    ("contact", {"phone_number": "1", "first_name": "А"}),
]


@pytest.mark.parametrize(("kind", "content"), WORDLESS)
async def test_contents_without_words_get_a_fitting_reply(office: Office, kind: str, content: Json) -> None:
    await office.feed({"message": updates.message(updates.private(CHAT), **{kind: content})})
    assert office.texts == [other_messages.render(kind).plain]


async def test_a_caption_is_the_question(office: Office) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    await office.feed(
        {"message": updates.message(updates.private(CHAT), photo=photo, caption="Где стоит мост?")}
    )
    assert office.texts[0].startswith("Место: Тула")


@pytest.mark.parametrize("words", ["😀😀", " ", "?", "й" * 4096, "\u202e\u0000", "@spravka_test_bot"])
async def test_odd_texts_get_a_reply(office: Office, words: str) -> None:
    await office.say(words)
    assert len(office.texts) == 1


async def test_a_service_message_stays_without_a_reply(office: Office) -> None:
    await office.feed({"message": updates.message(updates.private(CHAT), migrate_from_chat_id=-1)})
    assert office.texts == []


async def test_a_fault_of_ours_is_apologised_for(office: Office) -> None:
    with capture_logs() as lines:
        await office.say("сломайся")
    assert [line["event"] for line in lines] == ["update failed"]
    assert office.texts == [notices.FAULT]


async def test_a_long_answer_comes_in_pieces_with_nothing_lost() -> None:
    long = fact("long", "Слово за словом. " * 400)
    answer = Answer(rule="best", confidence=0.9, shown=(Shown(fact=long, slot=Slot.STATEMENT),))
    office = Office(scripted=Scripted(BASE, {"Длинно?": answer}))
    await office.say("Длинно?")
    assert len(office.texts) == 2
    assert all(units(text) <= 4096 for text in office.texts)
    assert "".join(office.texts).count("Слово за словом.") == 400
    assert office.questions.asked[0].facts == (FactId("long"),)


async def test_typing_is_shown_only_while_a_reply_takes_its_time(office: Office) -> None:
    await office.say("Где стоит мост?")
    assert office.calls("sendChatAction") == []
    office.world.options.latency = 0.2
    await office.say("Где стоит мост?")
    assert [call["action"] for call in office.calls("sendChatAction")] == ["typing"]
    await asyncio.sleep(0.05)
    assert len(office.calls("sendChatAction")) == 1


async def test_a_topic_of_a_forum_is_answered_there(office: Office) -> None:
    update = mention("@spravka_test_bot Где стоит мост?", message_thread_id=5, is_topic_message=True)
    await office.feed(update)
    assert office.last["message_thread_id"] == 5
