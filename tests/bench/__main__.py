"""`python -m tests.bench [--sizes N ...]`: tables, docs/bench.png and var/bench.json."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from knowledge.facts.model import FactBase
from tests.bench import growth, program, public, report, shipped
from tests.bench.contenders import CONTENDERS, Spravka
from tests.bench.fork import run_forked
from tests.bench.generator import SEED, generate_base
from tests.bench.lemmas import lemmatise_base
from tests.bench.plot import draw
from tests.bench.report import Report
from tests.bench.trial import Trial, measure

_PROJECT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)
QUESTIONS, SECONDS = 500, 8.0
"""Limits for each contender on a generated base: questions, and seconds of asking."""
TIMEOUT = 120
"""Seconds after which a contender is stopped on a base."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="facts of the generated bases")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--plot", type=Path, default=_PROJECT / "docs" / "bench.png")
    parser.add_argument("--json", type=Path, default=_PROJECT / "var" / "bench.json")
    chosen = parser.parse_args()
    found, console = Report(), report.console()
    _on_shipped(found, console)
    for size in chosen.sizes:
        _log(f"generating {size} facts")
        made = generate_base(size, QUESTIONS, chosen.seed)
        found.trials[str(size)] = _side_by_side(made.base, made.questions, SECONDS)
        console.print(
            report.trials(f"{size} generated facts, {QUESTIONS} questions", found.trials[str(size)], {})
        )
        edited = run_forked(TIMEOUT, growth.measure_edit, made.base)
        found.edits += [edited] if edited else []
        del made
    found.gate = run_forked(TIMEOUT, growth.measure_gate)
    console.print(report.growth(found.edits, found.gate))
    _on_public(found, console)
    report.write(found, chosen.json)
    grown = [one for name, some in found.trials.items() if name != "shipped" for one in some]
    if len({one.facts for one in grown}) > 1:
        draw(grown, chosen.plot)
    console.print("\n".join(report.misses(found) or ["every target of speed is met"]))


def _on_shipped(found: Report, console: Console) -> None:
    asked = shipped.goldens()
    questions = [golden.ask for golden in asked]
    some = found.trials["shipped"] = _side_by_side(shipped.pack(), questions, seconds=600.0)
    found.scores = {one.name: shipped.score(one, asked) for one in some}
    console.print(report.trials("Shipped pack, its own questions", some, found.scores))
    console.print("The engine's weights were fitted on half of these; `spravka eval` tells the halves apart.")
    console.print("Lemmatising is done once: its time counts as building for each, its lines not as memory.")
    found.lines, found.cold = program.line_to_line(questions), program.cold_start(questions[0])
    console.print(report.program(found.lines, found.cold))


def _side_by_side(base: FactBase, questions: Sequence[str], seconds: float) -> list[Trial]:
    lemmatised = run_forked(TIMEOUT, lemmatise_base, base)
    assert lemmatised is not None
    trials = []
    for name in CONTENDERS:
        _log(f"{len(base.facts)} facts: {name}")
        trial = run_forked(TIMEOUT, measure, name, base, lemmatised, questions, seconds)
        if trial is None:
            _log(f"{len(base.facts)} facts: {name} stopped after {TIMEOUT} s")
        else:
            trials.append(trial)
    return trials


def _on_public(found: Report, console: Console) -> None:
    """Runs after every fork, because it fills the caches of this process."""
    xquad, rubq = _file(public.XQUAD), _file(public.RUBQ)
    if xquad:
        found.paragraphs = public.measure_retrieval(xquad)
        console.print(report.paragraphs(found.paragraphs))
    if rubq:
        halves = public.count_refusals(rubq, Spravka(shipped.pack()))
        found.refused = {str(half): counts for half, counts in halves.items()}
        console.print(report.refusals(found.refused))


def _file(variable: str) -> Path | None:
    path = Path(os.environ.get(variable, ""))
    if path.is_file():
        return path
    _log(f"{variable} names no file: skipped")
    return None


def _log(text: str) -> None:
    """Progress on stderr; the tables are on stdout."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
