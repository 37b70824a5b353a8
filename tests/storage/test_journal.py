"""The journal: rows in groups, each update taken once, nothing lost while the database is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.errors import StorageUnavailableError
from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.storage.journal.journal import RETRY, Journal
from bot.storage.journal.reader_memory import ReaderMemory
from bot.storage.readers.question_log import StoredQuestions
from knowledge.conversation import NEW, Conversation

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
KEY = (7, 7)


def incoming(number: int, *, starts: bool = True) -> Incoming:
    body = {"update_id": number, "message": {"text": "Где?"}}
    return Incoming(number=number, body=body, chat_id=KEY[0], user_id=KEY[1], starts=starts)


def asked(text: str = "Где?", message_id: int = 1) -> AskedQuestion:
    return AskedQuestion(
        chat_id=KEY[0],
        user_id=KEY[1],
        message_id=message_id,
        text=text,
        outcome="answer",
        rule="best",
        facts=("a",),
        confidence=0.5,
        explanation="потому",
        at=NOW,
    )


@asynccontextmanager
async def running(database: Database, owner: str = "here/1") -> AsyncIterator[tuple[Journal, ReaderMemory]]:
    memory = ReaderMemory()
    journal = Journal(database, memory, owner)
    async with run_alongside(journal.run()):
        yield journal, memory
        await journal.finish(2)
    database.watch(None)
    await journal.close()


async def test_an_update_is_taken_once_and_known_once_it_is_handled(database: Database) -> None:
    async with running(database) as (journal, _):
        first, second = await asyncio.gather(journal.take([incoming(1)]), journal.take([incoming(1)]))
        assert first + second == [Standing.NEW, Standing.HELD]
        assert await journal.take([incoming(1), incoming(2)]) == [Standing.HELD, Standing.NEW]
        journal.mark(1, NOW)
        assert await journal.take([incoming(1)]) == [Standing.HANDLED]
    async with running(database, "here/2") as (journal, _):
        (left,) = await journal.take_over(set().__contains__)
        assert (left.number, left.counts) == (2, Counts(starts=1, sends=1))
        assert left.body == incoming(2).body


async def test_taking_over_and_writing_do_not_disturb_each_other(database: Database) -> None:
    async with running(database) as (journal, _):
        takes = (journal.take([incoming(number)]) for number in range(20))
        overs = (journal.take_over(set().__contains__) for _ in range(20))
        found = await asyncio.gather(*takes, *overs)
        assert found == [[Standing.NEW]] * 20 + [[]] * 20


async def test_two_processes_take_an_update_once(database: Database) -> None:
    async with running(database, "a/1") as (one, _), running(database, "b/1") as (other, _):
        for number in range(20):
            given = await asyncio.gather(one.take([incoming(number)]), other.take([incoming(number)]))
            assert sorted(standing for (standing,) in given) == [Standing.HELD, Standing.NEW]


async def test_what_a_reader_has_comes_with_the_update(database: Database) -> None:
    saved = Conversation(question="где", at=NOW)
    async with running(database) as (journal, memory):
        await journal.take([incoming(1)])
        assert memory.conversation(KEY) == NEW
        journal.save(KEY, Conversation(question="кто", at=NOW))
        journal.save(KEY, saved)
        await journal.settle()
    async with running(database, "here/2") as (journal, memory):
        assert memory.conversation(KEY) is None
        await journal.take([incoming(2)])
        assert memory.conversation(KEY) == saved
        assert memory.is_ordinary(KEY)


async def test_whoever_reads_finds_what_waited_to_be_written(database: Database) -> None:
    async with running(database) as (journal, _):
        database.watch(journal.settle)
        journal.record(asked())
        assert await StoredQuestions(database).last(*KEY) == asked()


async def test_starts_and_sends_are_counted(database: Database) -> None:
    async with running(database) as (journal, _):
        await journal.take([incoming(1, starts=False), incoming(2, starts=False)])
        assert await journal.count(1, Counts(starts=1, sends=1))
        assert await journal.count(2, Counts(starts=1, sends=0))
        journal.recount(2, Counts(starts=2, sends=1))
    async with running(database, "here/2") as (journal, _):
        left = {one.number: one.counts for one in await journal.take_over(set().__contains__)}
        assert left == {1: Counts(starts=1, sends=1), 2: Counts(starts=2, sends=1)}


async def test_what_is_handed_back_is_taken_over_at_once(database: Database) -> None:
    async with running(database, "a/1") as (one, _), running(database, "b/1") as (other, _):
        await one.take([incoming(1), incoming(2)])
        one.hand_back(1, Counts(starts=0, sends=0))
        await one.settle()
        assert not await one.count(1, Counts(starts=1, sends=1)), "it is no longer this process's"
        left = await other.take_over(set().__contains__)
        assert left[0].counts == Counts(starts=0, sends=0)
        assert len(left) == (2 if database.is_sqlite else 1)


async def test_one_row_that_the_database_refuses_hinders_no_other(database: Database) -> None:
    async with running(database) as (journal, _):
        with capture_logs() as lines:
            journal.record(asked(text="\ud800"))
            journal.record(asked(text="Когда?", message_id=2))
            journal.mark(1, NOW)
            await journal.settle()
        assert "a row is refused" in [line["event"] for line in lines]
        assert await journal.take([incoming(1)]) == [Standing.HANDLED]
        assert await StoredQuestions(database).last(*KEY) == asked(text="Когда?", message_id=2)


async def test_what_begins_while_rows_are_written_one_by_one_is_stored_first(database: Database) -> None:
    async with running(database) as (journal, _):
        await journal.take([incoming(1, starts=False)])
        with capture_logs() as lines:
            for number in range(10):
                journal.record(asked(message_id=number))
            journal.record(asked(text="\ud800"))
            while "not stored" not in [line["event"] for line in lines]:  # noqa: ASYNC110 - the log has no event
                await asyncio.sleep(0)
            await journal.count(1, Counts(starts=1, sends=0))
        other = Journal(database, ReaderMemory(), "here/2")
        (left,) = await other.take_over(set().__contains__)
        assert left.counts.starts == 1
        await other.close()


async def test_what_another_process_took_over_is_left_to_it(database: Database) -> None:
    async with running(database) as (journal, _):
        await journal.take([incoming(1, starts=False), incoming(2, starts=False)])
        assert await journal.count(2, Counts(starts=1, sends=0))
        other = Journal(database, ReaderMemory(), "here/2")
        assert len(await other.take_over(set().__contains__)) == 2
        assert not await journal.count(1, Counts(starts=1, sends=1))
        last = Journal(database, ReaderMemory(), "here/3")
        assert {one.number: one.counts.starts for one in await last.take_over(set().__contains__)} == {
            1: 0,
            2: 1,
        }
        await other.close()


@pytest.mark.postgres
async def test_a_live_process_keeps_its_updates(database: Database) -> None:
    if database.is_sqlite:
        return
    async with running(database, "a/1") as (one, _):
        await one.take([incoming(1)])
        async with running(database, "b/1") as (other, _):
            assert await other.take_over(set().__contains__) == []


async def test_rows_wait_while_the_database_is_away(sqlite: Database) -> None:
    lock = Database(str(sqlite.url))
    async with running(sqlite) as (journal, memory):
        sqlite.watch(journal.settle)
        async with lock.write():
            with pytest.raises(StorageUnavailableError):
                async with asyncio.timeout(4):
                    await journal.take([incoming(1)])
            journal.save(KEY, Conversation(question="где", at=NOW))
            journal.record(asked())
            journal.mark(1, NOW)
            with pytest.raises(StorageUnavailableError):
                await StoredQuestions(sqlite).last(*KEY)
            assert memory.conversation(KEY) == Conversation(question="где", at=NOW)
        await asyncio.sleep(RETRY * 2)
        assert await journal.take([incoming(1)]) == [Standing.HANDLED]
        assert await StoredQuestions(sqlite).last(*KEY) == asked()
    await lock.close()
