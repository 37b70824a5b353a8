"""Measures one contender on one base: build time, memory, time of each question."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.facts.model import FactBase
from tests.bench.contenders import CONTENDERS, ON_LEMMAS
from tests.bench.lemmas import LemmatisedBase

MIN_QUESTIONS = 20
_KILOBYTES = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """`build` in seconds, `memory` in MB gained at the peak, `times` of questions in milliseconds."""

    name: str
    facts: int
    build: float
    memory: float
    times: tuple[float, ...]
    best_facts: tuple[str | None, ...]
    """The fact ranked first for each question."""

    def percentile(self, share: float) -> float:
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def measure(
    name: str, base: FactBase, lemmatised: LemmatisedBase, questions: Sequence[str], seconds: float
) -> Trial:
    """Ask until the questions or the seconds run out, but at least MIN_QUESTIONS.

    Call it in a fork: then the memory gained is the contender's, and no cache is warm.
    """
    before = _peak()
    started = time.perf_counter()
    contender = CONTENDERS[name](base, lemmatised)
    build = time.perf_counter() - started + (lemmatised.seconds if name in ON_LEMMAS else 0.0)
    gc.freeze()  # as the program does after building
    times: list[float] = []
    best_facts: list[str | None] = []
    for question in questions:
        if len(times) >= MIN_QUESTIONS and sum(times) > seconds * 1000:
            break
        asked = time.perf_counter()
        best_facts.append(contender.best_fact(question))
        times.append((time.perf_counter() - asked) * 1000)
    return Trial(
        name=name,
        facts=len(base.facts),
        build=build,
        memory=_peak() - before,
        times=tuple(times),
        best_facts=tuple(best_facts),
    )


def _peak() -> float:
    """Peak resident MB; in a fork it starts at the parent's."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES
