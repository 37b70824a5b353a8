"""The measurements as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench.growth import FACTS, PROBES, EditTiming, GateTiming
from tests.bench.program import ColdStart, LineTimings
from tests.bench.public import Retrieval
from tests.bench.shipped import Score
from tests.bench.trial import Trial

TARGETS = {"shipped": (2.0, 8.0), "10000": (None, 15.0), "100000": (None, 50.0)}
"""Upper limits of the engine's p50 and p99 in milliseconds."""
BUILD_TARGET = 30.0
GATE_TARGET, SLOWER_TARGET = 3.0, 2.0


@dataclass(slots=True, kw_only=True)
class Report:
    """Filled in during the run."""

    trials: dict[str, list[Trial]] = field(default_factory=dict)
    scores: dict[str, Score] = field(default_factory=dict)
    lines: LineTimings | None = None
    cold: ColdStart | None = None
    edits: list[EditTiming] = field(default_factory=list)
    gate: GateTiming | None = None
    paragraphs: list[Retrieval] = field(default_factory=list)
    refused: dict[str, tuple[int, int]] = field(default_factory=dict)


def trials(title: str, some: Sequence[Trial], scores: Mapping[str, Score]) -> Table:
    table = _table(title, "", "asked", "p50, ms", "p99, ms", "build, s", "memory, MB")
    if scores:
        table.add_column("right fact first", justify="right")
        table.add_column("refused rightly", justify="right")
    for one in some:
        row = [one.name, str(len(one.times)), f"{one.percentile(0.5):.2f}", f"{one.percentile(0.99):.2f}"]
        row += [f"{one.build:.1f}", f"{one.memory:.0f}"]
        if scores:
            score = scores[one.name]
            row += [f"{score.right} of {score.answerable}", f"{score.silent} of {score.unanswerable}"]
        table.add_row(*row)
    return table


def program(lines: LineTimings, cold: ColdStart) -> Table:
    table = _table("The program as a process, shipped pack", "", "asked", "p50", "p99")
    for name, times in (
        ("line to line of ask --jsonl, ms", lines.wall),
        ("of which the engine, ms", lines.engine),
    ):
        ordered = sorted(times)
        p99 = ordered[int(len(ordered) * 0.99)]
        table.add_row(name, str(len(ordered)), f"{ordered[len(ordered) // 2]:.2f}", f"{p99:.2f}")
    table.add_row("a cold ask, processor seconds", "5", f"{cold.processor:.2f}", "")
    table.add_row("a cold ask, seconds on the clock", "5", f"{cold.wall:.2f}", "")
    return table


def growth(edits: Sequence[EditTiming], gate: GateTiming | None) -> Table:
    table = _table("An edit of a large base", "", "taken", "wanted")
    for one in edits:
        table.add_row(f"one fact of {one.facts} changed, engine updated, ms", f"{one.ms:.1f}", "")
    if gate is not None:
        table.add_row(
            f"gate, {FACTS} facts, {PROBES} questions, s", f"{gate.seconds:.1f}", f"{GATE_TARGET:.0f}"
        )
        table.add_row("of which asked of both bases", str(gate.reasked), "")
        row = f"{gate.alone:.2f} -> {gate.meanwhile:.2f}"
        table.add_row("a reader's median, alone -> meanwhile, ms", row, f"at most {SLOWER_TARGET:.0f} times")
    return table


def paragraphs(some: Sequence[Retrieval]) -> Table:
    table = _table("XQuAD: right paragraph first, ties count as wrong", "", "right", "share", "ms a question")
    for one in some:
        table.add_row(
            one.name, f"{one.right} of {one.asked}", f"{one.right / one.asked:.3f}", f"{one.ms:.2f}"
        )
    return table


def refusals(halves: Mapping[str, tuple[int, int]]) -> Table:
    table = _table(
        "RuBQ: general-knowledge questions refused by the shipped pack", "half", "refused", "share"
    )
    for half, (refused, asked) in halves.items():
        table.add_row(half, f"{refused} of {asked}", f"{refused / asked:.3f}")
    return table


def misses(report: Report) -> list[str]:
    """The targets that the engine misses, one line each."""
    found = [miss for name, some in report.trials.items() for miss in _missed(name, some)]
    gate = report.gate
    if gate is not None and gate.seconds > GATE_TARGET:
        found.append(f"gate: {gate.seconds:.1f} s, wanted {GATE_TARGET:.0f}")
    if gate is not None and gate.meanwhile > SLOWER_TARGET * gate.alone:
        found.append(f"gate: a reader waits {gate.meanwhile / gate.alone:.1f} times as long")
    return found


def _missed(name: str, some: Sequence[Trial]) -> list[str]:
    engine = next((one for one in some if one.name == "engine"), None)
    if engine is None:
        return [f"{name}: the engine was not built in time"]
    found = []
    for share, most in zip((0.5, 0.99), TARGETS.get(name, (None, None)), strict=True):
        if most is not None and engine.percentile(share) > most:
            found.append(f"{name}: p{share * 100:.0f} {engine.percentile(share):.1f} ms, wanted {most:.0f}")
    if engine.build > BUILD_TARGET:
        found.append(f"{name}: built in {engine.build:.0f} s, wanted {BUILD_TARGET:.0f}")
    return found


def write(report: Report, file: Path) -> None:
    """Every figure except the times of single questions."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(_plain(report), indent=1) + "\n", encoding="utf-8")


def _plain(report: Report) -> dict[str, Any]:
    plain: dict[str, Any] = {
        name: {one.name: _figures(one) for one in some} for name, some in report.trials.items()
    }
    for name, score in report.scores.items():
        plain["shipped"][name] |= {
            "right": [score.right, score.answerable],
            "silent": [score.silent, score.unanswerable],
        }
    if report.cold:
        plain["cold"] = {"processor_s": report.cold.processor, "wall_s": report.cold.wall}
    if report.lines:
        plain["lines"] = {"wall_ms": sorted(report.lines.wall), "engine_ms": sorted(report.lines.engine)}
    plain["edits_ms"] = {str(one.facts): one.ms for one in report.edits}
    if report.gate:
        plain["gate"] = asdict(report.gate)
    plain["xquad"] = {one.name: [one.right, one.asked, one.ms] for one in report.paragraphs}
    plain["rubq"] = report.refused
    return plain


def _figures(one: Trial) -> dict[str, float]:
    return {
        "facts": one.facts,
        "asked": len(one.times),
        "p50_ms": one.percentile(0.5),
        "p99_ms": one.percentile(0.99),
        "build_s": one.build,
        "memory_mb": one.memory,
    }


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right")
    return table


def console() -> Console:
    return Console(width=110, soft_wrap=True)
