"""Runs the real program as a process with an environment of its own: forked, or started cold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from coverage import Coverage

from tests.forkserver.client import CompletedRun, fork_server
from tests.forkserver.protocol import SpawnRequest

PROJECT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "HOME", "TMPDIR")
_MEASURING = {
    "COVERAGE_PROCESS_START": str(PROJECT / "pyproject.toml"),
    "COVERAGE_FILE": str(PROJECT / os.environ.get("COVERAGE_FILE", ".coverage")),
}


_PATIENCE = 60.0


def spravka(
    *arguments: str,
    stdin: str | bytes = b"",
    environ: Mapping[str, str] | None = None,
    cwd: Path = PROJECT,
    measured: bool = False,
) -> CompletedRun:
    """`python -m bot …` to its end; `measured` counts it for coverage, which makes it three times as long."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return fork_server().run(
        spawn_request(*arguments, environ=environ, cwd=cwd, measured=measured), given, _PATIENCE
    )


def spravka_cold(*arguments: str, stdin: str = "") -> CompletedRun:
    """The same as a person starts it: imports, a pipe and a locale that is not UTF-8 from the start."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin.encode(),
        env=clean(),
        cwd=PROJECT,
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    return CompletedRun(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def spawn_request(
    *arguments: str,
    environ: Mapping[str, str] | None = None,
    cwd: Path = PROJECT,
    measured: bool = False,
) -> SpawnRequest:
    """The request to the fork server for `python -m bot …`."""
    return SpawnRequest(arguments=arguments, environ=clean(environ, measured=measured), cwd=str(cwd))


def clean(environ: Mapping[str, str] | None = None, *, measured: bool = False) -> dict[str, str]:
    """Only what a process needs to start, and `environ`; a locale that is not UTF-8."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    measuring = _MEASURING if measured and Coverage.current() else {}
    own = {"PYTHONPATH": str(PROJECT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    return {**kept, **measuring, **own, **(environ or {})}
