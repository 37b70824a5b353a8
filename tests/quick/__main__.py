"""`python -m tests.quick`: ruff, then mypy on the changed files beside the tests; stops after 30 seconds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.quick.changes import changed_files
from tests.quick.selection import select_tests

PROJECT = Path(__file__).resolve().parents[2]
_TESTS_END, _ALL_ENDS = 24.0, 29.0
"""Seconds after which no further test begins, and after which what still runs is stopped."""


def main() -> int:
    began = time.time()
    changed = changed_files(PROJECT)
    python = [path for path in changed if path.endswith(".py")]
    failed = bool(python) and _lint(python)
    typed = [path for path in python if path.startswith(("bot/", "knowledge/", "tests/"))]
    types = _start("mypy", *typed, niceness=10) if typed else None
    files = select_tests(PROJECT, changed)
    print(f"{len(changed)} files changed, {len(files)} files of tests", flush=True)
    failed |= bool(files) and _test(files, began)
    if types is not None:
        failed |= _finish(types, began, "types: not finished; the next run finds more in the cache of mypy")
    print(f"{'FAILED' if failed else 'ok'} after {time.time() - began:.0f} s", flush=True)
    return int(failed)


def _lint(python: list[str]) -> bool:
    """Whether ruff finds fault."""
    checks = (("check", "--quiet"), ("format", "--check", "--quiet"))
    codes = [_start("ruff", *check, *python).wait() for check in checks]
    return any(codes)


def _test(files: list[str], began: float) -> bool:
    """Whether a test fails."""
    # In one process: a second one would import everything again, and mypy has the other core.
    options = ("-q", "-p", "tests.quick.deadline")
    tests = _start("pytest", *options, *files, QUICK_UNTIL=str(began + _TESTS_END))
    return _finish(tests, began, "tests: stopped; `make test` runs them all")


def _finish(process: subprocess.Popen[bytes], began: float, late: str) -> bool:
    """Whether it finds fault; stopped, with the words `late`, when the time is over."""
    try:
        return process.wait(max(began + _ALL_ENDS - time.time(), 0.1)) != 0
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
        process.wait()
        print(late, flush=True)
        return False


def _start(module: str, *arguments: str, niceness: int = 0, **environ: str) -> subprocess.Popen[bytes]:
    command = ["nice", "-n", str(niceness), sys.executable, "-m", module, *arguments]
    return subprocess.Popen(command, cwd=PROJECT, env={**os.environ, **environ})


if __name__ == "__main__":
    sys.exit(main())
