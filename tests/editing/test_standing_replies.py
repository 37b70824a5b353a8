"""What is asked at leisure lets readers go first."""

from __future__ import annotations

from bot.editing.standing_replies import wait_for_readers


def test_it_waits_while_readers_wait_but_not_for_ever() -> None:
    busy = [True, True, False]
    wait_for_readers(lambda: busy.pop(0))
    assert not busy
    wait_for_readers(lambda: True)
