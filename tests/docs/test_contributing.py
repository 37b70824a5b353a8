"""CONTRIBUTING.md: the targets are those of the Makefile, and what it links to and names exists."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TEXT = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_targets_are_those_of_the_makefile() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE)) - {"help"}
    assert set(re.findall(r"`make ([a-z-]+)`", TEXT)) == targets


def test_links_and_paths_exist() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    paths = re.findall(r"`((?:bot|knowledge|tests|docs|config)/[\w./]+)`", TEXT)
    assert [path for path in (*links, *paths) if not (PROJECT / path).exists()] == []
