"""`python -m tests.bench_bot.flood`: what others wait while one person asks 200 questions in a second; exit
code 1 where it is more than twice as long.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench_bot.contenders import contenders, unpaced
from tests.bench_bot.load import Load, Readers
from tests.bench_bot.trial import WARM_UP, webhooks

SLOWER = 2.0
"""Times the p99 of the same readers without the flood, in the same run."""
QUESTIONS, WITHIN, EVERY = 200, 1.0, 4.0
"""A flood: so many questions within so many seconds, from another person each time, begun so often."""
OTHERS = 0.25
"""What the other readers ask, as a share of what the bot can answer."""
_READ = 10.0
"""Seconds of load in which the trained reader reads the base for the first time."""
_SETTLED = 3.0
"""Seconds after the last flood in which its questions are answered or left."""
_PERSON = 50_000_000


@dataclass(slots=True)
class Waits:
    """Seconds until each of the other readers had a reply, without and with floods."""

    calm: list[float] = field(default_factory=list)
    flooded: list[float] = field(default_factory=list)
    rate: float = 0.0
    """Questions a second of those readers."""
    floods: int = 0
    processor: float = 0.0
    """Seconds of the bot's processor time that the floods took."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench_bot.flood")
    parser.add_argument("--rounds", type=int, default=4, help="each with a calm and a flooded part")
    parser.add_argument("--seconds", type=float, default=12.0, help="of each part")
    chosen = parser.parse_args()
    waits = asyncio.run(_run(chosen.rounds, chosen.seconds))
    calm, flooded = _summary(waits.calm), _summary(waits.flooded)
    ratio = flooded.quantile(0.99) / calm.quantile(0.99)
    print(f"others, {waits.rate:.0f} questions a second ({OTHERS:.0%} of what it can), p50 / p99 in ms:")
    print(f"  calm:    {calm.quantile(0.5):.0f} / {calm.quantile(0.99):.0f} of {calm.answered}")
    print(f"  flooded: {flooded.quantile(0.5):.0f} / {flooded.quantile(0.99):.0f} of {flooded.answered}")
    print(f"  a flood took {waits.processor / waits.floods * 1000:.0f} ms of the bot's processor time")
    met = "met   " if ratio <= SLOWER else "MISSED"
    print(
        f"{met} {waits.floods} floods of {QUESTIONS} questions: {ratio:.2f} times the p99"
        f" (asked: at most {SLOWER:.2f})"
    )
    return 0 if ratio <= SLOWER else 1


async def _run(rounds: int, seconds: float) -> Waits:
    waits = Waits()
    with tempfile.TemporaryDirectory() as name:
        contender, *_ = await contenders(Path(name), ("sqlite",))
        async with webhooks(unpaced(contender), Path(name)) as (readers, bots):
            await readers.closed_loop(bots, _READ)
            waits.rate = (await readers.closed_loop(bots, WARM_UP)).per_second * OTHERS
            for _ in range(rounds):
                calm = await readers.steady(bots, seconds, waits.rate)
                waits.calm += calm.latencies
                async with _floods(readers, waits):
                    flooded = await readers.steady(bots, seconds, waits.rate)
                waits.flooded += flooded.latencies
                waits.processor += flooded.processor - calm.processor
                await asyncio.sleep(_SETTLED)
    return waits


@asynccontextmanager
async def _floods(readers: Readers, waits: Waits) -> AsyncIterator[None]:
    """During the block one person after another asks as fast as a script can; the last one is waited for."""
    over = asyncio.Event()

    async def flood() -> None:
        while not over.is_set():
            waits.floods += 1
            await readers.pour(_PERSON + waits.floods, QUESTIONS, WITHIN)
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY - WITHIN):
                    await over.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(flood())
        try:
            yield
        finally:
            over.set()


def _summary(latencies: list[float]) -> Load:
    return Load(answered=len(latencies), seconds=1.0, processor=0.0, latencies=tuple(latencies))


if __name__ == "__main__":
    raise SystemExit(main())
