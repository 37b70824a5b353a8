"""`spravka facts import` and `undo` go through the gate: what it shows, what it publishes, what blocks it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.cli import facts
from bot.cli.live_base import load_live_base
from bot.records.editing import ProposalState
from bot.replies.cli import facts_texts as texts
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.connection.startup import open_database
from bot.storage.fact_base.base_store import RevisionInfo, StoredBase
from bot.storage.fact_base.files_import import import_files
from bot.storage.fact_base.history import StoredHistory
from bot.storage.fact_base.proposals import StoredProposals
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact
from knowledge.facts.pack import dump_pack
from tests.editing.harness import BASE, CHAIR, MOVED, PLACE, change
from tests.storage.databases import DatabaseFactory, postgres_address
from tests.storage.test_base_store import NOW

SIGNED = ("--author", "Анна", "--why", "уточнили", "--yes")
WORSE = replace(PLACE, says="Шурум-бурум.", where=None, about=(), questions=("абракадабра",))
T = TypeVar("T")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, database_factory: DatabaseFactory, tmp_path: Path) -> Settings:
    """Settings with a seeded database of each kind."""
    if request.param == "postgres" and postgres_address() is None:
        pytest.skip("TEST_POSTGRES_URL is not set")

    async def seeded() -> str:
        async with database_factory.migrated(request.param) as database:
            await import_files(database, BASE, NOW)
            return database.url.render_as_string(hide_password=False)

    loaded = load_settings({"READER": "off"}, dotenv=tmp_path / "none")
    address = SecretStr(asyncio.run(seeded()))
    return loaded.model_copy(update={"database_url": address, "pack_dir": tmp_path / "pack"})


@pytest.fixture
def upload(tmp_path: Path) -> str:
    """The pack with another city."""
    return _write(tmp_path / "in", MOVED)


def _write(folder: Path, place: Fact) -> str:
    folder.mkdir()
    for name, text in dump_pack(replace(BASE, facts=(place, CHAIR))).items():
        (folder / name).write_text(text, "utf-8")
    return str(folder)


def _read(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    async def read() -> T:
        async with open_database(settings.database_url.get_secret_value(), alone=False) as database:
            return await work(database)

    return asyncio.run(read())


def test_without_yes_it_only_reports(
    settings: Settings, upload: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts.facts(["import", upload], settings) == 1
    shown = capsys.readouterr()
    assert "Место: Пекин → Шанхай" in shown.out
    assert "Ответ станет другим" in shown.out
    assert texts.NOT_PUBLISHED in shown.err
    assert load_live_base(settings).base == BASE
    assert not _read(settings, lambda database: StoredProposals(database).open())


@pytest.mark.parametrize("left_out", ["--author", "--why"])
def test_yes_wants_an_author_and_a_reason(
    settings: Settings, upload: str, left_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = SIGNED.index(left_out)
    signed = SIGNED[:place] + SIGNED[place + 2 :]
    assert facts.facts(["import", upload, *signed], settings) == 2
    assert texts.UNSIGNED in capsys.readouterr().err
    assert load_live_base(settings).base == BASE


def test_with_yes_it_reports_and_publishes(
    settings: Settings, upload: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts.facts(["import", upload, *SIGNED], settings) == 0
    out = capsys.readouterr().out
    assert out.index("Ответ станет другим") < out.index("Правка 2:")
    assert "Шанхае" in load_live_base(settings).base.facts[0].says
    [made] = _read(settings, lambda database: StoredHistory(database).newest(1))
    assert (made.author, made.why, made.origin) == ("Анна", "уточнили", "import")


def test_what_the_gate_blocks_waits_for_the_owner(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    upload = _write(tmp_path / "worse", WORSE)
    assert facts.facts(["import", upload, *SIGNED], settings) == 1
    shown = capsys.readouterr()
    assert "⚠ Пострадают известные вопросы: 3, допустимо 0." in shown.out
    assert load_live_base(settings).base == BASE
    [waiting] = _read(settings, lambda database: StoredProposals(database).open())
    assert texts.NEEDS_OWNER in shown.err
    assert waiting.state is ProposalState.DRAFT
    assert (waiting.author, waiting.why) == ("Анна", "уточнили")


def test_where_edits_need_approval_it_asks_for_it(
    settings: Settings, upload: str, capsys: pytest.CaptureFixture[str]
) -> None:
    editing = settings.editing.model_copy(update={"approval": True})
    approving = settings.model_copy(update={"editing": editing})
    assert facts.facts(["import", upload, *SIGNED], approving) == 1
    assert "ждёт согласования" in capsys.readouterr().err
    assert load_live_base(approving).base == BASE
    [waiting] = _read(approving, lambda database: StoredProposals(database).open())
    assert waiting.state is ProposalState.AWAITING


def test_an_undo_that_harms_nobody_is_reported_and_published(
    settings: Settings, upload: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts.facts(["import", upload, *SIGNED], settings) == 0
    capsys.readouterr()
    assert facts.facts(["undo", "2", "--author", "Олег"], settings) == 0
    out = capsys.readouterr().out
    assert out.index("Место: Шанхай → Пекин") < out.index("Ответ станет другим") < out.index("Правка 3:")
    assert load_live_base(settings).base == BASE
    [made] = _read(settings, lambda database: StoredHistory(database).newest(1))
    assert (made.author, made.why, made.origin) == ("Олег", "отмена правки 2", "undo")


def test_an_undo_that_would_harm_wants_yes_and_a_reason_then_the_owner(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    _read(settings, lambda database: _publish(database, change(PLACE, WORSE)))
    _read(settings, lambda database: _publish(database, change(WORSE, PLACE)))
    assert facts.facts(["undo", "3", "--author", "Олег"], settings) == 1
    shown = capsys.readouterr()
    assert "⚠ Пострадают известные вопросы: 3, допустимо 0." in shown.out
    assert texts.NOT_PUBLISHED in shown.err
    assert facts.facts(["undo", "3", "--author", "Олег", "--yes"], settings) == 2
    assert load_live_base(settings).base == BASE
    assert not _read(settings, lambda database: StoredProposals(database).open())
    assert facts.facts(["undo", "3", "--author", "Олег", "--why", "ошибка", "--yes"], settings) == 1
    [waiting] = _read(settings, lambda database: StoredProposals(database).open())
    assert texts.NEEDS_OWNER in capsys.readouterr().err
    assert (waiting.origin, waiting.reference, waiting.why) == ("undo", "3", "ошибка")


async def _publish(database: Database, made: Change) -> int:
    info = RevisionInfo(at=NOW, author="Анна", why="", origin="chat")
    return await StoredBase(database, ZoneInfo("UTC")).publish([made], info)
