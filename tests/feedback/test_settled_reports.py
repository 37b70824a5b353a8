"""A reader who reported an error is told once what became of it; a corrected answer leaves the inbox."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.editing.quick_edit import retirement
from bot.replies.answers import feedback
from bot.replies.editing import gate, inbox
from bot.replies.followups.retired_facts import RETIRED
from bot.replies.followups.settled_reports import CORRECTED, KEPT
from bot.storage.readers.privacy import StoredPrivacy
from knowledge.facts.edits import Change
from tests.editing.harness import ANNA, BASE, MOVED, PLACE, EditingHarness, change
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN
from tests.feedback.test_editor_messages import report, run_worker, told

SECOND = BASE.event_by_id[PLACE.about[0]]


async def publish(harness: EditingHarness, *changes: Change) -> None:
    harness.followups.clock.advance(minutes=10)
    await harness.propose(ANNA, *changes)
    await harness.tap(ANNA, gate.PUBLISH)


async def work(harness: EditingHarness) -> None:
    """Twice, with a kill between: nobody is told twice."""
    for _ in range(2):
        await run_worker(harness)
        harness.restart()
        await asyncio.sleep(1.1)  # a chat gets one message a second, by the database's own clock


async def test_a_correction_is_told_to_who_reported_it_and_empties_the_inbox(harness: EditingHarness) -> None:
    await report(harness)
    await harness.write(OTHER, KNOWN)
    await work(harness)
    assert not told(harness, READER, CORRECTED), "nobody has settled it"
    await publish(harness, change(PLACE, MOVED))
    await work(harness)
    (said,) = told(harness, READER, CORRECTED)
    assert said == f"{CORRECTED}\nВопрос: «{KNOWN}»\nТеперь:\n{MOVED.says}"
    assert not told(harness, OTHER, CORRECTED)
    assert await harness.write(ANNA, "/inbox") == inbox.EMPTY
    await report(harness)
    assert f"«{KNOWN}»" in await harness.write(ANNA, "/inbox"), "of the new answer"


async def test_an_answer_that_is_found_right_is_told_so(harness: EditingHarness) -> None:
    await report(harness)
    await harness.write(ANNA, "/inbox")
    assert inbox.CLOSE not in harness.labels_to(ANNA)
    assert inbox.FOUND_RIGHT in str(await harness.tap(ANNA, inbox.RIGHT))
    await work(harness)
    (said,) = told(harness, READER, KEPT)
    assert f"«{KNOWN}»" in said
    assert not told(harness, READER, CORRECTED)


@pytest.mark.parametrize(
    "edit",
    [
        change(PLACE, replace(PLACE, questions=(*PLACE.questions, "Где он?"))),
        change(SECOND, replace(SECOND, order=3)),
    ],
)
async def test_what_readers_do_not_see_corrects_nothing(edit: Change, sqlite_harness: EditingHarness) -> None:
    await report(sqlite_harness)
    await publish(sqlite_harness, edit)
    await work(sqlite_harness)
    assert not told(sqlite_harness, READER, CORRECTED)
    assert f"«{KNOWN}»" in await sqlite_harness.write(ANNA, "/inbox")


async def test_the_record_of_the_event_corrects_its_facts(sqlite_harness: EditingHarness) -> None:
    await report(sqlite_harness)
    await publish(sqlite_harness, change(SECOND, replace(SECOND, where="Пекин")))
    await work(sqlite_harness)
    assert told(sqlite_harness, READER, CORRECTED)


async def test_who_is_told_that_the_fact_is_gone_is_told_no_more(sqlite_harness: EditingHarness) -> None:
    await report(sqlite_harness)
    await publish(sqlite_harness, retirement(PLACE))
    await work(sqlite_harness)
    assert told(sqlite_harness, READER, RETIRED)
    assert not told(sqlite_harness, READER, CORRECTED)


async def test_whoever_is_forgotten_is_told_nothing(sqlite_harness: EditingHarness) -> None:
    await report(sqlite_harness)
    await StoredPrivacy(sqlite_harness.followups.database).erase(READER)
    await publish(sqlite_harness, change(PLACE, MOVED))
    await work(sqlite_harness)
    assert not told(sqlite_harness, READER, CORRECTED)


async def test_a_bad_rating_alone_is_closed_as_before(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    await sqlite_harness.tap(READER, feedback.BAD)
    await sqlite_harness.write(READER, UNKNOWN)
    await sqlite_harness.write(ANNA, "/inbox")
    assert inbox.CLOSE in sqlite_harness.labels_to(ANNA)
