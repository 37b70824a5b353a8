"""The progress bar while the engine of a large base is built."""

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
from bot.settings.options import Settings
from knowledge.facts.pack.dumper import dump_pack
from tests.knowledge.sample_base import BASE


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Advances by a second at each call."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_progress_bar_is_shown_for_a_large_base() -> None:
    terminal = Terminal()
    bar = ProgressBar(terminal, Clock())
    for done in range(1, 401):
        bar(done, 400)
    assert READING in terminal.getvalue()


def test_no_progress_bar_for_a_small_base_or_without_a_terminal() -> None:
    for terminal in (Terminal(), StringIO()):
        assert build_engine(BASE, terminal).base is BASE
        assert terminal.getvalue() == ""


ASKED = "- {group: weather, kind: far, ask: Какая завтра погода?, refuse: true}"
COMMANDS: dict[str, Callable[[Settings], object]] = {
    "ask and chat": open_session,
    "check": check_pack,
    "eval": lambda settings: evaluate.run([settings.pack_dir / "asked.yaml"], settings),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_that_builds_an_engine_shows_the_progress_bar(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file, text in dump_pack(BASE).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "asked.yaml").write_text(ASKED, encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    # Show the bar for a small base too.
    monkeypatch.setattr(engine_builder, "_SILENT", -1.0)
    monkeypatch.setattr(engine_builder, "_EVERY", 1)
    COMMANDS[name](load_settings({"PACK_DIR": str(tmp_path), "READER": "off"}))
    assert READING in terminal.getvalue()
