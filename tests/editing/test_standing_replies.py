"""What is asked at leisure lets readers go first."""

from __future__ import annotations

import time

from bot.editing.standing_replies import make_throttle, wait_for_readers


def test_it_waits_while_readers_wait_but_not_for_ever() -> None:
    busy = [True, True, False]
    wait_for_readers(lambda: busy.pop(0))
    assert not busy
    wait_for_readers(lambda: True)


def test_what_passed_while_others_worked_is_no_work_of_its_own() -> None:
    throttle = make_throttle(share=0.1)
    time.sleep(0.2)
    began = time.monotonic()
    throttle()
    assert time.monotonic() - began < 0.8, "nine times as long as it did not work"
