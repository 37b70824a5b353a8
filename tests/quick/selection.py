"""Which test files belong to which changed files, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

FOLDERS = (
    ("knowledge/data/", ("tests/data", "tests/knowledge")),
    ("knowledge/drafting/", ("tests/drafting",)),
    ("knowledge/facts/", ("tests/pack", "tests/test_dates.py", "tests/knowledge/test_edit*.py")),
    ("knowledge/quality/", ("tests/knowledge/test_gate.py", "tests/test_selfcheck.py")),
    ("knowledge/dialogue/", ("tests/evaluation", "tests/commands/test_cli.py")),
    ("knowledge/reader/", ("tests/reader",)),
    ("knowledge/", ("tests/knowledge", "tests/replies")),
    ("bot/cli/", ("tests/commands", "tests/test_errors.py")),
    ("bot/demo/", ("tests/demo", "tests/botapi")),
    ("bot/editing/", ("tests/editing", "tests/feedback/test_inbox.py", "tests/editor_dialogs")),
    ("bot/evaluation/", ("tests/evaluation",)),
    ("bot/followups/", ("tests/followups", "tests/feedback/test_answer_alerts.py")),
    ("bot/reader_model/", ("tests/reader",)),
    ("bot/records/", ("tests/storage", "tests/followups", "tests/editing")),
    ("bot/replies/", ("tests/replies", "tests/telegram")),
    ("bot/settings/", ("tests/test_settings.py", "tests/commands/test_doctor.py")),
    ("bot/storage/", ("tests/storage", "tests/followups", "tests/feedback", "tests/editing")),
    ("bot/telegram/edit/", ("tests/editor_dialogs", "tests/editing")),
    ("bot/telegram/feedback/", ("tests/feedback",)),
    ("bot/telegram/follow/", ("tests/followups",)),
    ("bot/telegram/", ("tests/telegram", "tests/feedback", "tests/followups")),
    ("bot/web/", ("tests/web",)),
    ("bot/wiring/", ("tests/telegram", "tests/editing", "tests/e2e/test_app.py")),
    ("bot/errors/", ("tests/test_errors.py",)),
    ("config/", ("tests/test_settings.py",)),
    ("deploy/", ("tests/deploy",)),
    ("Dockerfile", ("tests/deploy",)),
    ("docs/", ("tests/project/test_documents.py",)),
    ("Makefile", ("tests/project",)),
    ("pyproject.toml", ("tests/project",)),
    ("requirements", ("tests/project",)),
    (".ci/", ("tests/project",)),
    ("*.md", ("tests/project/test_documents.py",)),
)
"""The first prefix or pattern that matches a changed file, and what tests it."""
SLOW = ("tests/e2e/", "tests/bench/", "tests/soak/", "tests/tour/")
"""Chosen only if changed themselves or named in FOLDERS."""
MOST = 20
"""Files that are collected in a few seconds."""


def select_tests(project: Path, changed: Iterable[str]) -> list[str]:
    """Test files: changed ones, those that import what changed, those named like it, its folder's."""
    paths = sorted(project.glob("tests/**/test_*.py"))
    texts = {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in paths}
    changed = list(changed)
    own = [path for path in changed if path in texts]
    names = {_name(path) for path in changed if path.endswith(".py") and path not in texts}
    direct = [path for path, text in texts.items() if not path.startswith(SLOW) and names & _imports(text)]
    others = [path for path in changed if path not in texts]
    named = [path for one in others for path in texts if f"/test_{Path(one).stem}." in path]
    near = [path for one in others for path in _of_folder(one, texts)]
    return list(dict.fromkeys([*own, *direct, *named, *near]))[:MOST]


def _of_folder(changed: str, tests: Iterable[str]) -> list[str]:
    for prefix, wanted in FOLDERS:
        if changed.startswith(prefix) or fnmatch(changed, prefix):
            return [path for each in wanted for path in tests if path.startswith(each) or fnmatch(path, each)]
    if changed.startswith("tests/") and not changed.startswith(SLOW):
        folder = changed.rpartition("/")[0]
        return [path for path in tests if path.rpartition("/")[0] == folder]
    return []


def _name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imports(text: str) -> set[str]:
    """Modules that a test imports, as far as their names tell: `from a import b` may mean `a` or `a.b`."""
    found = set(re.findall(r"^\s*import ([\w.]+)", text, re.MULTILINE))
    for module, names in re.findall(r"^\s*from ([\w.]+) import (\([^)]*\)|.*)", text, re.MULTILINE):
        found |= {module, *(f"{module}.{name}" for name in re.findall(r"\w+", names))}
    return found
