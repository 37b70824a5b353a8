"""One contender on one base, in a process of its own: time to build, memory, time of each question."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from knowledge.model import FactBase
from tests.bench.contenders import CONTENDERS

LEAST_ASKED = 20
PATIENCE = 200
"""Seconds after which a contender is given up on a base."""
_KILOBYTES = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Seconds of building, megabytes that building and asking added at their peak, milliseconds asked."""

    name: str
    facts: int
    build: float
    memory: float
    times: tuple[float, ...]
    firsts: tuple[str | None, ...]
    """The fact put first for each question asked."""

    def percentile(self, share: float) -> float:
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def run(name: str, base: FactBase, questions: Sequence[str], seconds: float) -> Trial | None:
    """Ask until the questions or the seconds are used up, but twenty at the least.

    A fork has the base in memory already and no cache filled, so what it gains is the contender's.
    None where it took longer than PATIENCE in all; it is then ended.
    """
    gc.collect()
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_measure, args=(there, name, base, questions, seconds))
    process.start()
    there.close()
    try:
        found: Trial | None = here.recv() if here.poll(PATIENCE) else None
    except EOFError:
        raise RuntimeError(f"{name} failed on {len(base.facts)} facts") from None
    finally:
        # One that has reported only has its memory left to give back.
        process.kill()
        process.join()
    return found


def _measure(to: Connection, name: str, base: FactBase, questions: Sequence[str], seconds: float) -> None:
    before = _peak()
    started = time.perf_counter()
    contender = CONTENDERS[name](base)
    build = time.perf_counter() - started
    times: list[float] = []
    firsts: list[str | None] = []
    for question in questions:
        if len(times) >= LEAST_ASKED and sum(times) > seconds * 1000:
            break
        asked = time.perf_counter()
        firsts.append(contender.first(question))
        times.append((time.perf_counter() - asked) * 1000)
    to.send(
        Trial(
            name=name,
            facts=len(base.facts),
            build=build,
            memory=_peak() - before,
            times=tuple(times),
            firsts=tuple(firsts),
        )
    )


def _peak() -> float:
    """Megabytes resident at most; a fork's begins at what it was forked with."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES
