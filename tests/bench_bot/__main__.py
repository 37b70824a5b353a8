"""`python -m tests.bench_bot [--seconds N] [--only NAME ...]`: tables, verdicts and var/bench_bot.json."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from tests.bench_bot import report
from tests.bench_bot.contenders import contenders
from tests.bench_bot.processes import PROJECT
from tests.bench_bot.readers import questions
from tests.bench_bot.trial import measure

_ENGINE_QUESTIONS = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench_bot")
    parser.add_argument("--seconds", type=float, default=15.0, help="of each load")
    parser.add_argument("--only", nargs="*", default=["echo", "sqlite", "postgresql"])
    parser.add_argument("--json", type=Path, default=PROJECT / "var" / "bench_bot.json")
    chosen = parser.parse_args()
    asyncio.run(_run(chosen.seconds, ("echo", *chosen.only), chosen.json))


async def _run(seconds: float, names: tuple[str, ...], json: Path) -> None:
    engine_ms, trials = engine_alone(), []
    with tempfile.TemporaryDirectory() as folder:
        for contender in await contenders(Path(folder), names):
            print(f"measuring: {contender.name}", flush=True)
            trials.append(await measure(contender, Path(folder), seconds))
    report.show(trials, engine_ms, Console(width=130))
    report.write(trials, engine_ms, json)


def engine_alone() -> float:
    """Milliseconds of processor time that the engine takes for one of the same questions."""
    engine, now = Engine(load_pack(PROJECT / "knowledge" / "dialogue")), datetime(2026, 11, 3, tzinfo=UTC)
    asked = list(itertools.islice(questions(), 2 * _ENGINE_QUESTIONS))
    for question in asked[:_ENGINE_QUESTIONS]:
        engine.reply(question, NEW, now)
    began = time.process_time()
    for question in asked[_ENGINE_QUESTIONS:]:
        engine.reply(question, NEW, now)
    return (time.process_time() - began) / _ENGINE_QUESTIONS * 1000


if __name__ == "__main__":
    main()
