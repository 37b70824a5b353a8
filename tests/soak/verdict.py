"""Figures of a run: rates, duplicates, sends during pauses, memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WARM_UP = 5.0
"""Seconds after its start from which a process's memory counts: by then it delivers."""
MAX_PER_SECOND, MIN_PER_SECOND, MAX_GROWTH = 30, 27.0, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A 429 response: when it was sent, and its retry_after in seconds."""

    at: float
    seconds: float

    @property
    def end(self) -> float:
        return self.at + self.seconds


def busiest_second(times: Sequence[float]) -> int:
    """The most sends in any second, wherever it begins. `times` are in order."""
    most = first = 0
    for last, at in enumerate(times):
        while at - times[first] >= 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def rate(times: Sequence[float], pauses: Sequence[Pause], alive: Sequence[tuple[float, float]]) -> float:
    """Sends a second over the time in which no pause was in force and a worker was running."""
    paused = [(pause.at, pause.end) for pause in pauses]
    working = subtract(alive, paused)
    seconds = sum(end - start for start, end in working)
    sends = sum(any(start <= at < end for start, end in working) for at in times)
    return sends / seconds if seconds else 0.0


def merged(lifetimes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The union of overlapping spans."""
    spans: list[tuple[float, float]] = []
    for start, end in sorted(lifetimes):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def subtract(
    spans: Sequence[tuple[float, float]], holes: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The spans without the holes."""
    left = list(spans)
    for low, high in holes:
        cut: list[tuple[float, float]] = []
        for start, end in left:
            if high <= start or low >= end:
                cut.append((start, end))
                continue
            cut += [(a, b) for a, b in ((start, low), (high, end)) if b > a]
        left = cut
    return left


def sends_during_pauses(times: Sequence[float], pauses: Sequence[Pause], in_flight: float = 0.3) -> int:
    """Sends during a pause, except requests in flight for `in_flight` seconds when it began."""
    return sum(any(pause.at + in_flight < at < pause.end for pause in pauses) for at in times)


def growth(weights: dict[int, list[tuple[float, float]]]) -> float:
    """The largest gain of any process in MB after its warm-up."""
    found = [0.0]
    for samples in weights.values():
        warm = [weight for age, weight in samples if age > WARM_UP]
        if warm:
            found.append(max(warm) - warm[0])
    return max(found)


def duplicates(sent: Counter[int]) -> int:
    return sum(count - 1 for count in sent.values() if count > 1)
