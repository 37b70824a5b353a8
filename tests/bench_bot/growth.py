"""`python -m tests.bench_bot.growth [--updates N]`: memory under a long load; exit code 1 where it grows."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench_bot.contenders import contenders, unpaced
from tests.bench_bot.trial import webhooks

MAX_GROWTH = 0.05
"""Of the memory after a tenth of the updates."""
_PARTS = 20
"""A line is printed after each, so that a run that is cut short has shown something."""
_SLICE = 5.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench_bot.growth")
    parser.add_argument("--updates", type=int, default=200_000)
    chosen = parser.parse_args()
    memory = asyncio.run(_memory(chosen.updates))
    after_tenth, at_end = memory[_PARTS // 10 - 1], memory[-1]
    print(
        f"memory: {after_tenth:.0f} MB after a tenth of {chosen.updates} updates, {at_end:.0f} MB at the end,"
        f" {at_end / after_tenth - 1:+.1%} (allowed: {MAX_GROWTH:+.0%})"
    )
    return 1 if at_end > after_tenth * (1 + MAX_GROWTH) else 0


async def _memory(updates: int) -> Sequence[float]:
    """Megabytes after each part of the updates, by webhook on SQLite."""
    with tempfile.TemporaryDirectory() as name:
        contender, *_ = await contenders(Path(name), ("sqlite",))
        async with webhooks(unpaced(contender), Path(name)) as (readers, bots):
            answered, began, memory = 0, time.perf_counter(), list[float]()
            while answered < updates:
                answered += (await readers.closed_loop(bots, _SLICE)).answered
                while len(memory) < _PARTS and answered * _PARTS >= updates * (len(memory) + 1):
                    memory.append(bots[0].memory())
                    rate = answered / (time.perf_counter() - began)
                    print(f"{answered:>8} updates {memory[-1]:>6.1f} MB {rate:>5.0f} a second", flush=True)
            return memory


if __name__ == "__main__":
    raise SystemExit(main())
