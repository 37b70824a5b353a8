"""`python -m tests.bench_bot.growth [--updates N]`: memory under a long load; exit code 1 where it grows."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.bench_bot.contenders import contenders
from tests.bench_bot.trial import webhooks

MAX_GROWTH = 0.05
"""Of the memory after a tenth of the updates."""
_SLICE = 5.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench_bot.growth")
    parser.add_argument("--updates", type=int, default=200_000)
    chosen = parser.parse_args()
    after_tenth, at_end = asyncio.run(_memory(chosen.updates))
    print(
        f"memory: {after_tenth:.0f} MB after a tenth of {chosen.updates} updates, {at_end:.0f} MB at the end"
    )
    return 1 if at_end > after_tenth * (1 + MAX_GROWTH) else 0


async def _memory(updates: int) -> tuple[float, float]:
    """Megabytes after a tenth of the updates and after all, by webhook on SQLite."""
    with tempfile.TemporaryDirectory() as name:
        contender, *_ = await contenders(Path(name), ("sqlite",))
        async with webhooks(contender, Path(name)) as (readers, bots):
            answered, after_tenth = 0, 0.0
            while answered < updates:
                answered += (await readers.closed_loop(bots, _SLICE)).answered
                if not after_tenth and answered * 10 >= updates:
                    after_tenth = bots[0].memory()
            return after_tenth, bots[0].memory()


if __name__ == "__main__":
    raise SystemExit(main())
