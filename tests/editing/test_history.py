"""/history, undo, /waiting: through the real Dispatcher on both databases."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.editing import gate
from bot.replies.editing import history as texts
from bot.storage.history import StoredHistory
from bot.storage.pack_import import import_files
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import EventId, FactBase, FactId
from knowledge.facts.serialization import key_of
from tests.editing.desk import ANNA, BASE, BORIS, CHAIR, MOVED, OWNER, PLACE, EditingDesk, change

HARBIN = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")


async def published(desk: EditingDesk, user: int, *changes: object, **about: object) -> None:
    await desk.propose(user, *changes, **about)  # type: ignore[arg-type]  # changes, as propose takes them
    await desk.tap(user, gate.PUBLISH)


async def test_the_history_tells_who_when_before_after_and_why(desk: EditingDesk) -> None:
    await published(desk, ANNA, change(PLACE, MOVED), why="перенесли")
    text = await desk.by(BORIS, "/history")
    line = "2. 1 мая 2027 года, 12:00, из чата, Читатель 11 — перенесли"
    assert f"{line} — ± сведение place" in text
    assert "1. 1 мая 2027 года, 12:00, первое наполнение, files — записей: 7" in text
    await desk.tap(BORIS, "2")
    assert desk.text_to(BORIS).startswith(line)
    assert "Место: Пекин → Шанхай" in desk.text_to(BORIS)
    await desk.tap(BORIS, texts.BACK)
    assert desk.text_to(BORIS).startswith("История правок")


async def test_the_history_of_one_fact(desk: EditingDesk) -> None:
    await published(desk, ANNA, change(PLACE, MOVED))
    await published(desk, ANNA, change(CHAIR, replace(CHAIR, where="Вашингтон")))
    assert "chair" not in await desk.by(ANNA, "/history place")
    assert await desk.by(ANNA, "/history nothing") == texts.NO_HISTORY


async def test_older_pages(quick: EditingDesk) -> None:
    for number in range(texts.PAGE + 1):
        await quick.followups.publish(
            PLACE if not number else replace(PLACE, paragraph=number), replace(PLACE, paragraph=number + 1)
        )
    await quick.by(ANNA, "/history")
    await quick.tap(ANNA, texts.OLDER)
    assert "2. " in quick.text_to(ANNA)
    assert "1. 1 мая 2027 года, 12:00, первое наполнение" in quick.text_to(ANNA)


async def test_undo_takes_a_revision_back_through_the_gate(desk: EditingDesk) -> None:
    await published(desk, ANNA, change(PLACE, MOVED), why="перенесли")
    await desk.tap(ANNA, texts.UNDO)
    assert "Место: Шанхай → Пекин" in desk.text_to(ANNA)
    assert await desk.revision() == 2
    await desk.tap(ANNA, gate.PUBLISH)
    assert await desk.base() == BASE
    assert "3. 1 мая 2027 года, 12:00, отмена, Читатель 11 — отмена правки 2" in await desk.by(
        ANNA, "/history"
    )


async def test_undo_of_what_changed_again_is_a_choice_of_versions(desk: EditingDesk) -> None:
    await published(desk, ANNA, change(PLACE, MOVED))
    second = desk.to(ANNA)[-1]
    await published(desk, BORIS, change(MOVED, HARBIN))
    await desk.tap(ANNA, texts.UNDO, second)
    text = desk.text_to(ANNA)
    assert "Сейчас в базе:\n  Утверждение: Второй диалог пройдёт в Харбине." in text
    assert "У вас:\n  Утверждение: Второй диалог пройдёт в Пекине." in text
    await desk.tap(ANNA, gate.MINE)
    await desk.tap(ANNA, gate.PUBLISH)
    assert (await desk.base()).fact_by_id[FactId("place")] == PLACE


async def test_the_first_filling_is_not_undone(quick: EditingDesk) -> None:
    await quick.by(ANNA, "/history")
    shown = quick.to(ANNA)[-1]
    who = {"id": ANNA, "is_bot": False, "first_name": "А"}
    assert await quick.press_data("e-undo:1", shown, who) == texts.FIRST
    assert await quick.press_data("e-undo:9", shown, who) == "Правки 9 нет."


async def test_undo_that_would_leave_a_reference_to_nobody_is_refused(quick: EditingDesk) -> None:
    added = replace(BASE.events[0], id=EventId("dialogue-0"), title="Нулевой диалог", order=3)
    await published(quick, ANNA, change(None, added))
    screen = quick.to(ANNA)[-1]
    await published(quick, ANNA, change(CHAIR, replace(CHAIR, about=(EventId("dialogue-0"),))))
    await quick.tap(ANNA, texts.UNDO, screen)
    assert "• chair: события «dialogue-0» нет в events.yaml" in quick.text_to(ANNA)


def files(**facts: object) -> FactBase:
    """The pack's files with one fact changed."""
    parts = entities(BASE)
    changed = replace(PLACE, **facts)  # type: ignore[arg-type]  # the test names the fields
    return assemble({**parts, key_of(changed): changed})


async def clash(desk: EditingDesk) -> None:
    """The chat says Shanghai, the files say Harbin."""
    await published(desk, ANNA, change(PLACE, MOVED))
    theirs = files(says=HARBIN.says, where=HARBIN.where)
    await import_files(desk.followups.database, theirs, desk.followups.clock())


async def test_owners_take_the_version_of_the_files(desk: EditingDesk) -> None:
    await clash(desk)
    text = await desk.by(OWNER, "/waiting")
    assert "В базе:\n  Утверждение: Второй диалог пройдёт в Шанхае." in text
    assert "В файлах:\n  Утверждение: Второй диалог пройдёт в Харбине." in text
    (take,) = (label for label in desk.labels_to(OWNER) if label.endswith(texts.TAKE))
    await desk.tap(OWNER, take)
    assert len(await StoredHistory(desk.followups.database).waiting()) == 1
    await desk.tap(OWNER, gate.PUBLISH)
    assert (await desk.base()).fact_by_id[FactId("place")] == HARBIN
    assert await desk.by(OWNER, "/waiting") == texts.NOTHING_WAITS


async def test_owners_keep_the_version_of_the_base(desk: EditingDesk) -> None:
    await clash(desk)
    await desk.by(OWNER, "/waiting")
    shown = dict(desk.to(OWNER)[-1])
    (keep,) = (label for label in desk.labels_to(OWNER) if label.endswith(texts.KEEP))
    assert await desk.tap(OWNER, keep) == "сведение place: осталось как в базе."
    assert desk.text_to(OWNER) == texts.NOTHING_WAITS
    assert await desk.tap(OWNER, keep, shown) == texts.SETTLED
    assert (await desk.base()).fact_by_id[FactId("place")] == MOVED
    assert await desk.revision() == 2
