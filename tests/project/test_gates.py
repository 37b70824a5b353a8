"""The set-up on a fresh machine: the lock file, CI scripts, and the count of skipped tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
RUN_LOCK, DEV_LOCK = ((PROJECT / f"requirements{kind}.lock").read_text("utf-8") for kind in ("", "-dev"))
PROJECT_FILE = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
NAME = re.compile(r"[A-Za-z0-9_.-]+")


def names(requirements: Iterable[str]) -> set[str]:
    found = (NAME.match(one) for one in requirements)
    return {re.sub(r"[-_.]+", "-", match.group()).lower() for match in found if match}


def pins(lock: str) -> set[str]:
    """Each locked package with its version, marker and hashes."""
    return {re.sub(r"\n +#.*", "", entry).rstrip() for entry in re.split(r"\n(?=[a-z])", lock)}


@pytest.mark.parametrize("lock", [RUN_LOCK, DEV_LOCK], ids=["run", "dev"])
def test_lock_contains_no_index_address(lock: str) -> None:
    assert not re.search(r"[a-z]+://|^-|file:|localhost|\b\d+\.\d+\.\d+\.\d+:\d+", lock, re.MULTILINE)


@pytest.mark.parametrize("lock", [RUN_LOCK, DEV_LOCK], ids=["run", "dev"])
def test_lock_pins_and_hashes_everything(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", lock)
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9.\[\]-]+==\S+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


def test_locks_cover_this_pyproject() -> None:
    project = PROJECT_FILE["project"]
    backend = PROJECT_FILE["build-system"]["requires"]
    needed = names(project["dependencies"] + backend)
    assert needed - names(pins(RUN_LOCK)) == set()
    for_developing = names(project["optional-dependencies"]["dev"])
    assert for_developing - names(pins(DEV_LOCK)) == set()
    assert f"\n{backend[0]} " in RUN_LOCK


def test_running_installs_nothing_that_only_developing_needs() -> None:
    project = PROJECT_FILE["project"]
    only_dev = names(project["optional-dependencies"]["dev"]) - names(project["dependencies"])
    assert only_dev & names(pins(RUN_LOCK)) == set()


def test_both_locks_pin_the_same_versions() -> None:
    run, dev = ({re.sub(r" ; [^\\\n]*", " ", pin) for pin in pins(lock)} for lock in (RUN_LOCK, DEV_LOCK))
    # What developing needs everywhere, running may need on some platforms only.
    assert run - dev == set()


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
    targets = (
        "run demo test test-deep quick check install install-run lock mutate eval bench soak soak-full"
    ).split()
    asked = ["make", "-n", f"PYTHON={sys.executable}", *targets]
    done = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
