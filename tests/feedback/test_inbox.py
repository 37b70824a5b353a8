"""The editors' inbox: its content, groups and pages, and each way to settle a group."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.demo.botapi import updates
from bot.replies.answers import feedback, other_messages
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import gate
from bot.replies.editing import inbox as texts
from bot.storage.editors.editors_inbox import StoredQuestionInbox
from knowledge.facts.model import FactId
from knowledge.language.keyboard_layout import latin_layout
from tests.editing.harness import ANNA, OWNER, PLACE, REVIEWER, EditingHarness, change
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, publish_answer, send_alerts


async def open_first(harness: EditingHarness, user: int = ANNA) -> str:
    """Open the card of the first group; returns its text."""
    return await harness.write(user, "/inbox")


async def open_list(harness: EditingHarness, user: int = ANNA) -> str:
    """Open the list of all groups; returns its text."""
    await harness.write(user, "/inbox")
    await harness.tap(user, texts.ALL)
    return harness.text_to(user)


async def test_an_empty_inbox_says_so(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    await sqlite_harness.write(READER, "спасибо")
    await sqlite_harness.write(READER, "!!!")
    assert await sqlite_harness.write(ANNA, "/inbox") == texts.EMPTY


async def test_equivalent_questions_are_one_group_and_frequent_groups_come_first(
    harness: EditingHarness,
) -> None:
    await harness.write(READER, "Какая погода в Пекине?")
    for words in (UNKNOWN, "где усядутся снова", "А где же снова усядутся?", UNKNOWN):
        await harness.write(READER, words)
    text = await open_list(harness)
    assert text.startswith("Входящие: групп — 2, сначала частые")
    assert f"1. {UNKNOWN}\n    отказов: 4" in text
    assert "2. Какая погода в Пекине?\n    отказов: 1" in text
    harness.followups.clock.advance(hours=1)
    await harness.write(READER, "Какая погода в Пекине?")
    await harness.tap(ANNA, texts.NEWEST_FIRST)
    assert "1. Какая погода в Пекине?\n    отказов: 2" in harness.text_to(ANNA)
    card = await open_first(harness)
    assert f"Входящие: 1 из 2\n«{UNKNOWN}»\nотказов: 4\nПоследний раз: 1 мая 2027 года, 12:00" in card
    assert "Другими словами:\n• А где же снова усядутся?" in card
    assert "Ближайшие сведения\n1. Второй диалог пройдёт в Пекине." in card


async def test_disliked_and_reported_answers_are_in_the_inbox(harness: EditingHarness) -> None:
    await harness.write(READER, KNOWN)
    shown = harness.messages_to(READER)[-1]
    await harness.tap(READER, feedback.BAD)
    await harness.tap(READER, feedback.REPORT, shown)
    await harness.write(READER, "Это не так.")
    assert "оценок 👎: 1, сообщений об ошибке: 1" in await open_first(harness)
    text = harness.text_to(ANNA)
    assert "Сообщения об ошибке:\n• Это не так." in text
    assert "Сейчас бот отвечает: Второй диалог пройдёт в Пекине." in text
    await harness.tap(ANNA, texts.RIGHT)
    assert harness.text_to(ANNA) == texts.EMPTY
    await harness.tap(READER, feedback.BAD, shown)
    assert "оценок 👎: 1" in await harness.write(ANNA, "/inbox"), "a new bad rating puts it back"


async def test_one_tap_publishes_an_example_through_the_gate(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await publish_answer(harness, ANNA)
    assert "опубликована" in harness.text_to(ANNA)
    assert (await harness.base()).fact_by_id[FactId("place")].questions == (*PLACE.questions, UNKNOWN)
    deed = (await harness.editing.staff.audit_log(1))[0]
    assert (deed.action, deed.user_id) == ("publish", ANNA)
    assert await harness.write(ANNA, "/inbox") == texts.EMPTY
    await harness.refresh()
    assert "Пекине" in await harness.write(READER, UNKNOWN)


async def test_a_question_in_a_proposal_leaves_the_inbox_until_the_proposal_is_dropped(
    harness: EditingHarness,
) -> None:
    await harness.write(READER, UNKNOWN)
    await open_first(harness)
    card = dict(harness.messages_to(ANNA)[-1])
    await harness.tap(ANNA, harness.labels_to(ANNA)[0])
    screen = harness.messages_to(ANNA)[-1]
    assert f"(из входящих, Читатель 11 — {UNKNOWN})" in screen["text"]
    assert await harness.write(OWNER, "/inbox") == texts.EMPTY
    example = harness.buttons(card)[0][1]
    assert await harness.press_data(example, card, updates.user(ANNA)) == texts.GONE, "pressed twice"
    await harness.write(ANNA, "/drafts")
    await harness.tap(ANNA, harness.labels_to(ANNA)[0])
    await harness.tap(ANNA, gate.DROP)
    assert UNKNOWN in await harness.write(ANNA, "/inbox")


async def test_the_gate_checks_questions_marked_out_of_scope(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await open_first(harness)
    assert await harness.tap(ANNA, texts.NEVER) == texts.NEVER_DONE
    assert list(await StoredQuestionInbox(harness.followups.database).near_misses()) == [UNKNOWN]
    await harness.write(OTHER, "где усядутся снова")
    await harness.write(OTHER, "Где усядутся снова")
    text = await harness.write(ANNA, "/inbox")
    assert text == texts.EMPTY
    answering = (*PLACE.questions[:2], "Где усядутся снова, интересно?")
    await harness.propose(ANNA, change(PLACE, replace(PLACE, questions=answering)))
    assert f"«{UNKNOWN}»" in harness.text_to(ANNA)


async def test_a_closed_question_returns_when_it_is_asked_again(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await open_first(harness)
    assert await harness.tap(ANNA, texts.CLOSE) == texts.CLOSED
    assert harness.text_to(ANNA) == texts.EMPTY
    await harness.write(OTHER, UNKNOWN)
    assert "отказов: 1" in await harness.write(ANNA, "/inbox")


async def test_an_existing_example_is_not_proposed_again(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    await sqlite_harness.tap(READER, feedback.BAD)
    await open_first(sqlite_harness)
    assert await sqlite_harness.tap(ANNA, sqlite_harness.labels_to(ANNA)[0]) == texts.ALREADY


async def test_a_new_fact_starts_with_the_question(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, UNKNOWN)
    await open_first(sqlite_harness)
    assert await sqlite_harness.tap(ANNA, texts.NEW_FACT) is None
    assert any(UNKNOWN in one.get("text", "") for one in sqlite_harness.messages_to(ANNA)[-2:])
    shown = sqlite_harness.messages_to(ANNA)[-1]
    assert await sqlite_harness.press_data("i-new:999", shown, updates.user(ANNA)) == OLD_SCREEN


async def test_a_reviewer_reads_but_cannot_settle(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, UNKNOWN)
    assert UNKNOWN in await open_first(sqlite_harness, REVIEWER)
    assert sqlite_harness.labels_to(REVIEWER) == [texts.ALL]
    shown = sqlite_harness.messages_to(REVIEWER)[-1]
    for data in ("i-close:1", "i-never:1", "i-ex:1:place", "i-new:1"):
        assert await sqlite_harness.press_data(data, shown, updates.user(REVIEWER)) == OLD_SCREEN
    assert UNKNOWN in await sqlite_harness.write(ANNA, "/inbox")


async def test_the_inbox_is_hidden_from_readers(sqlite_harness: EditingHarness) -> None:
    for command in ("/inbox", "/stats"):
        assert await sqlite_harness.write(READER, command) == other_messages.UNKNOWN_COMMAND


async def test_the_inbox_has_pages(sqlite_harness: EditingHarness) -> None:
    nouns = "погода рыба музыка цена скидка парковка еда охрана".split()
    for noun in nouns:
        await sqlite_harness.write(READER, f"Какая {noun} была вчера?")
    assert "групп — 8, сначала частые, страница 1 из 2" in await open_list(sqlite_harness)
    await sqlite_harness.tap(ANNA, texts.FORTH)
    assert "8. Какая охрана была вчера?" in sqlite_harness.text_to(ANNA)
    await sqlite_harness.tap(ANNA, texts.BACK)
    assert "1. Какая погода была вчера?" in sqlite_harness.text_to(ANNA)


async def test_a_question_completed_from_the_conversation_is_shown_complete(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(READER, KNOWN)
    await sqlite_harness.write(READER, "А почему?")
    await sqlite_harness.write(READER, "А сколько он стоит?")
    text = await open_list(sqlite_harness)
    assert "второй диалог" in text.lower(), text
    assert "А сколько он стоит?" in text


@pytest.mark.parametrize("days", [91])
async def test_old_questions_stay_anonymised(harness: EditingHarness, days: int) -> None:
    await harness.write(READER, UNKNOWN)
    privacy = harness.dispatcher.workflow_data["personal_data"]
    now = harness.followups.clock() + timedelta(days=days)
    await privacy.purge(now, timedelta(days=90), timedelta(days=730))
    assert not (await privacy.export(READER))["asked"]
    assert UNKNOWN in await harness.write(ANNA, "/inbox")


LASTED = (
    "Сколько длился второй диалог?",
    "как долго длился второй диалог",
    "Какова продолжительность второго диалога?",
)


async def test_wordings_of_one_question_stand_together_and_all_become_examples(
    sqlite_harness: EditingHarness,
) -> None:
    for words in LASTED:
        await sqlite_harness.write(READER, words)
    assert "Входящие: 1 из 1\n" in await open_first(sqlite_harness)
    await sqlite_harness.tap(ANNA, sqlite_harness.labels_to(ANNA)[0])
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    facts = (await sqlite_harness.base()).facts
    assert any(set(LASTED) <= set(fact.questions) for fact in facts)


async def test_a_new_fact_takes_every_wording_of_the_group(sqlite_harness: EditingHarness) -> None:
    for words in LASTED:
        await sqlite_harness.write(READER, words)
    await open_first(sqlite_harness)
    await sqlite_harness.tap(ANNA, texts.NEW_FACT)
    await sqlite_harness.write(ANNA, "Второй диалог длился час.")
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    assert (await sqlite_harness.base()).facts[-1].questions == LASTED


async def test_a_question_that_has_an_answer_now_leaves_the_inbox(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await harness.write(OTHER, "Какая погода в Пекине?")
    assert "Входящие: 1 из 2" in await open_first(harness)
    answering = replace(PLACE, questions=(*PLACE.questions, UNKNOWN))
    await harness.followups.publish(PLACE, answering)
    await harness.refresh()
    assert "Входящие: 1 из 1\n«Какая погода в Пекине?»" in await open_first(harness)


async def test_after_a_group_the_next_one_is_shown(sqlite_harness: EditingHarness) -> None:
    for words in (UNKNOWN, "Какая погода в Пекине?", UNKNOWN):
        await sqlite_harness.write(READER, words)
    await open_first(sqlite_harness)
    await sqlite_harness.tap(ANNA, texts.NEXT)
    assert "2 из 2\n«Какая погода" in sqlite_harness.text_to(ANNA)
    await sqlite_harness.tap(ANNA, texts.CLOSE)
    assert f"1 из 1\n«{UNKNOWN}»" in sqlite_harness.text_to(ANNA)


async def test_off_topic_tells_who_waits_and_takes_the_button_off(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await harness.tap(READER, feedback.SET_ALERT)
    refusal = harness.messages_to(READER)[-1]
    await harness.write(OTHER, UNKNOWN)
    offered = harness.messages_to(OTHER)[-1]
    await open_first(harness)
    await harness.tap(ANNA, texts.NEVER)
    for _ in range(2):
        await send_alerts(harness)
    told = [
        one["text"] for one in harness.messages_to(READER) if feedback.OUT_OF_SCOPE in one.get("text", "")
    ]
    assert told == [f"Вы спрашивали: «{UNKNOWN}»\n{feedback.OUT_OF_SCOPE}"], "once"
    now = next(one for one in harness.messages_to(READER) if one["message_id"] == refusal["message_id"])
    assert feedback.CANCEL_ALERT not in dict(harness.buttons(now))
    assert await harness.tap(OTHER, feedback.SET_ALERT, offered) == feedback.OUT_OF_SCOPE
    assert feedback.SET_ALERT not in harness.labels_to(OTHER)


async def test_no_alert_is_offered_for_a_question_called_off_topic(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await open_first(harness)
    await harness.tap(ANNA, texts.NEVER)
    await harness.write(READER, UNKNOWN.lower())
    assert feedback.SET_ALERT not in harness.labels_to(READER), "asked again"
    await harness.write(READER, "Какая погода в Пекине?")
    assert feedback.SET_ALERT in harness.labels_to(READER)
    harness.restart()
    await harness.off_topic.refresh()
    await harness.write(READER, UNKNOWN)
    assert feedback.SET_ALERT not in harness.labels_to(READER), "another process, seconds later"


async def test_a_question_in_the_wrong_layout_is_shown_and_kept_in_russian(
    sqlite_harness: EditingHarness,
) -> None:
    harness, asked = sqlite_harness, UNKNOWN.lower().strip("?")
    await harness.write(READER, latin_layout(asked))
    assert f"«{asked}»" in await open_first(harness)
    await harness.tap(ANNA, texts.NEVER)
    await harness.write(READER, latin_layout(asked))
    assert await harness.write(ANNA, "/inbox") == texts.EMPTY


async def test_a_question_in_the_wrong_layout_is_offered_in_russian(sqlite_harness: EditingHarness) -> None:
    harness, asked = sqlite_harness, UNKNOWN.lower().strip("?")
    await harness.write(READER, latin_layout(asked))
    offered = await harness.write(ANNA, "/examples place")
    assert asked in offered
    assert latin_layout(asked) not in offered


async def test_another_fact_is_searched_for_an_example(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    await open_first(harness)
    await harness.tap(ANNA, texts.OTHER)
    assert await harness.write(ANNA, "абракадабра") == texts.NONE_FOUND
    assert "1. Первый диалог вёл Го Шэнкунь." in await harness.write(ANNA, "шэнкунь")
    await harness.tap(ANNA, next(one for one in harness.labels_to(ANNA) if one.startswith("Пример к 1")))
    screens = [one for one in harness.messages_to(ANNA) if gate.PUBLISH in dict(harness.buttons(one))]
    await harness.tap(ANNA, gate.PUBLISH, screens[-1])
    assert UNKNOWN in (await harness.base()).fact_by_id[FactId("chair")].questions
