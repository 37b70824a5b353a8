"""The program as a process: a cold start of `spravka ask`, and the time per line of `ask --jsonl`."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_COMMAND = (sys.executable, "-m", "bot", "ask")
_PROJECT = Path(__file__).resolve().parents[2]
_COLD_STARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTimings:
    """Milliseconds from writing a line to reading its answer, and the engine's share."""

    wall: tuple[float, ...]
    engine: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdStart:
    """Seconds of a new process that answers one question: medians of five."""

    processor: float
    wall: float


def line_to_line(questions: Sequence[str]) -> LineTimings:
    """Each question in a chat of its own, written after the previous answer was read."""
    wall, engine = [], []
    with subprocess.Popen(
        [*_COMMAND, "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_PROJECT, env=_environ()
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        # The first line also waits for the start of the process: not counted.
        for number, question in enumerate(["начало", *questions]):
            line = json.dumps({"chat": str(number), "text": question}, ensure_ascii=False).encode() + b"\n"
            started = time.perf_counter()
            program.stdin.write(line)
            program.stdin.flush()
            answer = program.stdout.readline()
            if number:
                wall.append((time.perf_counter() - started) * 1000)
                engine.append(float(json.loads(answer)["ms"]))
        program.stdin.close()
    return LineTimings(wall=tuple(wall), engine=tuple(engine))


def cold_start(question: str) -> ColdStart:
    processor, wall = [], []
    for _ in range(_COLD_STARTS):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([*_COMMAND, question], cwd=_PROJECT, env=_environ(), check=True, capture_output=True)
        wall.append(time.perf_counter() - started)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return ColdStart(processor=median(processor), wall=median(wall))


def _environ() -> dict[str, str]:
    """This shell's environment, with the shipped pack and the real clock."""
    chosen = {name: value for name, value in os.environ.items() if name not in {"PACK_DIR", "SPRAVKA_NOW"}}
    return {**chosen, "PYTHONPATH": str(_PROJECT)}
