"""What a trial has shown: how often each question was answered, and the reason of each further answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MARKING = 1.0
"""Seconds after an answer in which it may not be recorded yet, so that a kill brings it again."""
UNDER_WAY = 0.25
"""Seconds after a kill in which a call that was sent before it may still arrive."""
SHARED = 5.0
"""Seconds after an outage in which two processes may still answer what both have of it."""
DATABASE = "PostgreSQL"
Outages = Sequence[tuple[str, float, float]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A message: when it arrived, monotonic, and the name of the process that sent it. `failed`: the Bot API
    took it, and its caller saw a failure.
    """

    at: float
    by: str
    failed: bool = False


class Reason(StrEnum):
    """Why a message may come once more. Nothing else may bring it again."""

    RESET = "taken and then failed"
    """The Bot API carried out the call, and its caller saw a failure."""
    KILL = "in flight at a kill"
    """Its process was killed before the message could be recorded."""
    APART = "with two processes while the database was away"
    """The update was in flight then; they could not ask it for each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What was done to a trial. `kills`: of which process and when; `asked`: when a chat asked. `outages`:
    also those that a process saw, until it noticed their end.
    """

    kills: Sequence[tuple[str, float]] = ()
    outages: Outages = ()
    asked: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """Of questions or of reminders. `times`: how many chats got 0, 1, 2 and 3 or more; `reasons`: of the
    further ones; `unexplained`, `lost`, `too_often`: chats. `longest`: seconds from a message to the kill
    that brought it again, where the database could be written to.
    """

    expected: int
    times: Mapping[str, int]
    reasons: Mapping[Reason, int]
    unexplained: tuple[int, ...]
    lost: tuple[int, ...]
    too_often: tuple[int, ...]
    longest: float

    @property
    def good(self) -> bool:
        return not (self.lost or self.unexplained or self.too_often)


def count_messages(
    expected: Sequence[int], got: Mapping[int, Sequence[Sent]], faults: Faults = Faults()
) -> Messages:
    """Every message but the first of its chat needs a reason of its own."""
    times = Counter({"0": 0, "1": 0, "2": 0, "3+": 0})
    reasons: Counter[Reason] = Counter()
    unexplained, lost, too_often, gaps = [], [], [], [0.0]
    for chat in expected:
        messages = sorted(got.get(chat, ()), key=lambda one: one.at)
        times[str(len(messages)) if len(messages) < 3 else "3+"] += 1
        if not messages:
            lost.append(chat)
        found = _Chat(chat, messages, faults)
        own = [found.reason(place) for place in range(1, len(messages))]
        reasons.update(one for one in own if one)
        gaps += found.gaps
        if None in own:
            unexplained.append(chat)
        if 1 + sum(one is not Reason.RESET and one is not Reason.APART for one in own) > 2:
            too_often.append(chat)
    return Messages(
        expected=len(expected),
        times=dict(times),
        reasons=dict(reasons),
        unexplained=tuple(unexplained),
        lost=tuple(lost),
        too_often=tuple(too_often),
        longest=max(gaps),
    )


class _Chat:
    """Finds the reasons of one chat's messages; each fault is the reason of one."""

    def __init__(self, chat: int, messages: Sequence[Sent], faults: Faults) -> None:
        self.gaps: list[float] = []
        self._messages = messages
        self._faults = faults
        self._failed = [place for place, one in enumerate(messages) if one.failed]
        self._asked = faults.asked.get(chat)

    def reason(self, place: int) -> Reason | None:
        before, message = self._messages[:place], self._messages[place]
        if self._failed and self._failed[0] < place:
            del self._failed[0]
            return Reason.RESET
        if any(self._killed(one, message) for one in before):
            return Reason.KILL
        others = any(one.by != message.by for one in before)
        soon = self._is_away(message.at - SHARED, message.at)
        if self._asked is not None and others and soon and self._is_away(self._asked, before[0].at):
            self._asked = None
            return Reason.APART
        return None

    def _killed(self, first: Sent, again: Sent) -> bool:
        """Whether the process of a message was killed after it and before it was surely recorded."""
        recorded, is_away = first.at + MARKING, False
        for name, start, end in self._faults.outages:
            if name == DATABASE and start - MARKING <= first.at <= end:
                recorded, is_away = max(recorded, end + MARKING), True
        for name, kill in self._faults.kills:
            if name == first.by and first.at - UNDER_WAY <= kill <= min(recorded, again.at):
                self.gaps += [] if is_away else [max(0.0, kill - first.at)]
                return True
        return False

    def _is_away(self, since: float, until: float) -> bool:
        """Whether the database could not be asked at some time from one moment to another."""
        return any(
            name == DATABASE and start - MARKING <= until and since <= end + MARKING
            for name, start, end in self._faults.outages
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds from question to answer; of those asked in an outage, the share answered before its end."""

    median: float
    p99: float
    longest: float
    in_outage: int
    answered_in_outage: int


def measure_waits(
    asked: Mapping[int, float], got: Mapping[int, Sequence[Sent]], outages: Outages, least: float = 2.5
) -> Waits:
    """An outage counts for a question asked at least `least` seconds before its end."""
    waits = sorted(got[chat][0].at - at for chat, at in asked.items() if got.get(chat))
    ends = {chat: end for chat, at in asked.items() for _, start, end in outages if start < at < end - least}
    within = sum(bool(got.get(chat)) and got[chat][0].at <= end for chat, end in ends.items())
    return Waits(
        median=_at(waits, 0.5),
        p99=_at(waits, 0.99),
        longest=_at(waits, 1.0),
        in_outage=len(ends),
        answered_in_outage=within,
    )


def _at(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))] if waits else 0.0
