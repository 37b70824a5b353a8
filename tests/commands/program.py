"""Runs the real program as a process, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "HOME", "TMPDIR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    code: int
    out: str
    err: str


def spravka(
    *arguments: str,
    stdin: str | bytes = b"",
    environ: Mapping[str, str] | None = None,
    cwd: Path = PROJECT,
    measured: bool = False,
) -> Ended:
    """`python -m bot …` to its end; `measured` counts it for coverage, which makes it three times as long."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env=clean(environ, measured=measured),
        cwd=cwd,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ended(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def clean(environ: Mapping[str, str] | None = None, *, measured: bool = False) -> dict[str, str]:
    """Only what a process needs to start, and `environ`; a locale that is not UTF-8."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or (measured and name.startswith("COVERAGE"))
    }
    return {**kept, "PYTHONPATH": str(PROJECT), "LC_ALL": "C", "PYTHONUTF8": "0", **(environ or {})}
