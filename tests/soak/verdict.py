"""What a run showed, in numbers: rates, losses, duplicates, memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WARM = 5.0
"""Seconds after its start from which a process is weighed: by then it delivers."""
MOST_PER_SECOND, LEAST_PER_SECOND, MOST_GROWTH = 30, 27.0, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A 429: from when, and for how long Telegram asked for silence; seconds."""

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
    """Sends a second over the time in which no pause was in force and some worker was at work."""
    paused = [(pause.at, pause.end) for pause in pauses]
    working = subtract(alive, paused)
    seconds = sum(end - start for start, end in working)
    sends = sum(any(start <= at < end for start, end in working) for at in times)
    return sends / seconds if seconds else 0.0


def at_work(lives: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spans in which some worker was alive, put together from their lives."""
    spans: list[tuple[float, float]] = []
    for start, end in sorted(lives):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def subtract(
    spans: Sequence[tuple[float, float]], holes: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """What is left of the spans without the holes."""
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


def disobeyed(times: Sequence[float], pauses: Sequence[Pause], on_the_way: float = 0.3) -> int:
    """Sends during a pause, those apart that were on their way when it was asked for."""
    return sum(any(pause.at + on_the_way < at < pause.end for pause in pauses) for at in times)


def growth(weights: dict[int, list[tuple[float, float]]]) -> float:
    """The most MB that any process gained after it had started."""
    found = [0.0]
    for samples in weights.values():
        warm = [weight for age, weight in samples if age > WARM]
        if warm:
            found.append(max(warm) - warm[0])
    return max(found)


def duplicates(sent: Counter[int]) -> int:
    return sum(count - 1 for count in sent.values() if count > 1)
