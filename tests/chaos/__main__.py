"""`python -m tests.chaos [--seconds N]`: both trials, their figures; exit code 1 where one fails."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter

from tests.chaos.plan import Plan, Result
from tests.chaos.reckoning import Messages
from tests.chaos.trial import polling_trial, web_trial

TRIALS = {"web": web_trial, "polling": polling_trial}
POLLING_SHARE = 0.3
"""Of the time, for the trial with fewer kinds of faults."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--seconds", type=float, default=600, help="of load, in both trials together")
    parser.add_argument("--rate", type=float, default=6.0, help="questions a second")
    parser.add_argument("--followers", type=int, default=300, help="reminders a minute")
    parser.add_argument("--seed", type=int, default=2015)
    parser.add_argument("--only", choices=TRIALS)
    chosen = parser.parse_args()
    good = True
    for name, trial in TRIALS.items():
        if chosen.only not in (None, name):
            continue
        share = 1.0 if chosen.only else POLLING_SHARE if name == "polling" else 1 - POLLING_SHARE
        plan = Plan(
            seconds=chosen.seconds * share, rate=chosen.rate, followers=chosen.followers, seed=chosen.seed
        )
        result = asyncio.run(trial(plan))
        print("\n".join(_lines(result)), flush=True)
        good = good and result.good
    print("everything held" if good else "NOT everything held")
    return 0 if good else 1


def _lines(result: Result) -> list[str]:
    waits = result.waits
    rows = {
        "questions": _counts(result.questions),
        "reminders": _counts(result.reminders),
        "apologies": str(result.apologies),
        "waits": f"median {waits.median:.2f} s, p99 {waits.p99:.1f} s, longest {waits.longest:.1f} s",
        "asked in an outage": f"{waits.in_outage}, answered before its end: {waits.answered_in_outage}",
        "faults": ", ".join(f"{name} {count}" for name, count in sorted(result.faults.items())),
        "kills": str(result.kills),
        "ended by themselves": ", ".join(result.exits) or "none",
        "memory at the end": ", ".join(f"{name} {size:.0f} MB" for name, size in result.memory.items()),
        "unhandled exceptions": str(len(result.exceptions)),
    }
    found = Counter(line[-160:] for line in result.exceptions).most_common(12)
    return [
        result.name,
        *(f"  {name:<22}{value}" for name, value in rows.items()),
        *(f"    {count} x {line}" for line, count in found),
        *(f"    {line}" for line in result.story),
        *([] if result.good else [f"  logs: {result.logs}"]),
    ]


def _counts(messages: Messages) -> str:
    parts = [
        ", ".join(f"{count} answered {name} times" for name, count in messages.times.items()),
        f"{len(messages.unexplained)} too often without a reason",
        f"{len(messages.too_often)} more than twice by the bot",
        *(f"{count} {reason}" for reason, count in messages.reasons.items()),
        f"longest from an answer to the kill that brought it again: {messages.longest:.2f} s",
    ]
    return f"{messages.expected}: {'; '.join(parts)}"


raise SystemExit(main())
