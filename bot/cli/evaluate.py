"""`spravka eval`: asks question files and prints the report; judging runs are logged."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import typer

from bot.cli.engine_builder import build_engine
from bot.evaluation.judging import Judged, Verdict, judge_all
from bot.evaluation.question_files import Golden, Half, QuestionFileError, load
from bot.evaluation.report import FAMILIES, calibration, failures, speed, table
from knowledge.facts.pack import load_pack

SHIPPED = Path("tests/questions")
LOG = SHIPPED / "judging.jsonl"
HALF = "SPRAVKA_EVAL_HALF"
"""Set to `tuning` while weights are fitted: the judging half is then neither asked nor shown."""


def run(files: Sequence[Path], pack: Path) -> int:
    """Exit code 0; 2 where a file cannot be read. Without files: those of the pack."""
    paths = list(files) or [pack / "questions" if (pack / "questions").is_dir() else SHIPPED]
    try:
        goldens = load(paths)
    except QuestionFileError as error:
        typer.echo(error)
        return 2
    engine = build_engine(load_pack(pack))
    shipped = all(path.resolve().is_relative_to(SHIPPED.resolve()) for path in paths)
    halves = _halves(goldens) if shipped else {"all": list(goldens)}
    for name, some in halves.items():
        judged = judge_all(some, engine)
        typer.echo("\n".join([f"== {name}: {len(some)} questions", *table(judged), "", *calibration(judged)]))
        typer.echo(speed(judged))
        if name == Half.JUDGING:
            _log(judged)
            typer.echo(f"(a line was added to {LOG})")
        typer.echo("\n".join(["", *failures(judged), ""]))
    return 0


def _halves(goldens: Sequence[Golden]) -> dict[str, list[Golden]]:
    only = os.environ.get(HALF) or None
    halves = [half for half in Half if only in (None, half)]
    return {half: [golden for golden in goldens if golden.half is half] for half in halves}


def _log(judged: Sequence[Judged]) -> None:
    """One line a run: right of all, by family, so that repeated looks at the half are seen."""
    counts = {}
    for family, kinds in FAMILIES.items():
        some = [one for one in judged if one.golden.kind in kinds]
        if some:
            counts[family] = [sum(one.verdict is Verdict.RIGHT for one in some), len(some)]
    with LOG.open("a", encoding="utf-8") as log:
        log.write(json.dumps(counts, ensure_ascii=False) + "\n")
