"""The bar that shows how far a large base is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bot.cli import engine_builder, evaluate
from bot.cli.check import check_pack
from bot.cli.engine_builder import ProgressBar, build_engine
from bot.cli.terminal_session import open_session
from bot.replies.answers.labels import READING
from bot.settings.loading import load_settings
from knowledge.facts.pack.dumper import dump_pack
from tests.knowledge.bases import BASE


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_a_large_base_is_read_under_a_bar() -> None:
    terminal = Terminal()
    bar = ProgressBar(terminal, Clock())
    for done in range(1, 401):
        bar(done, 400)
    assert READING in terminal.getvalue()


def test_nothing_is_shown_of_a_small_base_or_where_nobody_looks() -> None:
    for terminal in (Terminal(), StringIO()):
        assert build_engine(BASE, terminal).base is BASE
        assert terminal.getvalue() == ""


ASKED = "- {group: weather, kind: far, ask: Какая завтра погода?, refuse: true}"
COMMANDS: dict[str, Callable[[Path], object]] = {
    "ask and chat": lambda pack: open_session(load_settings({"PACK_DIR": str(pack)})),
    "check": lambda pack: check_pack(load_settings({"PACK_DIR": str(pack)})),
    "eval": lambda pack: evaluate.run([pack / "asked.yaml"], load_settings({"PACK_DIR": str(pack)})),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_that_reads_a_base_shows_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file, text in dump_pack(BASE).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "asked.yaml").write_text(ASKED, encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    # As if the base were large.
    monkeypatch.setattr(engine_builder, "_SILENT", -1.0)
    monkeypatch.setattr(engine_builder, "_EVERY", 1)
    COMMANDS[name](tmp_path)
    assert READING in terminal.getvalue()
