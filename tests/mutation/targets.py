"""Which packages are mutated, and which tests should notice: the likeliest first, as a failure ends it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

TESTS = {
    "knowledge/decision": (
        "tests/knowledge/test_rule*.py",
        "tests/knowledge/test_engine.py",
        "tests/knowledge/test_clause_results.py",
        "tests/knowledge/test_con*.py",
        "tests/replies/test_*.py",
        "tests/knowledge/test_*.py",
    ),
    "bot/followups": (
        "tests/followups/test_*.py",
        "tests/feedback/test_answer_alerts.py",
        "tests/editing/test_publishing.py",
    ),
    "bot/editing": (
        "tests/editing/test_*.py",
        "tests/feedback/test_inbox.py",
        "tests/editor_dialogs/test_*.py",
    ),
    "bot/storage": (
        "tests/storage/test_*.py",
        "tests/followups/test_*.py",
        "tests/feedback/test_*.py",
        "tests/editing/test_*.py",
        "tests/editor_dialogs/test_lost_state.py",
    ),
}
_SKIPPED = {
    "bot/storage/migrations": "old revisions are fixed history",
    "bot/followups/data": "no code",
}


def modules(root: Path, package: str) -> list[str]:
    """The mutated modules of a package, relative to `root`."""
    found = (path.relative_to(root).as_posix() for path in sorted((root / package).rglob("*.py")))
    return [path for path in found if not path.startswith(tuple(_SKIPPED))]


def tests(root: Path, module: str) -> list[str]:
    """Test files for a module: first those that import it, then those of its package."""
    patterns = next(files for package, files in TESTS.items() if module.startswith(package))
    found = dict.fromkeys(path for pattern in patterns for path in sorted(root.glob(pattern)))
    name = module.removesuffix(".py").replace("/", ".")
    ordered = sorted(found, key=lambda path: not _imports(path.read_text("utf-8"), name))
    return [path.relative_to(root).as_posix() for path in ordered]


def _imports(text: str, name: str) -> bool:
    package, _, module = name.rpartition(".")
    forms: Sequence[str] = (f"from {name} import", f"import {name}\n", f"from {package} import {module}\n")
    return any(form in text for form in forms)
