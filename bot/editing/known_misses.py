"""Which of a base's own questions it misses: worked out once a base, ahead of the first edit."""

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
_KEPT = 3
_LOOK_EVERY = 5.0
_SPELL, _BREATH = 0.002, 0.0002
"""After so many seconds of work the thread rests for so many, for answers to readers to go first."""


class KnownMisses:
    """Of the last few bases; two of them are equal where all in them is."""

    def __init__(self, engine: EngineHolder) -> None:
        self._engine = engine
        self._known: OrderedDict[int, tuple[FactBase, frozenset[str]]] = OrderedDict()

    def of(self, base: FactBase) -> frozenset[str] | None:
        """The example questions that miss their facts; None where nobody has looked yet."""
        return next((missed for known, missed in reversed(self._known.values()) if known == base), None)

    def note(self, base: FactBase, missed: Collection[str]) -> None:
        self._known[id(base)] = (base, frozenset(missed))
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)

    async def keep(self) -> None:
        """Look at each base that comes into use, until cancelled: the first gate on it need not wait."""
        while True:
            # A start has other things to do first.
            await asyncio.sleep(_LOOK_EVERY)
            engine = self._engine.current.engine
            if self.of(engine.base) is None:
                try:
                    self.note(engine.base, await asyncio.to_thread(_missed, engine))
                except Exception as error:  # noqa: BLE001 - the gate then asks by itself
                    log.warning("own questions not asked", reason=type(error).__name__)


def resting() -> Callable[[], None]:
    """To be called between pieces of work in a thread."""
    rested = time.monotonic()

    def rest() -> None:
        nonlocal rested
        if time.monotonic() - rested > _SPELL:
            time.sleep(_BREATH)
            rested = time.monotonic()

    return rest


def _missed(engine: Engine) -> frozenset[str]:
    rest = resting()

    def without(question: str) -> Engine:
        rest()
        return engine.without(question)

    return frozenset(missed.question for missed in self_check(engine.base, without).missed)
