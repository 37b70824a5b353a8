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
from tests.bench.fork import apart
from tests.bench.generator import SEED, make
from tests.bench.lemmas import lemmatise
from tests.bench.plot import draw
from tests.bench.report import Report
from tests.bench.trial import Trial, measure

_PROJECT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)
QUESTIONS, SECONDS = 500, 8.0
"""Asked of each contender on a made base, at most; the slow ones are asked as many as fit the seconds."""
PATIENCE = 120
"""Seconds after which a contender is given up on a base."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="facts of the made bases")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--plot", type=Path, default=_PROJECT / "docs" / "bench.png")
    parser.add_argument("--json", type=Path, default=_PROJECT / "var" / "bench.json")
    chosen = parser.parse_args()
    found, console = Report(), report.console()
    _on_shipped(found, console)
    for size in chosen.sizes:
        _said(f"making {size} facts")
        made = make(size, QUESTIONS, chosen.seed)
        found.trials[str(size)] = _side_by_side(made.base, made.questions, SECONDS)
        console.print(report.trials(f"{size} made facts, {QUESTIONS} questions", found.trials[str(size)], {}))
        edited = apart(PATIENCE, growth.follow, made.base)
        found.edits += [edited] if edited else []
        del made
    found.gate = apart(PATIENCE, growth.gate)
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
    console.print("Of lemmas: lemmatising once counts as building for each, its lines not as memory.")
    found.lines, found.cold = program.line_to_line(questions), program.cold_start(questions[0])
    console.print(report.program(found.lines, found.cold))


def _side_by_side(base: FactBase, questions: Sequence[str], seconds: float) -> list[Trial]:
    lemmatised = apart(PATIENCE, lemmatise, base)
    assert lemmatised is not None
    trials = []
    for name in CONTENDERS:
        _said(f"{len(base.facts)} facts: {name}")
        trial = apart(PATIENCE, measure, name, base, lemmatised, questions, seconds)
        if trial is None:
            _said(f"{len(base.facts)} facts: {name} given up, it takes too long")
        else:
            trials.append(trial)
    return trials


def _on_public(found: Report, console: Console) -> None:
    """After all that forks: what is done here fills this process's caches."""
    xquad, rubq = _file(public.XQUAD), _file(public.RUBQ)
    if xquad:
        found.paragraphs = public.paragraphs(xquad)
        console.print(report.paragraphs(found.paragraphs))
    if rubq:
        halves = public.refused(rubq, Spravka(shipped.pack()))
        found.refused = {str(half): counts for half, counts in halves.items()}
        console.print(report.refusals(found.refused))


def _file(variable: str) -> Path | None:
    path = Path(os.environ.get(variable, ""))
    if path.is_file():
        return path
    _said(f"{variable} names no file: left out")
    return None


def _said(text: str) -> None:
    """Progress, away from the tables."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
