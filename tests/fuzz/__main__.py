"""`python -m tests.fuzz [--updates N]`: figures; exit code 1 for a 500, a traceback or growing memory."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from tests.forkserver.client import close_fork_server
from tests.fuzz.posting import ALLOWED
from tests.fuzz.trial import fuzz

MAX_GROWTH = 0.05


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2015)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    report = asyncio.run(fuzz(chosen.updates, chosen.seed, folder))
    close_fork_server()
    print(f"statuses: {dict(report.statuses)}; {sum(report.statuses.values()) / report.seconds:.0f} a second")
    print(f"memory: {report.memory[0]:.0f} MB after a tenth, {report.memory[1]:.0f} MB at the end")
    print(f"unhandled exceptions: {len(report.exceptions)}; next question answered: {report.answered}")
    for line, count in Counter(one[-150:] for one in report.exceptions).most_common(20):
        print(f"  {count} x {line}")
    for status, body in report.bad:
        print(f"  {status}: {body[:300]!r}")
    good = report.answered and not report.exceptions and report.statuses.keys() <= ALLOWED
    if good and report.growth < MAX_GROWTH:
        shutil.rmtree(folder)
        return 0
    print(f"log: {folder}")
    return 1


raise SystemExit(main())
