"""`python -m tests.fuzz [--updates N | --packs N | --settings N]`: figures; exit code 1 for a 500, a
traceback, a hang, an error that names nothing, or growing memory.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from tests.forkserver.client import close_fork_server
from tests.fuzz.outcomes import Outcomes
from tests.fuzz.pack_trial import fuzz_packs
from tests.fuzz.posting import ALLOWED
from tests.fuzz.settings_trial import fuzz_settings
from tests.fuzz.trial import fuzz

MAX_GROWTH = 0.05
_UPDATES = 100_000
_JUDGED_FROM = 20_000
"""Updates: in a shorter run the caches are still filling after its tenth, so its growth is only shown."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--updates", type=int, default=_UPDATES)
    what.add_argument("--packs", type=int, help="mutations of a valid pack, through spravka check")
    what.add_argument("--settings", type=int, help="variables and settings files, each with a start of a bot")
    parser.add_argument("--seed", type=int, default=2015)
    chosen = parser.parse_args()
    if chosen.packs:
        with tempfile.TemporaryDirectory() as name:
            return _report(fuzz_packs(chosen.packs, chosen.seed, Path(name)))
    if chosen.settings:
        return _report(fuzz_settings(chosen.settings, chosen.seed))
    return _fuzz_updates(chosen.updates, chosen.seed)


def _report(outcomes: Outcomes) -> int:
    print(", ".join(f"{count} {name}" for name, count in outcomes.counts.most_common()))
    print(f"longest: {outcomes.longest:.1f} s; failures: {len(outcomes.failures)}")
    for line in outcomes.failures[:20]:
        print(f"  {line}")
    return 1 if outcomes.failures else 0


def _fuzz_updates(number: int, seed: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    report = asyncio.run(fuzz(number, seed, folder))
    close_fork_server()
    print(f"statuses: {dict(report.statuses)}; {sum(report.statuses.values()) / report.seconds:.0f} a second")
    print(f"memory: {report.memory[0]:.0f} MB after a tenth, {report.memory[1]:.0f} MB at the end")
    print(f"unhandled exceptions: {len(report.exceptions)}; next question answered: {report.answered}")
    for line, count in Counter(one[-150:] for one in report.exceptions).most_common(20):
        print(f"  {count} x {line}")
    for status, body in report.bad:
        print(f"  {status}: {body[:300]!r}")
    good = report.answered and not report.exceptions and report.statuses.keys() <= ALLOWED
    if good and (number < _JUDGED_FROM or report.growth < MAX_GROWTH):
        shutil.rmtree(folder)
        return 0
    print(f"log: {folder}")
    return 1


raise SystemExit(main())
