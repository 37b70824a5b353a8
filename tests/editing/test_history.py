"""/history, undo and /waiting through the Dispatcher."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.editing import gate
from bot.replies.editing import history as texts
from bot.storage.fact_base.files_import import import_files
from bot.storage.fact_base.history import StoredHistory
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import EventId, FactBase, FactId
from knowledge.facts.serialization import key_of
from tests.editing.harness import (
    ANNA,
    BASE,
    BORIS,
    CHAIR,
    MOVED,
    OWNER,
    PLACE,
    STRANGER,
    EditingHarness,
    change,
)

HARBIN = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")


async def published(harness: EditingHarness, user: int, *changes: object, **about: object) -> None:
    await harness.propose(user, *changes, **about)  # type: ignore[arg-type]  # changes, as propose takes them
    await harness.tap(user, gate.PUBLISH)


async def test_history_shows_author_time_changes_and_reason(harness: EditingHarness) -> None:
    await published(harness, ANNA, change(PLACE, MOVED), why="перенесли")
    text = await harness.write(BORIS, "/history")
    line = "2. 1 мая 2027 года, 12:00, из чата, Читатель 11 — перенесли"
    assert f"{line} — ± сведение «Второй диалог пройдёт в Шанхае»" in text
    assert "1. 1 мая 2027 года, 12:00, первое наполнение — записей: 7" in text
    await harness.tap(BORIS, "2")
    assert harness.text_to(BORIS).startswith(line)
    assert "Место: Пекин → Шанхай" in harness.text_to(BORIS)
    await harness.tap(BORIS, texts.BACK)
    assert harness.text_to(BORIS).startswith("История правок")


async def test_history_of_one_fact(harness: EditingHarness) -> None:
    await published(harness, ANNA, change(PLACE, MOVED))
    await published(harness, ANNA, change(CHAIR, replace(CHAIR, where="Вашингтон")))
    assert "chair" not in await harness.write(ANNA, "/history place")
    assert await harness.write(ANNA, "/history nothing") == texts.NO_HISTORY
    assert await harness.write(ANNA, "/history место второго") == await harness.write(ANNA, "/history place")


async def test_older_pages(sqlite_harness: EditingHarness) -> None:
    for number in range(texts.PAGE + 1):
        await sqlite_harness.followups.publish(
            PLACE if not number else replace(PLACE, paragraph=number), replace(PLACE, paragraph=number + 1)
        )
    await sqlite_harness.write(ANNA, "/history")
    await sqlite_harness.tap(ANNA, texts.OLDER)
    assert "2. " in sqlite_harness.text_to(ANNA)
    assert "1. 1 мая 2027 года, 12:00, первое наполнение" in sqlite_harness.text_to(ANNA)


async def test_the_gate_shows_of_an_undo_what_readers_will_get(harness: EditingHarness) -> None:
    question = "Где пройдёт второй диалог?"
    first = await harness.write(STRANGER, question)
    await published(harness, ANNA, change(PLACE, MOVED))
    harness.followups.clock.advance(days=2)
    await harness.write(ANNA, "/history")
    await harness.tap(ANNA, f"{texts.UNDO_SHORT} 2")
    (proposal,) = await harness.editing.publishing.open(ANNA)
    assert proposal.summary is not None
    told = {one.question: one.after for one in proposal.summary.replies}
    await harness.tap(ANNA, gate.PUBLISH)
    assert await harness.write(STRANGER, question) == first == told[question]
    assert "3 мая" not in first, "the day of the source, not of the undo"


async def test_undo_makes_a_proposal_that_reverts_the_revision(harness: EditingHarness) -> None:
    await published(harness, ANNA, change(PLACE, MOVED), why="перенесли")
    await harness.tap(ANNA, texts.UNDO)
    assert "Место: Шанхай → Пекин" in harness.text_to(ANNA)
    assert await harness.revision() == 2
    await harness.tap(ANNA, gate.PUBLISH)
    assert await harness.base() == BASE
    assert "3. 1 мая 2027 года, 12:00, отмена, Читатель 11 — отмена правки 2" in await harness.write(
        ANNA, "/history"
    )


async def test_undo_of_an_entity_edited_since_is_a_conflict(harness: EditingHarness) -> None:
    await published(harness, ANNA, change(PLACE, MOVED))
    second = harness.messages_to(ANNA)[-1]
    await published(harness, BORIS, change(MOVED, HARBIN))
    await harness.tap(ANNA, texts.UNDO, second)
    text = harness.text_to(ANNA)
    assert "в базе «Второй диалог пройдёт в Харбине.», у вас «Второй диалог пройдёт в Пекине.»" in text
    await harness.tap(ANNA, f"{gate.MINE}: 1")
    await harness.tap(ANNA, gate.MINE)
    await harness.tap(ANNA, gate.PUBLISH)
    assert (await harness.base()).fact_by_id[FactId("place")] == PLACE


async def test_first_revision_cannot_be_undone(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, "/history")
    shown = sqlite_harness.messages_to(ANNA)[-1]
    who = {"id": ANNA, "is_bot": False, "first_name": "А"}
    assert await sqlite_harness.press_data("e-undo:1", shown, who) == texts.FIRST
    assert await sqlite_harness.press_data("e-undo:9", shown, who) == "Правки 9 нет."


async def test_undo_that_would_leave_a_dangling_reference_is_refused(sqlite_harness: EditingHarness) -> None:
    added = replace(BASE.events[0], id=EventId("dialogue-0"), title="Нулевой диалог", order=3)
    await published(sqlite_harness, ANNA, change(None, added))
    screen = sqlite_harness.messages_to(ANNA)[-1]
    await published(sqlite_harness, ANNA, change(CHAIR, replace(CHAIR, about=(EventId("dialogue-0"),))))
    await sqlite_harness.tap(ANNA, texts.UNDO, screen)
    assert (
        "• «Первый диалог вёл Го Шэнкунь»: говорит о событии «Нулевой диалог», а его в базе не будет"
        in sqlite_harness.text_to(ANNA)
    )


def files(**facts: object) -> FactBase:
    """The pack's files with one fact changed."""
    parts = entities(BASE)
    changed = replace(PLACE, **facts)  # type: ignore[arg-type]  # the test names the fields
    return assemble({**parts, key_of(changed): changed})


async def edit_both_ways(harness: EditingHarness) -> None:
    """The same fact is changed to Shanghai in the chat and to Harbin in the files."""
    await published(harness, ANNA, change(PLACE, MOVED))
    theirs = files(says=HARBIN.says, where=HARBIN.where)
    await import_files(harness.followups.database, theirs, harness.followups.clock())


async def test_owner_takes_the_version_of_the_files(harness: EditingHarness) -> None:
    await edit_both_ways(harness)
    text = await harness.write(OWNER, "/waiting")
    assert "В базе:\n  Утверждение: Второй диалог пройдёт в Шанхае." in text
    assert "В файлах:\n  Утверждение: Второй диалог пройдёт в Харбине." in text
    (take,) = (label for label in harness.labels_to(OWNER) if label.endswith(texts.TAKE))
    await harness.tap(OWNER, take)
    assert len(await StoredHistory(harness.followups.database).waiting()) == 1
    await harness.tap(OWNER, gate.PUBLISH)
    assert (await harness.base()).fact_by_id[FactId("place")] == HARBIN
    assert await harness.write(OWNER, "/waiting") == texts.NOTHING_WAITS


async def test_owner_keeps_the_version_of_the_base(harness: EditingHarness) -> None:
    await edit_both_ways(harness)
    await harness.write(OWNER, "/waiting")
    shown = dict(harness.messages_to(OWNER)[-1])
    (keep,) = (label for label in harness.labels_to(OWNER) if label.endswith(texts.KEEP))
    assert await harness.tap(OWNER, keep) == "сведение «Второй диалог пройдёт в Шанхае»: осталось как в базе."
    assert harness.text_to(OWNER) == texts.NOTHING_WAITS
    assert await harness.tap(OWNER, keep, shown) == texts.SETTLED
    assert (await harness.base()).fact_by_id[FactId("place")] == MOVED
    assert await harness.revision() == 2
