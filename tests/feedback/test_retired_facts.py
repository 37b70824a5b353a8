"""A reader who was told a fact that is retired later is told of that: once, within a week."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.editing.quick_edit import retirement
from bot.records.subscriptions import Target
from bot.replies.editing import gate
from bot.replies.followups.retired_facts import RESTORED, RETIRED
from bot.storage.readers.privacy import StoredPrivacy
from knowledge.facts.edits import Change
from tests.editing.harness import ANNA, BORIS, PLACE, REVIEWER, STRANGER, EditingHarness, change
from tests.feedback.test_editor_messages import run_worker, told
from tests.followups.harness import at

QUESTION = "Где пройдёт второй диалог?"


async def publish(harness: EditingHarness, *changes: Change) -> None:
    await harness.propose(ANNA, *changes)
    await harness.tap(ANNA, gate.PUBLISH)


async def test_whoever_was_told_a_retired_fact_is_told_once(harness: EditingHarness) -> None:
    await harness.write(STRANGER, QUESTION)
    await run_worker(harness)
    assert not told(harness, STRANGER, RETIRED)
    await publish(harness, retirement(PLACE))
    for _ in range(2):
        await run_worker(harness)
        harness.restart()
    (said,) = told(harness, STRANGER, RETIRED)
    assert PLACE.says in said
    assert not told(harness, BORIS, RETIRED), "he asked nothing"
    await publish(harness, change(None, PLACE))
    await harness.write(STRANGER, QUESTION)
    await publish(harness, retirement(PLACE))
    await run_worker(harness)
    assert len(told(harness, STRANGER, RETIRED)) == 1


async def test_whoever_was_told_that_a_fact_is_gone_is_told_that_it_is_back(harness: EditingHarness) -> None:
    for user in (STRANGER, BORIS):
        await harness.write(user, QUESTION)
    await publish(harness, retirement(PLACE))
    await run_worker(harness)
    await harness.write(REVIEWER, QUESTION)
    await harness.propose(ANNA, change(None, PLACE))
    assert "Напишу об этом 2 читателям" in harness.text_to(ANNA)
    await harness.tap(ANNA, gate.PUBLISH)
    for _ in range(30):  # a chat gets one message a second, by the database's own clock
        await run_worker(harness)
        harness.restart()
        await asyncio.sleep(0.1)
    (said,) = told(harness, STRANGER, RESTORED)
    assert PLACE.says in said
    assert not told(harness, REVIEWER, RESTORED)


async def test_a_follower_is_told_by_what_is_followed(harness: EditingHarness) -> None:
    await harness.write(STRANGER, QUESTION)
    await harness.followups.follow(STRANGER, Target.FACT, "place")
    await publish(harness, retirement(PLACE))
    await run_worker(harness)
    assert not told(harness, STRANGER, RETIRED)


async def test_the_preview_counts_who_will_be_told_and_the_editor_is_not(harness: EditingHarness) -> None:
    for user in (STRANGER, BORIS, ANNA):
        await harness.write(user, QUESTION)
    await harness.propose(ANNA, retirement(PLACE))
    assert "Напишу об этом 2 читателям" in harness.text_to(ANNA)
    await harness.tap(ANNA, gate.PUBLISH)
    await run_worker(harness)
    assert not told(harness, ANNA, RETIRED)
    assert len(told(harness, BORIS, RETIRED)) == 1


async def test_an_answer_of_long_ago_is_forgotten(harness: EditingHarness) -> None:
    await harness.write(STRANGER, QUESTION)
    harness.followups.clock.now = at("2027-05-09 12:00")
    await publish(harness, retirement(PLACE))
    await run_worker(harness)
    assert not told(harness, STRANGER, RETIRED)


async def test_what_is_back_before_it_is_told_is_not_told(harness: EditingHarness) -> None:
    await harness.write(STRANGER, QUESTION)
    await publish(harness, retirement(PLACE))
    await publish(harness, change(None, replace(PLACE, paragraph=2)))
    await run_worker(harness)
    assert not told(harness, STRANGER, RETIRED)


async def test_it_is_of_the_readers_data(harness: EditingHarness) -> None:
    await harness.write(STRANGER, QUESTION)
    privacy = StoredPrivacy(harness.followups.database)
    assert "retired" not in await privacy.export(STRANGER)
    await publish(harness, retirement(PLACE))
    await run_worker(harness)
    assert len((await privacy.export(STRANGER))["retired"]) == 1
    await privacy.erase(STRANGER)
    assert "retired" not in await privacy.export(STRANGER)
