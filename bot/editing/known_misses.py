"""A cache of the self-check: which of its own questions a base misses, computed before the first edit."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Collection

import structlog

from bot.records.engine_holder import EngineHolder
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.quality.selfcheck import self_check

log = structlog.get_logger()
_MOST_BASES = 3
_CHECK_EVERY = 5.0
_WORK, _PAUSE = 0.002, 0.0002
"""Seconds that the thread works before it sleeps, and sleeps, so that readers' answers go first."""
_SHARE = 0.1
"""Of one processor, for the check at the start, for which nobody waits."""
_LOOK_AGAIN, _LOOKS = 0.05, 20
"""Seconds between looks whether readers still wait, and how often that puts off a piece of that check."""


class KnownMisses:
    """The misses of the last few bases, found by equality of the base."""

    def __init__(self, engine: EngineHolder) -> None:
        self._engine = engine
        self._known: OrderedDict[int, tuple[FactBase, frozenset[str]]] = OrderedDict()

    def get(self, base: FactBase) -> frozenset[str] | None:
        """The example questions that miss their facts; None where they are not computed yet."""
        return next((missed for known, missed in reversed(self._known.values()) if known == base), None)

    def store(self, base: FactBase, missed: Collection[str]) -> None:
        self._known[id(base)] = (base, frozenset(missed))
        while len(self._known) > _MOST_BASES:
            self._known.popitem(last=False)

    async def run(self, is_busy: Callable[[], bool] = lambda: False) -> None:
        """Check each base that comes into use, until cancelled, so that the first gate need not wait.

        `is_busy`: whether readers wait, who go first.
        """
        while True:
            # Sleep first: the bot has more urgent work when it starts.
            await asyncio.sleep(_CHECK_EVERY)
            engine = self._engine.current.engine
            if self.get(engine.base) is None:
                try:
                    self.store(engine.base, await asyncio.to_thread(check_own_questions, engine, is_busy))
                except Exception as error:  # noqa: BLE001 - the gate then computes them itself
                    log.warning("own questions not asked", reason=type(error).__name__)


def make_throttle(share: float | None = None) -> Callable[[], None]:
    """A function to call between pieces of work in a thread; it sleeps now and then.

    `share`: of one processor, which the work then takes at most; None where somebody waits for it.
    """
    slept = time.monotonic()

    def throttle() -> None:
        nonlocal slept
        if (worked := time.monotonic() - slept) > _WORK:
            time.sleep(_PAUSE if share is None else worked * (1 / share - 1))
            slept = time.monotonic()

    return throttle


def check_own_questions(engine: Engine, is_busy: Callable[[], bool]) -> frozenset[str]:
    """The example questions that miss their facts; readers, who wait while `is_busy`, go first."""
    throttle = make_throttle(_SHARE)

    def without(question: str) -> Engine:
        throttle()
        for _ in range(_LOOKS):
            if not is_busy():
                break
            time.sleep(_LOOK_AGAIN)
        return engine.without(question)

    return frozenset(missed.question for missed in self_check(engine.base, without).missed)
