"""`python -m tests.mutation [--each N] [--seed N] [PACKAGE...]`: tries sampled mutants, lists survivors."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.mutation.line_tests import LineTests
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.targets import TESTS, modules, tests
from tests.mutation.trial import Outcome, Workplace

PROJECT = Path(__file__).resolve().parents[2]
_EQUIVALENT = Path(__file__).with_name("equivalent.tsv")
_EACH, _SEED = 25, 2015


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument(
        "packages", nargs="*", metavar="PACKAGE", help=f"of {', '.join(TESTS)}; all by default"
    )
    parser.add_argument("--each", type=int, default=_EACH, help="mutants of each package; 0 for all")
    parser.add_argument("--seed", type=int, default=_SEED, help="chooses the sample")
    chosen = parser.parse_args()
    if unknown := set(chosen.packages) - set(TESTS):
        parser.error(f"no such package: {', '.join(sorted(unknown))}")
    workplace = Workplace(PROJECT)
    try:
        results = [
            _package(workplace, package, chosen.each, chosen.seed) for package in chosen.packages or TESTS
        ]
    finally:
        workplace.close()
    return 0 if all(results) else 1


def _package(workplace: Workplace, package: str, each: int, seed: int) -> bool:
    """Try a package; whether its tests pass without a mutant."""
    names = modules(workplace.root, package)
    everything = list(dict.fromkeys(file for name in names for file in tests(workplace.root, name)))
    began = time.monotonic()
    if workplace.run(everything, 1_800, traced=True) is not Outcome.SURVIVED:
        print(f"{package}: the tests fail without a mutant\n{workplace.log()[-2_000:]}", flush=True)
        return False
    patience = 30 + 3 * (time.monotonic() - began)
    line_tests = LineTests(workplace.root)
    counts = Counter[Outcome]()
    for mutant in sample(names, workplace.root, each, Random(seed)):
        outcome = _try(
            workplace, mutant, line_tests.of(mutant) or tests(workplace.root, mutant.module), patience
        )
        counts[outcome] += 1
        if outcome is Outcome.SURVIVED:
            print("\n".join(_lines(mutant)), flush=True)
    print(f"{package}: " + ", ".join(f"{counts[one]} {one.value}" for one in Outcome), flush=True)
    return True


def _try(workplace: Workplace, mutant: Mutant, chosen: Sequence[str], patience: float) -> Outcome:
    original = (workplace.root / mutant.module).read_text("utf-8")
    workplace.write(mutant.module, mutant.source)
    try:
        return workplace.run(chosen, patience)
    finally:
        workplace.write(mutant.module, original)


def sample(names: Sequence[str], root: Path, each: int, random: Random) -> list[Mutant]:
    """Mutants of a package, without those known to be equivalent; the same for the same source and seed."""
    known = equivalent()
    found = [
        mutant
        for name in names
        for mutant in mutants(name, (root / name).read_text("utf-8"))
        if mutant.key not in known
    ]
    return found if each == 0 or each >= len(found) else random.sample(found, each)


def equivalent() -> set[tuple[str, str, str]]:
    """Mutants that behave as the code does: module, line before, line after; each with its reason."""
    rows = (
        line.split("\t") for line in _EQUIVALENT.read_text("utf-8").splitlines() if line[:1] not in ("", "#")
    )
    return {(module, before, after) for module, before, after, _reason in rows}


def _lines(mutant: Mutant) -> Iterator[str]:
    yield f"{mutant.module}:{mutant.line}"
    yield from (f"  - {line.strip()}" for line in mutant.before.splitlines())
    yield from (f"  + {line.strip()}" for line in mutant.after.splitlines())


if __name__ == "__main__":
    sys.exit(main())
