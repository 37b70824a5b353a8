"""Runs tests against a mutant in a copy of the project; forks a process that has imported the libraries."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

import pytest

_COPIED = ("bot", "knowledge", "tests", "config", "docs", "stubs", "pyproject.toml", "README.md")
_LIBRARIES = (
    *("aiogram", "aiogram_dialog", "aiosqlite", "alembic", "asyncpg", "icalendar"),
    *("pydantic", "pymorphy3", "redis", "sqlalchemy.ext.asyncio", "structlog"),
)


_TRACED = ("--cov=bot", "--cov=knowledge", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")


class Outcome(Enum):
    KILLED = "killed"
    SURVIVED = "survived"
    TIMED_OUT = "timed out"


class Workplace:
    """A copy of the project in a temporary folder, in which one module at a time is mutated."""

    def __init__(self, project: Path) -> None:
        self.root = Path(mkdtemp(prefix="mutation-"))
        self._writes = 0
        ignored = shutil.ignore_patterns("__pycache__", "var")
        for name in _COPIED:
            source, copy = project / name, self.root / name
            if source.is_dir():
                shutil.copytree(source, copy, ignore=ignored)
            elif source.exists():
                shutil.copy(source, copy)
        for library in _LIBRARIES:
            import_module(library)

    def close(self) -> None:
        shutil.rmtree(self.root)

    def write(self, module: str, source: str) -> None:
        """Replace a module. Each write gets a time of its own, else a stale .pyc could stand for it."""
        path = self.root / module
        path.write_text(source, "utf-8")
        self._writes += 10
        os.utime(path, (time.time() + self._writes,) * 2)

    def run(self, tests: Sequence[str], seconds: float, *, traced: bool = False) -> Outcome:
        """The tests up to the first failure; TIMED_OUT counts as noticed too.

        `traced`: which test executed which line goes into the file `.coverage`.
        """
        log = self.root / "run.log"
        pid = os.fork()
        if pid == 0:
            self._become_run(log, [*(_TRACED if traced else ()), *tests])
        return _outcome(pid, seconds)

    def log(self) -> str:
        """What the last run wrote."""
        return (self.root / "run.log").read_text("utf-8", errors="replace")

    def _become_run(self, log: Path, arguments: Sequence[str]) -> None:
        code = 3
        try:
            os.setsid()
            output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(output, 1)
            os.dup2(output, 2)
            os.chdir(self.root)
            sys.path.insert(0, str(self.root))
            for name in [
                name for name in sys.modules if name.partition(".")[0] in ("bot", "knowledge", "tests")
            ]:
                del sys.modules[name]
            options = ("-x", "-q", "--tb=line", "-p", "no:cacheprovider", "--hypothesis-seed=0")
            code = int(pytest.main([*options, *arguments]))
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)


def _outcome(pid: int, seconds: float) -> Outcome:
    ended = os.pidfd_open(pid)
    try:
        in_time = select.select([ended], [], [], seconds)[0]
    finally:
        os.close(ended)
    if not in_time:
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not in_time:
        return Outcome.TIMED_OUT
    return Outcome.SURVIVED if os.waitstatus_to_exitcode(status) == 0 else Outcome.KILLED
