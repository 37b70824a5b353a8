"""Commands on the bot's database: `facts`, `db upgrade`, `ask --live`."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import ExitCode
from bot.storage.connection.database import Database
from bot.storage.fact_base.files_import import import_files
from knowledge.facts.pack import load_pack
from tests.commands.program import spravka
from tests.forkserver.client import CompletedRun
from tests.pack.sample_pack import GOOD

QUESTION = "Когда открыли ярмарку?"


class Bot:
    """A pack in a folder and a bot's database; `seed` imports the pack."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = {
            "DATABASE_URL": f"sqlite:///{folder}/bot.db",
            "PACK_DIR": str(folder / "pack"),
            "SPRAVKA_NOW": "2017-03-04T09:00:00+00:00",
            "READER": "off",
        }
        (folder / "pack").mkdir()
        for name, text in GOOD.items():
            (folder / "pack" / name).write_text(text, "utf-8")

    def run(self, *arguments: str, measured: bool = False) -> CompletedRun:
        return spravka(*arguments, environ=self.environ, measured=measured)

    def seed(self) -> None:
        async def seed() -> None:
            database = Database(self.environ["DATABASE_URL"])
            files = load_pack(self.folder / "pack")
            await import_files(database, files, datetime(2017, 3, 1, tzinfo=UTC))
            await database.close()

        asyncio.run(seed())


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    return Bot(tmp_path)


@pytest.mark.parametrize("arguments", [("history",), ("export", "out"), ("undo", "2", "--author", "А")])
def test_facts_before_the_first_run_is_a_matter_of_configuration(
    bot: Bot, arguments: tuple[str, ...]
) -> None:
    done = bot.run("facts", *arguments)
    assert done.code == ExitCode.CONFIGURATION
    assert "spravka run" in done.err
    assert not (bot.folder / "bot.db").exists()


def test_live_answers_come_from_the_database_dated_by_the_edit(bot: Bot) -> None:
    assert bot.run("db", "upgrade").code == 0
    assert bot.run("ask", "--live", QUESTION).code == ExitCode.CONFIGURATION
    bot.seed()
    assert bot.run("ask", "--live", QUESTION).out == bot.run("ask", QUESTION).out
    assert bot.run("facts", "export", str(bot.folder / "out")).code == 0
    facts = bot.folder / "out" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("первого декабря", "в первый день зимы"), "utf-8")
    shown = bot.run("facts", "import", str(facts.parent))
    assert shown.code == 1
    assert "в первый день зимы" in shown.out
    assert "в первый день зимы" not in bot.run("ask", "--live", QUESTION).out
    signed = ("--author", "проверка", "--why", "точнее", "--yes")
    done = bot.run("facts", "import", str(facts.parent), *signed)
    assert (done.code, done.err) == (0, "")
    live = bot.run("ask", "--live", QUESTION, measured=True).out
    assert "в первый день зимы" in live
    assert "4 марта 2017 года" in live
    assert "первого декабря" in bot.run("ask", QUESTION).out


def test_database_without_tables_is_reported_in_one_line(bot: Bot) -> None:
    ended = bot.run("ask", "--live", QUESTION)
    assert (ended.code, ended.out) == (ExitCode.CONFIGURATION, "")
    assert "первый запуск бота (spravka run)" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_facts_has_its_own_help_and_refuses_unknown_commands(bot: Bot) -> None:
    assert "undo" in bot.run("facts", "--help").out
    ended = bot.run("facts", "nope")
    assert ended.code == 2
    assert "Traceback" not in ended.err
