"""`spravka facts export/import/history/undo`, `db upgrade` and the live base, on a real file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import SecretStr

from bot.cli import facts
from bot.cli.db import upgrade
from bot.cli.live_base import load_live_base
from bot.errors import (
    BaseEmptyError,
    OtherPackError,
    OutdatedFileError,
    PackRefusedError,
    UploadRejectedError,
)
from bot.replies.cli import facts_texts as texts
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from bot.storage.connection.startup import open_database
from bot.storage.fact_base.files_import import import_files
from knowledge.facts.model import FactBase
from knowledge.facts.pack import dump_pack, load_files, load_pack
from tests.storage.test_base_store import NOW, small_base

BASE = load_files({name: text.encode() for name, text in dump_pack(small_base()).items()})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a seeded database."""
    bare = _settings(tmp_path)
    upgrade(bare)

    async def seed() -> None:
        async with open_database(bare.database_url.get_secret_value(), alone=True) as database:
            await import_files(database, BASE, NOW)

    asyncio.run(seed())
    return bare


def _settings(folder: Path) -> Settings:
    address = SecretStr(f"sqlite+aiosqlite:///{folder}/bot.db")
    loaded = load_settings({"READER": "off"}, dotenv=folder / "none")
    # With a question or two a fact the self-check cannot pass.
    pack = loaded.pack.model_copy(update={"missed_share": 1.0})
    changed = {"database_url": address, "pack_dir": folder / "pack", "pack": pack}
    return loaded.model_copy(update=changed)


def _write(folder: Path, **replaced: str) -> Path:
    """Write the pack's files with words replaced."""
    folder.mkdir()
    for name, text in dump_pack(BASE).items():
        for old, new in replaced.items():
            text = text.replace(old, new)
        (folder / name).write_text(text)
    return folder


def test_export_writes_the_base_as_files(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "deep"
    assert facts.facts(["export", str(folder)], settings) == 0
    assert (folder / "revision.txt").read_text() == "1"
    assert load_pack(folder) == BASE
    assert load_live_base(settings).base == BASE


@pytest.mark.parametrize("name", ["base.xlsx", "base.csv"])
def test_a_base_exported_as_a_table_is_edited_and_imported(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / name
    assert facts.facts(["export", str(path)], settings) == 0
    assert facts.facts(["import", str(path), "--author", "Анна", "--why", "та же", "--yes"], settings) == 0
    assert texts.NO_CHANGES in capsys.readouterr().out
    _move(path)
    assert facts.facts(["import", str(path), "--author", "Анна", "--why", "место", "--yes"], settings) == 0
    assert "Шанхае" in load_live_base(settings).base.facts[0].says


def _move(path: Path) -> None:
    """Put another city into the exported table, as an editor does."""
    if path.is_dir():
        sheet = path / "facts.csv"
        sheet.write_text(sheet.read_text("utf-8").replace("Пекине", "Шанхае"), "utf-8")
        return
    book = load_workbook(path)
    for row in book["facts"].iter_rows():
        for cell in row:
            cell.value = str(cell.value or "").replace("Пекине", "Шанхае") or None
    book.save(path)


def test_an_export_older_than_the_base_keeps_what_was_edited_since(
    settings: Settings, tmp_path: Path
) -> None:
    old, who = tmp_path / "old", ["--author", "А", "--why", "б", "--yes"]
    facts.facts(["export", str(old)], settings)
    facts.facts(["import", str(_write(tmp_path / "in", Диалог="Разговор")), *who], settings)
    edited = load_live_base(settings).base
    assert facts.facts(["import", str(old), *who], settings) == 0
    assert load_live_base(settings).base == edited, "the old file changed nothing itself"
    for file in old.glob("facts.yaml"):
        file.write_text(file.read_text().replace("Пекине", "Шанхае"))
    assert facts.facts(["import", str(old), *who], settings) == 0
    assert "Шанхае" in load_live_base(settings).base.facts[0].says
    assert load_live_base(settings).base.source == edited.source


def test_an_old_export_that_contradicts_a_later_edit_is_refused(settings: Settings, tmp_path: Path) -> None:
    old, who = tmp_path / "old", ["--author", "А", "--why", "б", "--yes"]
    facts.facts(["export", str(old)], settings)
    facts.facts(["import", str(_write(tmp_path / "in", Пекине="Харбине")), *who], settings)
    (old / "facts.yaml").write_text((old / "facts.yaml").read_text().replace("Пекине", "Шанхае"))
    with pytest.raises(OutdatedFileError) as raised:
        facts.facts(["import", str(old), *who], settings)
    assert "сведение second" in explain(raised.value)


@pytest.mark.parametrize(("name", "content"), [("a.docx", b"PK"), ("facts.xlsx", b"PK"), ("facts.csv", b"")])
def test_a_file_of_another_kind_is_named(
    settings: Settings, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UploadRejectedError) as raised:
        facts.facts(["import", str(tmp_path / name), "--author", "А", "--why", "б", "--yes"], settings)
    assert explain(raised.value).startswith("Файл не принят.")


def test_import_history_and_undo(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _write(tmp_path / "in", Пекине="Шанхае")
    who = ["--author", "Анна", "--why", "уточнили", "--yes"]
    assert facts.facts(["import", str(folder), *who], settings) == 0
    assert "± сведение second" in capsys.readouterr().out
    assert "Шанхае" in load_live_base(settings).base.facts[0].says
    assert facts.facts(["import", str(folder), *who], settings) == 0
    assert texts.NO_CHANGES in capsys.readouterr().out
    assert facts.facts(["undo", "2", "--author", "Олег"], settings) == 0
    assert load_live_base(settings).base == BASE
    capsys.readouterr()
    assert facts.facts(["history", "second"], settings) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:2] for line in lines if not line.startswith(" ")] == ["3.", "2.", "1."]
    assert "импорт, Анна — уточнили" in lines[2]


def test_after_an_import_of_its_own_pack_the_bot_merges_later_changes(
    settings: Settings, tmp_path: Path
) -> None:
    own = _write(tmp_path / "own", Пекине="Шанхае")
    here = settings.model_copy(update={"pack_dir": own})
    assert facts.facts(["import", str(own), "--author", "Анна", "--why", "уточнили", "--yes"], here) == 0

    async def start(files: FactBase) -> int:
        async with open_database(settings.database_url.get_secret_value(), alone=True) as database:
            return len(await import_files(database, files, NOW))

    again = load_pack(_write(tmp_path / "again", Пекине="Гонконге"))
    assert asyncio.run(start(again)) == 0, "no conflict: only the files changed it"
    assert "Гонконге" in load_live_base(settings).base.facts[0].says


def test_undo_refuses_what_was_changed_since(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, place in enumerate(("Шанхае", "Харбине")):
        folder = _write(tmp_path / f"in{number}", Пекине=place)
        facts.facts(["import", str(folder), "--author", "А", "--why", "б", "--yes"], settings)
    assert facts.facts(["undo", "2", "--author", "Олег"], settings) == 1
    assert "сведение second" in capsys.readouterr().err
    assert facts.facts(["undo", "1", "--author", "Олег"], settings) == 1
    assert facts.facts(["undo", "9", "--author", "Олег"], settings) == 1


def test_invalid_files_are_refused(settings: Settings, tmp_path: Path) -> None:
    folder = _write(tmp_path / "in", says="sais")
    with pytest.raises(PackRefusedError):
        facts.facts(["import", str(folder), "--author", "А", "--why", "б", "--yes"], settings)


def test_files_of_another_pack_are_refused(settings: Settings, tmp_path: Path) -> None:
    folder = _write(tmp_path / "in", **{"id: dialogue\n": "id: bridge\n"})
    with pytest.raises(OtherPackError):
        facts.facts(["import", str(folder), "--author", "А", "--why", "б", "--yes"], settings)


@pytest.mark.parametrize("command", ["export", "import", "history", "undo"])
def test_before_the_first_run_a_command_says_what_to_do_and_leaves_nothing(
    command: str, tmp_path: Path
) -> None:
    settings, out = _settings(tmp_path), tmp_path / "out"
    arguments = {
        "export": [str(out)],
        "import": [str(_write(tmp_path / "in"))],
        "history": [],
        "undo": ["2", "--author", "А"],
    }
    known = set(tmp_path.rglob("*"))
    with pytest.raises(BaseEmptyError) as caught:
        facts.facts([command, *arguments[command]], settings)
    assert "первый запуск бота (spravka run)" in explain(caught.value)
    assert set(tmp_path.rglob("*")) == known


def test_a_database_without_schema_or_base_is_reported(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    (tmp_path / "bot.db").touch()
    for step in (lambda: None, lambda: upgrade(settings)):
        step()
        with pytest.raises(BaseEmptyError):
            load_live_base(settings)
