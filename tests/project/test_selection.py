"""`make quick` and `make mutate` name tests that exist, and choose the right ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation import targets
from tests.mutation.__main__ import equivalent
from tests.mutation.mutants import mutants
from tests.quick.selection import FOLDERS, select_tests

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = '''
def due(rows: list[int], now: int = 0) -> bool:
    """Whether any row is due."""
    log.info("looking", rows=1)
    if not rows:
        return False
    rows.sort()
    return rows[0] <= now and check(rows, now)
'''


@pytest.mark.parametrize(("changed", "wanted"), FOLDERS, ids=[changed for changed, _ in FOLDERS])
def test_quick_maps_folders_that_exist_to_tests_that_exist(changed: str, wanted: tuple[str, ...]) -> None:
    assert any(PROJECT.glob(f"{changed.rstrip('/')}*"))
    for each in wanted:
        assert any(PROJECT.glob(each)), each


def test_quick_maps_every_package() -> None:
    packages = [
        path.parent for root in ("bot", "knowledge") for path in PROJECT.glob(f"{root}/*/__init__.py")
    ]
    names = [f"{package.relative_to(PROJECT).as_posix()}/" for package in packages]
    assert [name for name in names if not any(name.startswith(prefix) for prefix, _ in FOLDERS)] == []


def test_quick_runs_what_changed_then_what_imports_it_then_its_folder() -> None:
    chosen = select_tests(PROJECT, ["bot/followups/quiet_hours.py", "tests/test_dates.py"])
    assert chosen[0] == "tests/test_dates.py"
    importing = [path for path in chosen if "quiet_hours" in (PROJECT / path).read_text("utf-8")]
    assert importing
    assert chosen.index(importing[0]) < chosen.index("tests/followups/test_handlers.py")


@pytest.mark.parametrize("package", targets.TESTS)
def test_mutated_packages_have_tests(package: str) -> None:
    assert targets.modules(PROJECT, package)
    for pattern in targets.TESTS[package]:
        assert any(PROJECT.glob(pattern)), pattern


def test_mutants_change_one_thing_each_and_leave_logs_alone() -> None:
    found = [(mutant.line, mutant.after.strip()) for mutant in mutants("due.py", SOURCE)]
    assert found == [
        (2, "def due(rows: list[int], now: int = (1)) -> bool:"),
        (5, "if (rows):"),
        (6, "return (True)"),
        (7, "pass"),
        (8, "return"),
        (8, "return (rows[0] <= now or check(rows, now))"),
        (8, "return (rows[0] < now) and check(rows, now)"),
        (8, "return rows[(1)] <= now and check(rows, now)"),
        (8, "return rows[0] <= now and (check(now, rows))"),
    ]


def test_mutants_said_to_be_equivalent_are_mutants_of_this_code() -> None:
    known = equivalent()
    modules = {module for module, _, _ in known}
    made = {mutant.key for name in modules for mutant in mutants(name, (PROJECT / name).read_text("utf-8"))}
    assert known - made == set()


def test_no_mutant_is_the_code_itself() -> None:
    assert mutants("same.py", "name = names.get(zone, zone)\n") == []
