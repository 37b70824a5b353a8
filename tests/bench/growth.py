"""What an edit of a grown base costs: the engine made anew of the old one, and the gate, beside a reader."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import median

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import FactBase, FactId
from knowledge.quality.gate import Origin, Probe, compare_replies
from tests.bench.generator import make

_AT = datetime(2026, 1, 1, tzinfo=UTC)
FACTS, PROBES, PAUSE, READERS = 1_000, 5_000, 0.0002, 300
"""Of the gate; it sleeps so many seconds between questions, as the bot has it, to let readers in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """Milliseconds in which an engine follows one fact put in other words."""

    facts: int
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """Seconds of the gate for one fact more; a reader's median in milliseconds, alone and meanwhile."""

    seconds: float
    reasked: int
    alone: float
    meanwhile: float


def follow(base: FactBase) -> Edited:
    """To be called apart, as all here."""
    engine = Engine(base)
    fact = base.facts[len(base.facts) // 2]
    times = []
    for number in range(5):
        new = replace(fact, says=f"{fact.says} Слово {number}.")
        edited = replace(base, facts=tuple(new if one is fact else one for one in base.facts))
        started = time.perf_counter()
        engine.edited(edited)
        times.append((time.perf_counter() - started) * 1000)
    return Edited(facts=len(base.facts), ms=median(times))


def gate() -> Gated:
    made = make(FACTS, PROBES)
    before = Engine(made.base)
    new = replace(min(made.base.facts, key=lambda fact: len(fact.says)), id=FactId("new"))
    after = before.edited(replace(made.base, facts=(*made.base.facts, new)))
    probes = [Probe(text=text, origin=Origin.ASKED) for text in made.questions]
    started = time.perf_counter()
    report = compare_replies(before, after, probes)
    seconds = time.perf_counter() - started
    alone = _read(before, made.questions)
    stop = threading.Event()
    working = threading.Thread(target=_judge_until, args=(before, after, probes, stop))
    working.start()
    meanwhile = _read(before, made.questions)
    stop.set()
    working.join()
    return Gated(seconds=seconds, reasked=report.reasked, alone=alone, meanwhile=meanwhile)


class _StoppedError(Exception):
    pass


def _judge_until(before: Engine, after: Engine, probes: Sequence[Probe], stop: threading.Event) -> None:
    def rest(_done: int, _of: int) -> None:
        time.sleep(PAUSE)
        if stop.is_set():
            raise _StoppedError

    try:
        while True:
            compare_replies(before, after, probes, rest)
    except _StoppedError:
        return


def _read(engine: Engine, questions: Sequence[str]) -> float:
    times = []
    for question in questions[:READERS]:
        time.sleep(0.005)
        started = time.perf_counter()
        engine.reply(question, NEW, _AT)
        times.append((time.perf_counter() - started) * 1000)
    return median(times)
