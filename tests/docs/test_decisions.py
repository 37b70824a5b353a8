"""docs/decisions/README.md lists each decision once."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "decisions"


def test_every_decision_is_listed_once() -> None:
    listed = re.findall(r"\]\(([^)]+)\)", (FOLDER / "README.md").read_text("utf-8"))
    pages = {path.name for path in FOLDER.glob("*.md")} - {"README.md"}
    assert sorted(listed) == sorted(pages)
