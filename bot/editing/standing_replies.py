"""What the base replies now to the questions of the gate: asked at leisure, before the first edit."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.records.engine_holder import EngineHolder
from bot.replies.answers.rendering import render
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId
from knowledge.quality.gate import Probe, examples
from knowledge.quality.kept_readings import KeptReadings
from knowledge.quality.kept_replies import KeptReplies

log = structlog.get_logger()
_MOST_BASES = 3
CHECK_EVERY = 5.0
"""Seconds between looks at which base is in use."""
_WORK, _PAUSE = 0.02, 0.0002
"""Seconds of work before a thread for which somebody waits sleeps, and of its sleep."""
_LOOK_AGAIN, _LOOKS = 0.25, 40
"""Seconds between looks whether readers ask, and how often that puts off a question."""
_SHARE = 0.1
"""Of one processor, for what nobody waits for."""
Changed = Mapping[FactId, EdtfDate]


@dataclass(frozen=True, slots=True)
class _Standing:
    changed: Changed
    replies: KeptReplies


class StandingReplies:
    """The replies of the last few bases as readers get them on one day. `lock`: one thread asks at a time."""

    def __init__(self, engine: EngineHolder, now: Callable[[], datetime]) -> None:
        self._engine, self._now = engine, now
        self._kept: OrderedDict[int, _Standing] = OrderedDict()
        self._readings: KeptReadings | None = None
        self.lock = asyncio.Lock()

    def of(self, engine: Engine, changed: Changed, at: datetime | None = None) -> KeptReplies:
        """Those of an engine, kept from now on; `changed`: see LoadedBase.

        `at`: the very moment, so that those of two bases do not differ by the clock; else any of today.
        """
        now = at or self._now()
        for one in reversed(self._kept.values()):
            replies = one.replies
            is_meant = replies.now == now if at else replies.now.date() == now.date()
            if is_meant and one.changed == changed and replies.engine.base == engine.base:
                return replies
        replies = new_replies(self._reading_once(engine), changed, now)
        self._kept[id(replies)] = _Standing(changed, replies)
        while len(self._kept) > _MOST_BASES:
            self._kept.popitem(last=False)
        return replies

    def _reading_once(self, engine: Engine) -> Engine:
        """The engine, of which no text is read twice, be it for another base."""
        reader = engine.reader
        if reader is None or isinstance(reader, KeptReadings):
            return engine
        if self._readings is None or self._readings.reader is not reader:
            self._readings = KeptReadings(reader)
        return engine.read_by(self._readings)

    async def run(
        self, probes: Callable[[], Awaitable[Sequence[Probe]]], is_busy: Callable[[], bool], pause: float
    ) -> None:
        """Ask the questions of each base that comes into use, until cancelled.

        `is_busy`: whether readers ask just now, who go first.
        """
        asked: tuple[object, ...] = ()
        while True:
            # Sleep first: the bot has more urgent work when it starts.
            await asyncio.sleep(pause)
            current = self._engine.current
            wanted = (current.engine, self._now().date())
            if asked == wanted:
                continue
            try:
                await self._ask_all(current.engine, current.changed, await probes(), is_busy)
                asked = wanted
            except Exception as error:  # noqa: BLE001 - the gate then asks them itself
                log.warning("own questions not asked", reason=type(error).__name__)

    async def _ask_all(
        self, engine: Engine, changed: Changed, probes: Sequence[Probe], is_busy: Callable[[], bool]
    ) -> None:
        replies = self.of(engine, changed)
        own = {probe.text: probe for probe in examples(engine.base)}

        def ask(probe: Probe) -> float:
            began = time.thread_time()
            replies.of(probe.text)
            if probe.text in own:
                replies.misses(probe.text, own[probe.text].facts)
            return time.thread_time() - began

        known = {probe.text for probe in probes}
        questions = [*probes, *(probe for probe in own.values() if probe.text not in known)]
        for question in questions:
            await _wait_for_readers(is_busy)
            async with self.lock:
                worked = await asyncio.to_thread(ask, question)
            await asyncio.sleep(worked * (1 / _SHARE - 1))


def new_replies(engine: Engine, changed: Changed, now: datetime) -> KeptReplies:
    """Replies in the words that readers see."""
    base = engine.base
    return KeptReplies(engine, now, lambda result: render(result, base, now, changed).plain)


async def _wait_for_readers(is_busy: Callable[[], bool]) -> None:
    """Sleep while readers ask, but not for ever."""
    for _ in range(_LOOKS):
        if not is_busy():
            break
        await asyncio.sleep(_LOOK_AGAIN)


def make_throttle() -> Callable[[], None]:
    """A function to call between pieces of work in the thread that calls this: readers' answers go first."""
    worked_at = time.thread_time()

    def throttle() -> None:
        nonlocal worked_at
        if time.thread_time() - worked_at > _WORK:
            time.sleep(_PAUSE)
            worked_at = time.thread_time()

    return throttle
