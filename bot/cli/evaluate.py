"""`spravka eval`: asks question files and prints how many answers are right, by kind of question."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import typer

import knowledge
from bot.cli.engine_builder import build_engine, terminal_reader
from bot.errors import ExitCode, LogUnwritableError, QuestionsMissingError
from bot.evaluation.judging import JudgedReply, Verdict, Worded, judge_all
from bot.evaluation.question_files import FOLDER, Golden, Half, load
from bot.evaluation.report import FAMILIES, by_form, calibration, failures, lengths, speed, table
from bot.replies.answers import rendering
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from knowledge.results import Result

TUNED_ON = Path(knowledge.__file__).parent / "dialogue" / FOLDER
"""The only question set of which one half is tuned on; its halves are reported apart."""
HALF = "SPRAVKA_EVAL_HALF"
"""Set to `tuning` while weights are fitted, so that the judging half is neither asked nor shown."""


def run(files: Sequence[Path], settings: Settings, log: Path | None = None) -> ExitCode:
    """Ask the files, or else the pack's own questions; add a line to `log` where one is given.

    Raises PackRefusedError, QuestionsMissingError, QuestionsRefusedError, LogUnwritableError.
    """
    base = open_pack(settings)
    paths = list(files) or [settings.pack_dir / FOLDER]
    goldens = load(paths) if files or paths[0].is_dir() else ()
    if not goldens:
        raise QuestionsMissingError(paths[0].absolute())
    engine = build_engine(base, reader=terminal_reader(settings))

    def wording(result: Result, now: datetime) -> Worded:
        reply = rendering.render(result, base, now)
        return Worded(reply.plain, len(reply.folded))

    for name, some in _sections(goldens, paths).items():
        judged = judge_all(some, engine, wording)
        typer.echo(
            "\n".join(
                [
                    f"== {name}: {len(some)} questions",
                    *table(judged),
                    "",
                    *by_form(judged),
                    *calibration(judged),
                ]
            )
        )
        typer.echo(speed(judged))
        typer.echo(lengths(judged))
        if log is not None and name != Half.TUNING:
            _append(log, judged)
            typer.echo(f"(a line was added to {log})")
        typer.echo("\n".join(["", *failures(judged), ""]))
    return ExitCode.OK


def _sections(goldens: Sequence[Golden], paths: Sequence[Path]) -> dict[str, list[Golden]]:
    """The questions by the name of the section that reports them; no section is empty."""
    if not all(path.resolve().is_relative_to(TUNED_ON.resolve()) for path in paths):
        return {"all": list(goldens)}
    only = os.environ.get(HALF) or None
    halves = [half for half in Half if only in (None, half)]
    found = {half.value: [golden for golden in goldens if golden.half is half] for half in halves}
    return {name: some for name, some in found.items() if some}


def _append(log: Path, judged: Sequence[JudgedReply]) -> None:
    """One line a run, [right, all] by family: the log shows how often a judging set was looked at."""
    counts = {}
    for family, kinds in FAMILIES.items():
        some = [one for one in judged if one.golden.kind in kinds]
        if some:
            counts[family] = [sum(one.verdict is Verdict.RIGHT for one in some), len(some)]
    try:
        with log.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(counts, ensure_ascii=False) + "\n")
    except OSError as error:
        raise LogUnwritableError(log.absolute(), error.strerror or str(error)) from None
