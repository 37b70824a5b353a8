"""What a trial has shown: how often each question was answered, and which second answers have a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MARKING = 2.0
"""Seconds after an answer in which it may not be recorded yet, so that a kill brings it again."""
_ERROR = re.compile(r"\[(?:error|critical) *\]|\"level\": \"(?:error|critical)\"")
DATABASE = "PostgreSQL"
Outages = Sequence[tuple[str, float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """Of questions or of reminders. `times`: how many chats got 0, 1, 2 and 3 or more;
    `unexplained`: chats with a message too many that neither a kill nor a failed call explains; `apart`:
    those whose update two processes got at once while they could not ask the database for each other.
    """

    expected: int
    times: Mapping[str, int]
    unexplained: tuple[int, ...]
    apart: tuple[int, ...]
    lost: tuple[int, ...]

    @property
    def good(self) -> bool:
        return not (self.times["0"] or self.times["3+"] or self.unexplained)


def count_messages(
    expected: Sequence[int],
    got: Mapping[int, Sequence[float]],
    taken: Mapping[int, int],
    kills: Sequence[float],
    outages: Outages,
    twice: Mapping[int, float] | None = None,
) -> Messages:
    """`taken`: sends by chat that arrived although their caller saw a failure; each may come again.
    `twice`: when updates were delivered to two processes at once, by chat.
    """
    times = Counter({"0": 0, "1": 0, "2": 0, "3+": 0})
    unexplained: list[int] = []
    apart: list[int] = []
    lost: list[int] = []
    for chat in expected:
        moments = got.get(chat, ())
        excess = len(moments) - 1 - taken.get(chat, 0)
        # Two processes that cannot ask for each other may answer once each; a kill may bring one again.
        away = twice is not None and chat in twice and _is_away(twice[chat], outages)
        counted = len(moments) - away if len(moments) > 2 else len(moments)
        times[_class(counted if excess > 0 else min(len(moments), 1))] += 1
        if not moments:
            lost.append(chat)
        if excess > 0 and not _killed_between(moments[0], moments[-1], kills, outages):
            (apart if away else unexplained).append(chat)
    return Messages(
        expected=len(expected),
        times=dict(times),
        unexplained=tuple(unexplained),
        apart=tuple(apart),
        lost=tuple(lost),
    )


def _is_away(at: float, outages: Outages) -> bool:
    """Whether the database could not be asked when an update came."""
    return any(name == DATABASE and start - MARKING <= at <= end + MARKING for name, start, end in outages)


def _class(number: int) -> str:
    return str(number) if number < 3 else "3+"


def _killed_between(first: float, last: float, kills: Sequence[float], outages: Outages) -> bool:
    """Whether a kill came after the first message and before it was surely recorded."""
    recorded = first + MARKING
    for _, start, end in outages:
        if start - MARKING <= first <= end:
            recorded = max(recorded, end + MARKING)
    return any(first <= kill <= min(recorded, last) for kill in kills)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds from question to answer; of those asked in an outage, the share answered before its end."""

    median: float
    p99: float
    longest: float
    in_outage: int
    answered_in_outage: int


def measure_waits(
    asked: Mapping[int, float], got: Mapping[int, Sequence[float]], outages: Outages, least: float = 2.5
) -> Waits:
    """An outage counts for a question asked at least `least` seconds before its end."""
    waits = sorted(got[chat][0] - at for chat, at in asked.items() if got.get(chat))
    ends = {chat: end for chat, at in asked.items() for _, start, end in outages if start < at < end - least}
    within = sum(bool(got.get(chat)) and got[chat][0] <= end for chat, end in ends.items())
    return Waits(
        median=_at(waits, 0.5),
        p99=_at(waits, 0.99),
        longest=_at(waits, 1.0),
        in_outage=len(ends),
        answered_in_outage=within,
    )


def _at(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))] if waits else 0.0


def unhandled(lines: Sequence[str]) -> list[str]:
    """Tracebacks, each by its last line, and lines of level error."""
    found, starts = [], [number for number, line in enumerate(lines) if line.startswith("Traceback ")]
    for start in starts:
        end = next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in ("", " ")), start)
        found.append(lines[end])
    return found + [line for line in lines if _ERROR.search(line)]
