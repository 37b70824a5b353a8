"""Packs asked with and without the trained reader in one run; only counts are shown, no question:

python -m tests.fit.reader.compared tests/judging/packs/chess tests/judging/packs/museum
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.evaluation.judging import Verdict, Worded, judge_all
from bot.evaluation.question_files import FOLDER, Golden, load
from bot.replies.answers import rendering
from bot.settings.loading import load_settings
from bot.wiring.reader import build_reader
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from knowledge.results import Result


def count(engine: Engine, goldens: Sequence[Golden]) -> tuple[int, int, float]:
    """Right of those with an answer, right of those without, and milliseconds of processor time each."""
    base: FactBase = engine.base

    def wording(result: Result, now: datetime) -> Worded:
        return Worded(rendering.render(result, base, now).plain)

    began = time.process_time()
    judged = judge_all(goldens, engine, wording)
    took = (time.process_time() - began) / len(goldens) * 1000
    right = [one.golden.must_be_refused for one in judged if one.verdict is Verdict.RIGHT]
    return right.count(False), right.count(True), took


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packs", type=Path, nargs="+")
    reader = build_reader(load_settings(), lambda error: print(error))
    sums = {"without": [0, 0], "with": [0, 0]}
    answered, unanswered = 0, 0
    for pack in parser.parse_args().packs:
        base, goldens = load_pack(pack), load([pack / FOLDER])
        if reader is not None:
            reader.prepare(base)
        refused = sum(one.must_be_refused for one in goldens)
        answered, unanswered = answered + len(goldens) - refused, unanswered + refused
        for name, chosen in (("without", None), ("with", reader)):
            inside, outside, took = count(Engine(base, reader=chosen), goldens)
            sums[name][0] += inside
            sums[name][1] += outside
            print(
                f"{pack.name}, {name}: {inside} of {len(goldens) - refused} in the base, "
                f"{outside} of {refused} refusals, {took:.1f} ms",
                flush=True,
            )
    for name, (inside, outside) in sums.items():
        print(f"all, {name}: {inside} of {answered} in the base, {outside} of {unanswered} refusals")


if __name__ == "__main__":
    main()
