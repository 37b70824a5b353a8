"""One contender on one base: time to build, memory, time of each question."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.facts.model import FactBase
from tests.bench.contenders import CONTENDERS, ON_LEMMAS
from tests.bench.lemmas import Lemmatised

LEAST_ASKED = 20
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


def measure(
    name: str, base: FactBase, lemmatised: Lemmatised, questions: Sequence[str], seconds: float
) -> Trial:
    """Ask until the questions or the seconds are used up, but twenty at the least.

    To be called apart: what the process gains is then the contender's, and no cache is filled.
    """
    before = _peak()
    started = time.perf_counter()
    contender = CONTENDERS[name](base, lemmatised)
    build = time.perf_counter() - started + (lemmatised.seconds if name in ON_LEMMAS else 0.0)
    gc.freeze()  # as the program does: what was built is no garbage
    times: list[float] = []
    firsts: list[str | None] = []
    for question in questions:
        if len(times) >= LEAST_ASKED and sum(times) > seconds * 1000:
            break
        asked = time.perf_counter()
        firsts.append(contender.first(question))
        times.append((time.perf_counter() - asked) * 1000)
    return Trial(
        name=name,
        facts=len(base.facts),
        build=build,
        memory=_peak() - before,
        times=tuple(times),
        firsts=tuple(firsts),
    )


def _peak() -> float:
    """Megabytes resident at most; a fork's begins at what it was forked with."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES
