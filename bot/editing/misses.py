"""Which of a base's own questions it misses: worked out once a base, ahead of the first edit."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Collection

import structlog

from bot.editing.ports import Engine
from knowledge.answering import Answerer
from knowledge.model import FactBase
from knowledge.selfcheck import self_check

log = structlog.get_logger()
_KEPT = 3
_LOOK_EVERY = 5.0
_SPELL, _BREATH = 0.002, 0.0002
"""After so many seconds of work the thread rests for so many, for answers to readers to go first."""


class KnownMisses:
    """Of the last few bases; two of them are equal where all in them is."""

    def __init__(self, engine: Engine) -> None:
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
            answerer = self._engine.current.answerer
            if self.of(answerer.base) is None:
                try:
                    self.note(answerer.base, await asyncio.to_thread(_missed, answerer))
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


def _missed(answerer: Answerer) -> frozenset[str]:
    rest = resting()

    def without(question: str) -> Answerer:
        rest()
        return answerer.without(question)

    return frozenset(missed.question for missed in self_check(answerer.base, without).missed)
