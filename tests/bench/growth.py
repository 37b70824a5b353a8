"""Costs of an edit in a large base: updating the engine, and the gate while a reader asks."""

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
from knowledge.quality.gate import Origin, Probe, compare_replies, examples
from knowledge.quality.kept_replies import KeptReplies
from tests.bench.generator import generate_base

_AT = datetime(2026, 1, 1, tzinfo=UTC)
FACTS, PROBES, PAUSE, READERS = 1_000, 5_000, 0.0002, 300
"""For the gate; it sleeps PAUSE seconds between questions, as in the bot, so that readers get a turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTiming:
    """Milliseconds to update an engine after one fact is reworded."""

    facts: int
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GateTiming:
    """Seconds of the gate for one added fact; a reader's median in ms, without the gate and during it."""

    seconds: float
    reasked: int
    alone: float
    meanwhile: float


def measure_edit(base: FactBase) -> EditTiming:
    """Call it in a fork, as everything here."""
    engine = Engine(base)
    fact = base.facts[len(base.facts) // 2]
    times = []
    for number in range(5):
        new = replace(fact, says=f"{fact.says} Слово {number}.")
        edited = replace(base, facts=tuple(new if one is fact else one for one in base.facts))
        started = time.perf_counter()
        engine.edited(edited)
        times.append((time.perf_counter() - started) * 1000)
    return EditTiming(facts=len(base.facts), ms=median(times))


def measure_gate() -> GateTiming:
    made = generate_base(FACTS, PROBES)
    before = Engine(made.base)
    new = replace(min(made.base.facts, key=lambda fact: len(fact.says)), id=FactId("new"))
    after = before.edited(replace(made.base, facts=(*made.base.facts, new)))
    probes = [Probe(text=text, origin=Origin.ASKED) for text in made.questions]
    kept = _asked_beforehand(before, made.questions)
    started = time.perf_counter()
    report = compare_replies(kept, KeptReplies(after), probes)
    seconds = time.perf_counter() - started
    alone = _median_reply_ms(before, made.questions)
    stop = threading.Event()
    working = threading.Thread(target=_run_gate_until, args=(before, after, probes, stop))
    working.start()
    meanwhile = _median_reply_ms(before, made.questions)
    stop.set()
    working.join()
    return GateTiming(seconds=seconds, reasked=report.reasked, alone=alone, meanwhile=meanwhile)


def _asked_beforehand(engine: Engine, questions: Sequence[str]) -> KeptReplies:
    """As a running bot has them, once it has had a moment."""
    kept = KeptReplies(engine)
    for question in questions:
        kept.of(question)
    for probe in examples(engine.base):
        kept.misses(probe.text, probe.facts)
    return kept


class _StopError(Exception):
    pass


def _run_gate_until(before: Engine, after: Engine, probes: Sequence[Probe], stop: threading.Event) -> None:
    def rest(_done: int, _of: int) -> None:
        time.sleep(PAUSE)
        if stop.is_set():
            raise _StopError

    try:
        while True:
            compare_replies(KeptReplies(before), KeptReplies(after), probes, rest)
    except _StopError:
        return


def _median_reply_ms(engine: Engine, questions: Sequence[str]) -> float:
    times = []
    for question in questions[:READERS]:
        time.sleep(0.005)
        started = time.perf_counter()
        engine.reply(question, NEW, _AT)
        times.append((time.perf_counter() - started) * 1000)
    return median(times)
