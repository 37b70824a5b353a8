"""Checks the refusals of all question sets and prints counts; of sets that do not judge, the offenders too.

python -m tests.refusals
python -m tests.refusals --only dialogue --only bank
python -m tests.refusals --root ../before
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.refusals.checking import Checked, Offender, check
from tests.refusals.question_sets import ROOT, question_sets


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", help="the name of a set; all by default")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout whose program is asked")
    given = parser.parse_args()
    done: list[Checked] = []
    _print(f"{'set':28}{'refusals':>9}{'untrue':>8}{'certain':>9}{'near':>7}{'named':>8}")
    for questions in question_sets():
        if given.only and questions.name not in given.only:
            continue
        checked = check(questions, given.root.resolve())
        done.append(checked)
        _print(_row(questions.name, [checked]))
        if not questions.judges:
            for offender in (*checked.untrue, *checked.certain, *checked.nameless):
                _print(_told(offender))
    _print(_row("all", done))


def _row(name: str, some: Sequence[Checked]) -> str:
    near, nameless = sum(one.near for one in some), sum(len(one.nameless) for one in some)
    counts = (sum(one.refusals for one in some), sum(len(one.untrue) for one in some))
    certain = sum(len(one.certain) for one in some)
    named = f"{1 - nameless / near:.3f}" if near else "-"
    return f"{name:28}{counts[0]:9}{counts[1]:8}{certain:9}{near:7}{named:>8}"


def _told(offender: Offender) -> str:
    return f"  {offender.fault}: {offender.ask} | {offender.said} ({offender.rule})"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
