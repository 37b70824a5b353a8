"""The bar that shows how far a large base is read."""

from __future__ import annotations

from io import StringIO

from bot.building import Bar, answerer_of
from bot.replies.labels import READING
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
    bar = Bar(terminal, Clock())
    for done in range(1, 401):
        bar(done, 400)
    assert READING in terminal.getvalue()


def test_nothing_is_shown_of_a_small_base_or_where_nobody_looks() -> None:
    for terminal in (Terminal(), StringIO()):
        assert answerer_of(BASE, terminal).base is BASE
        assert terminal.getvalue() == ""
