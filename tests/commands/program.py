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


_TIMEOUT = 60.0


def spravka(
    *arguments: str,
    stdin: str | bytes = b"",
    environ: Mapping[str, str] | None = None,
    cwd: Path = PROJECT,
    measured: bool = False,
) -> CompletedRun:
    """Run `python -m bot …` to its end, unless asked otherwise without the trained reader: it takes seconds.

    `measured`: with coverage, which takes three times as long.
    """
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return fork_server().run(
        spawn_request(*arguments, environ=environ, cwd=cwd, measured=measured), given, _TIMEOUT
    )


def spravka_cold(*arguments: str, stdin: str = "") -> CompletedRun:
    """The same in a new process, which imports everything itself."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin.encode(),
        env=clean(),
        cwd=PROJECT,
        capture_output=True,
        timeout=_TIMEOUT,
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
    without_reader = {"READER": "off", **(environ or {})}
    return SpawnRequest(arguments=arguments, environ=clean(without_reader, measured=measured), cwd=str(cwd))


def clean(environ: Mapping[str, str] | None = None, *, measured: bool = False) -> dict[str, str]:
    """The variables that a process needs to start, a locale that is not UTF-8, and `environ`."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    measuring = _MEASURING if measured and Coverage.current() else {}
    own = {"PYTHONPATH": str(PROJECT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    return {**kept, **measuring, **own, **(environ or {})}
