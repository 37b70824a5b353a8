"""Asks a checkout the questions generated from packs, and prints how it answers by kind.

python -m tests.generated
python -m tests.generated --pack tests/tuning/packs/bank --pack knowledge/dialogue --limit 50
python -m tests.generated --all --limit 20
python -m tests.generated --root ../before --misses
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.generated.report import lines
from tests.generated.trial import run
from tests.refusals.question_sets import question_sets

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "knowledge/dialogue"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--pack", type=Path, action="append", help="a pack's folder; the shipped one by default"
    )
    parser.add_argument("--all", action="store_true", help="every pack of the repository")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout whose program is asked")
    parser.add_argument("--limit", type=int, help="questions of one kind from one pack at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="every question that is not answered rightly")
    given = parser.parse_args()
    packs = given.pack or [SHIPPED]
    if given.all:
        # Questions are generated from the facts alone, so nothing of a judging set is read or shown.
        packs = sorted({one.pack for one in question_sets()})
    trials = [
        run(given.root.resolve(), pack, limit=given.limit, seed=given.seed, sets=not given.all)
        for pack in packs
    ]
    for line in lines(trials, misses=given.misses):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
