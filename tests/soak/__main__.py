"""`python -m tests.soak [--full]`: trials with one worker and with three; figures and a plot."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from tests.soak import verdict
from tests.soak.plot import draw
from tests.soak.trial import Result, run

FOLLOWERS, DELIVERED = 100_000, 10_000
PLOT = Path(__file__).resolve().parents[2] / "docs" / "soak.png"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--full", action="store_true", help="deliver to every follower")
    parser.add_argument("--followers", type=int, default=FOLLOWERS)
    parser.add_argument("--deliver", type=int, default=DELIVERED)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 3])
    parser.add_argument("--seed", type=int, default=2015)
    parser.add_argument("--plot", type=Path, default=PLOT)
    chosen = parser.parse_args()
    deliver = chosen.followers if chosen.full else chosen.deliver
    results = []
    for workers in chosen.workers:
        print(f"{workers} worker(s): {deliver} of {chosen.followers} messages", flush=True)
        results.append(asyncio.run(run(workers, chosen.followers, deliver, chosen.seed)))
        print("\n".join(_lines(results[-1])), flush=True)
    draw(results, chosen.plot)
    print(f"plot: {chosen.plot.name}")
    failed = [failure for result in results for failure in _failures(result)]
    print("\n".join(failed) if failed else "everything held")
    return 1 if failed else 0


def _lines(result: Result) -> list[str]:
    rows = {
        "planned": f"{result.planned} in {result.planning:.1f} s",
        "claimed": f"{result.planned} in {result.claiming:.1f} s",
        "delivered": f"{result.delivered}; refused by blocked chats: {result.refused}",
        "lost": str(result.lost),
        "duplicates": f"{result.duplicates}; {result.in_flight} were in flight at {result.kills} kills, "
        f"{result.by_resets} were taken and then reset",
        "busiest second": f"{result.busiest} requests",
        "rate outside pauses": f"{result.rate:.2f} requests a second, {result.taken_rate:.2f} of them taken",
        "pauses asked for": f"{result.pauses}; requests during them: {result.disobeyed}",
        "memory gained": f"{result.growth:.0f} MB",
    }
    return [f"  {name:<20} {value}" for name, value in rows.items()]


def _failures(result: Result) -> list[str]:
    wrong = {
        "messages were lost": result.lost > 0,
        "more duplicates than were in flight": result.duplicates > result.in_flight + result.by_resets,
        "more than 30 requests in a second": result.busiest > verdict.MAX_PER_SECOND,
        "slower than 27 a second": result.rate < verdict.MIN_PER_SECOND,
        "a pause was not obeyed": result.disobeyed > 0,
        "memory grew": result.growth > verdict.MAX_GROWTH,
    }
    return [f"{result.workers} worker(s): {text}" for text, found in wrong.items() if found]


raise SystemExit(main())
