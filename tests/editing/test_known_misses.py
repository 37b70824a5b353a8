"""The check of a base by its own questions lets readers go first."""

from __future__ import annotations

from bot.editing.known_misses import check_own_questions
from knowledge.engine import Engine
from tests.knowledge.sample_base import BASE


def test_check_waits_while_readers_wait() -> None:
    busy = [True, True, False]
    engine = Engine(BASE)

    def is_busy() -> bool:
        return busy.pop(0) if busy else False

    assert check_own_questions(engine, is_busy) == check_own_questions(engine, lambda: False)
    assert not busy
