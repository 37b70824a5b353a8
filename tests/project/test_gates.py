"""The set-up on a fresh machine: the lock file, CI scripts, and the count of skipped tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOCK = (PROJECT / "requirements.lock").read_text("utf-8")
PROJECT_FILE = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
NAME = re.compile(r"[A-Za-z0-9_.-]+")


def names(requirements: list[str]) -> set[str]:
    found = (NAME.match(one) for one in requirements)
    return {re.sub(r"[-_.]+", "-", match.group()).lower() for match in found if match}


def test_lock_contains_no_index_address() -> None:
    assert not re.search(r"[a-z]+://|^-|file:|localhost|\b\d+\.\d+\.\d+\.\d+:\d+", LOCK, re.MULTILINE)


def test_lock_pins_and_hashes_everything() -> None:
    entries = re.split(r"\n(?=[a-z])", LOCK)
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9.\[\]-]+==\S+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


def test_lock_covers_this_pyproject() -> None:
    project = PROJECT_FILE["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    asked += PROJECT_FILE["build-system"]["requires"]
    locked = names(re.findall(r"^[a-z0-9.-]+", LOCK, re.MULTILINE))
    assert names(asked) - locked == set()
    (backend,) = PROJECT_FILE["build-system"]["requires"]
    assert f"\n{backend} " in LOCK


TRIAL = """
import pytest

@pytest.mark.postgres
def test_needs_postgres():
    pass

@pytest.mark.redis
def test_needs_redis():
    pass

def test_needs_nothing():
    pass
"""


@pytest.fixture(params=[(), ("-n", "2")], ids=["one process", "workers"])
def processes(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """pytest's arguments: one process, or two workers."""
    chosen: tuple[str, ...] = request.param
    return chosen


def trial(processes: tuple[str, ...], **environ: str) -> tuple[int, str, str]:
    """Run three tests without PostgreSQL and Redis. Returns exit code, counts and last line."""
    file = PROJECT / "tests" / "project" / f"trial_{os.getpid()}.py"
    away = {"TEST_POSTGRES_URL": "postgresql://u@127.0.0.1:9/x", "TEST_REDIS_URL": "redis://127.0.0.1:9/0"}
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    file.write_text(TRIAL, "utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *processes, str(file)],
            cwd=PROJECT,
            env={**kept, **away, **environ},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        file.unlink()
    *_, counts, last = done.stdout.strip().splitlines()
    return done.returncode, counts, last


def test_skipped_services_are_counted_on_the_last_line(processes: tuple[str, ...]) -> None:
    code, counts, last = trial(processes)
    assert code == 0
    assert counts.startswith("1 passed, 2 skipped")
    assert (
        last == "LEFT OUT: 1 for want of postgres (TEST_POSTGRES_URL), 1 for want of redis (TEST_REDIS_URL)."
    )


def test_in_ci_a_missing_service_is_an_error(processes: tuple[str, ...]) -> None:
    code, counts, last = trial(processes, CI="true")
    assert code == 1
    assert counts.startswith("1 passed, 2 errors")
    assert last == "Left out: nothing."


@pytest.mark.parametrize("script", [".ci/run"])
def test_shell_scripts_are_valid_and_executable(script: str) -> None:
    assert os.access(PROJECT / script, os.X_OK)
    subprocess.run(["bash", "-n", script], cwd=PROJECT, check=True)


def test_make_has_the_targets_of_the_readme() -> None:
    targets = ("run", "test", "check", "install", "lock", "eval", "bench", "soak", "soak-full")
    asked = ["make", "-n", f"PYTHON={sys.executable}", *targets]
    done = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
