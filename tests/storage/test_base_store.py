"""The base in the database: seeding, merging the files, publishing, conflicts, history."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.errors import OtherPackError
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import RevisionInfo, StoredBase
from bot.storage.fact_base.files_import import import_files
from bot.storage.fact_base.history import StoredHistory
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change, EditConflictError
from knowledge.facts.model import (
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    FurtherSource,
    Participation,
    Person,
    PersonId,
    Source,
)
from knowledge.facts.serialization import EntityKind, Key

NOW = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
EDIT = RevisionInfo(at=NOW, author="Анна", why="уточнили", origin="chat")
FACT = Key(EntityKind.FACT, "second")


def small_base() -> FactBase:
    return FactBase(
        source=Source(
            id="dialogue",
            title="Диалог",
            about="О диалоге.",
            publisher="Синьхуа",
            published=EdtfDate.parse("2015-12-02"),
            examples=("Где?", "Когда?", "Кто?"),
        ),
        people=(Person(id=PersonId("guo"), name="Го Шэнкунь"),),
        events=(
            Event(id=EventId("dialogue-1"), title="Первый диалог", when=EdtfDate.parse("2015-12-01")),
            Event(id=EventId("dialogue-2"), title="Второй диалог", when=EdtfDate.parse("2016-06")),
        ),
        facts=(
            Fact(id=FactId("second"), says="Второй диалог — в Пекине.", topic="next", questions=("Где?",)),
            Fact(id=FactId("first"), says="Первый — в Вашингтоне.", topic="past", questions=("А первый?",)),
        ),
    )


def with_fact(base: FactBase, says: str, fact_id: str = "second") -> FactBase:
    facts = tuple(replace(f, says=says) if f.id == fact_id else f for f in base.facts)
    return replace(base, facts=facts)


def saying(base: FactBase, says: str) -> Change:
    before = base.fact_by_id[FactId("second")]
    return Change(key=FACT, before=before, after=replace(before, says=says))


async def test_an_empty_database_is_seeded_from_the_files(database: Database) -> None:
    store = StoredBase(database, MOSCOW)
    assert await store.current_revision() == 0
    assert await import_files(database, small_base(), NOW) == ()
    loaded = await store.load_base()
    assert (loaded.base, loaded.revision, loaded.changed) == (small_base(), 1, {})


async def test_importing_the_same_files_again_changes_nothing(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    await import_files(database, small_base(), NOW)
    assert await StoredBase(database, MOSCOW).current_revision() == 1


async def test_concurrent_imports_seed_once(database: Database) -> None:
    await asyncio.gather(*(import_files(database, small_base(), NOW) for _ in range(4)))
    assert await StoredBase(database, MOSCOW).current_revision() == 1


async def test_the_database_of_another_pack_is_refused(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    other = replace(small_base(), source=replace(small_base().source, id="bridge"))
    with pytest.raises(OtherPackError) as refused:
        await import_files(database, other, NOW)
    assert (refused.value.kept, refused.value.given) == ("dialogue", "bridge")


async def test_a_publication_adds_a_revision_and_the_local_day_of_the_edit(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    store = StoredBase(database, MOSCOW)
    assert await store.publish([saying(small_base(), "Второй — в Шанхае.")], EDIT) == 2
    loaded = await store.load_base()
    assert loaded.base == with_fact(small_base(), "Второй — в Шанхае.")
    assert loaded.revision == 2
    assert loaded.changed == {FactId("second"): EdtfDate.parse("2026-11-24")}, "the day in Moscow"


async def test_an_edit_of_questions_only_keeps_the_as_of_date(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    store = StoredBase(database, MOSCOW)
    before = small_base().fact_by_id[FactId("second")]
    change = Change(key=FACT, before=before, after=replace(before, questions=("Где?", "Куда?")))
    await store.publish([change], EDIT)
    assert (await store.load_base()).changed == {}


@pytest.mark.parametrize("same_time", [False, True])
async def test_a_conflicting_edit_is_detected(database: Database, same_time: bool) -> None:
    await import_files(database, small_base(), NOW)
    store = StoredBase(database, MOSCOW)
    edits = [store.publish([saying(small_base(), f"Вариант {n}.")], EDIT) for n in range(2)]
    if same_time:
        outcomes = await asyncio.gather(*edits, return_exceptions=True)
    else:
        outcomes = [(await asyncio.gather(edit, return_exceptions=True))[0] for edit in edits]
    assert sorted(str(type(outcome).__name__) for outcome in outcomes) == ["EditConflictError", "int"]
    conflict = next(outcome for outcome in outcomes if isinstance(outcome, EditConflictError))
    assert conflict.keys == (FACT,)
    assert await store.current_revision() == 2


async def test_changed_files_update_what_was_not_edited(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    newer = with_fact(small_base(), "Первый — в столице США.", "first")
    assert await import_files(database, newer, NOW) == ()
    loaded = await StoredBase(database, MOSCOW).load_base()
    assert loaded.base == newer
    assert loaded.revision == 2
    assert set(loaded.changed) == {FactId("first")}


async def test_a_fact_changed_on_both_sides_keeps_the_edit_and_the_files_version_waits(
    database: Database,
) -> None:
    await import_files(database, small_base(), NOW)
    store, history = StoredBase(database, MOSCOW), StoredHistory(database)
    await store.publish([saying(small_base(), "Из чата.")], EDIT)
    clashes = await import_files(database, with_fact(small_base(), "Из файла."), NOW)
    assert [clash.key for clash in clashes] == [FACT]
    assert (await store.load_base()).base == with_fact(small_base(), "Из чата.")
    (waits,) = await history.waiting()
    assert isinstance(waits.theirs, Fact)
    assert (waits.theirs.says, waits.notified) == ("Из файла.", False)
    assert await import_files(database, with_fact(small_base(), "Из файла."), NOW) == (), "reported once"
    await history.mark_notified([waits.number])
    assert (await history.waiting())[0].notified
    await history.settle(waits.number, "Анна", NOW)
    assert await history.waiting() == []


async def test_a_person_removed_from_the_files_but_named_by_an_edited_fact_stays(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    before = small_base().fact_by_id[FactId("second")]
    named = replace(before, people=(Participation(person=PersonId("guo"), role="chair"),))
    store = StoredBase(database, MOSCOW)
    await store.publish([Change(key=FACT, before=before, after=named)], EDIT)
    clashes = await import_files(database, replace(small_base(), people=()), NOW)
    assert [(clash.key.id, clash.theirs) for clash in clashes] == [("guo", None)]
    assert (await store.load_base()).base.people == small_base().people


async def test_history_of_one_fact_and_its_undo(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    store, history = StoredBase(database, MOSCOW), StoredHistory(database)
    await store.publish([saying(small_base(), "Второй — в Шанхае.")], EDIT)
    newest = (await history.of(FACT))[0]
    assert (newest.number, newest.parent, newest.author, newest.why) == (2, 1, "Анна", "уточнили")
    await store.publish([change.undone for change in newest.changes], replace(EDIT, origin="undo"))
    assert (await store.load_base()).base == small_base()
    assert [revision.number for revision in await history.of(FACT)] == [3, 2, 1]
    assert [revision.origin for revision in await history.newest(2)] == ["undo", "chat"]
    assert await history.revision(9) is None


async def test_drafts_and_further_sources_are_stored_and_a_draft_is_no_news(database: Database) -> None:
    base = small_base()
    site = FurtherSource(id="site", title="Сайт", published=EdtfDate.parse("2016-01-05T09:30"))
    draft = replace(base.facts[0], id=FactId("draft"), source="site", draft=True)
    base = replace(base, sources=(site,), facts=(*base.facts, draft))
    await import_files(database, base, NOW)
    store = StoredBase(database, MOSCOW)
    assert (await store.load_base()).base == base
    key = Key(EntityKind.FACT, "draft")
    reworded = replace(draft, says="Второй диалог — осенью.")
    await store.publish([Change(key=key, before=draft, after=reworded)], EDIT)
    assert (await store.load_base()).changed == {}
    accepted = replace(reworded, draft=False)
    await store.publish([Change(key=key, before=reworded, after=accepted)], EDIT)
    loaded = await store.load_base()
    assert (loaded.base.fact_by_id[accepted.id], set(loaded.changed)) == (accepted, {accepted.id})


async def test_a_failed_publication_is_rolled_back(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    store = StoredBase(database, MOSCOW)
    await _run(database, "ALTER TABLE notices RENAME TO lost")
    with pytest.raises(DBAPIError):
        await store.publish([saying(small_base(), "Пропадёт.")], EDIT)
    await _run(database, "ALTER TABLE lost RENAME TO notices")
    assert await store.current_revision() == 1
    assert (await store.load_base()).base == small_base()


async def _run(database: Database, statement: str) -> None:
    async with database.write() as connection:
        await connection.execute(text(statement))


async def test_the_date_that_an_event_was_moved_from_is_loaded(database: Database) -> None:
    await import_files(database, small_base(), NOW)
    store = StoredBase(database, MOSCOW)
    event = Key(EntityKind.EVENT, "dialogue-2")
    before = small_base().events[1]
    after = replace(before, when=EdtfDate.parse("2016-09"))
    await store.publish([Change(key=event, before=before, after=after)], EDIT)
    assert (await store.load_base()).base.moved == {EventId("dialogue-2"): before.when}
    assert (await store.load_base()).base.originals == {EventId("dialogue-2"): before}
    await store.publish([Change(key=event, before=after, after=before)], EDIT)
    assert (await store.load_base()).base.moved == {}
    assert (await store.load_base()).base.originals == {}
    added = replace(before, id=EventId("dialogue-9"), title="Девятый диалог", order=9)
    key = Key(EntityKind.EVENT, "dialogue-9")
    await store.publish([Change(key=key, before=None, after=added)], EDIT)
    assert (await store.load_base()).base.originals == {added.id: None}, "not those of the files"
