"""Runs the real program as a process, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coverage import Coverage

PROJECT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "HOME", "TMPDIR")
_MEASURING = {
    "COVERAGE_PROCESS_START": str(PROJECT / "pyproject.toml"),
    "COVERAGE_FILE": str(PROJECT / os.environ.get("COVERAGE_FILE", ".coverage")),
}


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
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    measuring = _MEASURING if measured and Coverage.current() else {}
    own = {"PYTHONPATH": str(PROJECT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    return {**kept, **measuring, **own, **(environ or {})}
