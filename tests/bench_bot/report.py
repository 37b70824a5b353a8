"""The tables of a run: counts, and ratios to the floor beside what is asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench_bot.load import Load
from tests.bench_bot.trial import Trial

THROUGHPUT, WANTED_THROUGHPUT = 0.35, 0.5
"""Of the floor's updates a second."""
LATENCY = 3.0
"""Times the floor's p99 at half capacity, and times its processor time besides the engine's."""
START = 1.5
"""Seconds of processor time besides the floor's."""
MEMORY = 230.0
TWO_PROCESSES = 1.15


def show(trials: Sequence[Trial], engine_ms: float, console: Console) -> None:
    table = Table(title="Updates through the running bot, beside a bare aiogram bot", title_justify="left")
    for column in ("", *(trial.name for trial in trials)):
        table.add_column(column, justify="left" if not column else "right")
    for row in _rows(trials):
        table.add_row(*row)
    console.print(table)
    console.print(f"The engine alone, in this run: {engine_ms:.2f} ms of processor time a question.")
    for line in verdicts(trials, engine_ms):
        console.print(line)


def _rows(trials: Sequence[Trial]) -> list[tuple[str, ...]]:
    return [
        ("webhook, updates a second", *(f"{one.webhook.per_second:.0f}" for one in trials)),
        ("… processor time an update, ms", *(f"{one.webhook.processor_ms:.2f}" for one in trials)),
        ("… p50 / p99, ms", *(_latencies(one.webhook) for one in trials)),
        ("half of it, updates a second", *(f"{one.half.per_second:.0f}" for one in trials)),
        ("… processor time an update, ms", *(f"{one.half.processor_ms:.2f}" for one in trials)),
        ("… p50 / p99, ms", *(_latencies(one.half) for one in trials)),
        (
            "polling, updates a second",
            *(f"{one.polling.per_second:.0f}" if one.polling else "" for one in trials),
        ),
        (
            "… processor time an update, ms",
            *(f"{one.polling.processor_ms:.2f}" if one.polling else "" for one in trials),
        ),
        ("… p50 / p99, ms", *(_latencies(one.polling) if one.polling else "" for one in trials)),
        (
            "to the first poll: processor / seconds",
            *(f"{one.start.processor:.2f} / {one.start.seconds:.2f}" if one.start else "" for one in trials),
        ),
        ("memory after the start, MB", *(f"{one.start.memory:.0f}" if one.start else "" for one in trials)),
        ("memory after the load, MB", *(f"{one.memory:.0f}" for one in trials)),
    ]


def verdicts(trials: Sequence[Trial], engine_ms: float) -> list[str]:
    """A line for each target: asked and reached."""
    floor, *others = trials
    allowed = floor.webhook.processor_ms * LATENCY + engine_ms
    found = []
    for one in others:
        found.append(
            _line(
                one,
                "updates a second by webhook, of the floor",
                one.webhook.per_second / floor.webhook.per_second,
                THROUGHPUT,
                above=True,
            )
        )
        if one.polling and floor.polling:
            found.append(
                _line(
                    one,
                    "updates a second by polling, of the floor",
                    one.polling.per_second / floor.polling.per_second,
                    THROUGHPUT,
                    above=True,
                )
            )
        found.append(_line(one, "ms of processor time an update", one.webhook.processor_ms, allowed))
        found.append(
            _line(
                one,
                "times the floor's p99 at half capacity",
                one.half.quantile(0.99) / floor.half.quantile(0.99),
                LATENCY,
            )
        )
        if one.start and floor.start:
            found.append(
                _line(
                    one,
                    "s of processor time to the first poll",
                    one.start.processor,
                    floor.start.processor + START,
                )
            )
            found.append(_line(one, "MB after the start", one.start.memory, MEMORY))
    by_name = {one.name: one.webhook.processor_ms for one in others}
    if "postgresql, two web" in by_name:
        ratio = by_name["postgresql, two web"] / by_name["postgresql"]
        found.append(
            f"two web processes: {ratio:.2f} times the processor time of one (asked: at most {TWO_PROCESSES})"
        )
    return found


def _line(one: Trial, what: str, reached: float, asked: float, *, above: bool = False) -> str:
    met = reached >= asked if above else reached <= asked
    bound = "at least" if above else "at most"
    return f"{'met   ' if met else 'MISSED'} {one.name}: {reached:.2f} {what} (asked: {bound} {asked:.2f})"


def _latencies(load: Load) -> str:
    return f"{load.quantile(0.5):.0f} / {load.quantile(0.99):.0f}"


def write(trials: Sequence[Trial], engine_ms: float, path: Path) -> None:
    """The same as JSON, with p50 and p99 instead of every latency."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = []
    for one in trials:
        row = asdict(one)
        for name in ("polling", "webhook", "half"):
            load = getattr(one, name)
            if load is not None:
                del row[name]["latencies"]
                row[name] |= {"p50": load.quantile(0.5), "p99": load.quantile(0.99)}
        rows.append(row)
    path.write_text(json.dumps({"engine_ms": engine_ms, "trials": rows}, ensure_ascii=False, indent=1))
