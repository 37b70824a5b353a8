"""docs/architecture.md: its diagram is that of the contracts, and all it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.make_architecture import PAGE, draw, read_contracts, replace_section

PROJECT = Path(__file__).resolve().parents[2]
TEXT = PAGE.read_text("utf-8")
PATH = re.compile(r"`((?:bot|knowledge|tests|docs|config)/[^`\s]*|Makefile|pyproject\.toml)`")
SYMBOL = re.compile(r"`(\w+)` in `([^`]+\.py)`")


def test_diagram_is_that_of_the_import_contracts() -> None:
    assert replace_section(TEXT, draw(read_contracts())) == TEXT, (
        "run python -m docs.make_architecture --write"
    )


def test_diagram_draws_layers_alternatives_and_exceptions() -> None:
    contracts = [
        {"name": "Order", "type": "layers", "layers": ["(a.top)", "(a.left) | (a.right)"]},
        {
            "name": "Only top",
            "type": "forbidden",
            "source_modules": ["a"],
            "forbidden_modules": ["lib"],
            "ignore_imports": ["a.top -> lib", "a.top.** -> lib"],
        },
    ]
    lines = [line.strip() for line in draw(contracts).splitlines()]
    assert "a_top --> a_left" in lines
    assert "a_top --> a_right" in lines
    assert lines.count('a_top["a.top"] -.-> lib(["lib"])') == 1
    assert "| Only top | `a` | `lib` |" in lines


def test_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="mark"):
        replace_section("no marks here", "drawn")


def test_every_path_named_exists() -> None:
    paths = PATH.findall(TEXT)
    assert len(paths) > 50
    assert [path for path in paths if not (PROJECT / path).exists()] == []


@pytest.mark.parametrize(("symbol", "path"), sorted(set(SYMBOL.findall(TEXT))))
def test_every_symbol_is_defined_where_the_page_says(symbol: str, path: str) -> None:
    code = (PROJECT / path).read_text("utf-8")
    assert re.search(rf"^\s*(?:(?:async )?def|class) {symbol}\b|^{symbol}\b.*=", code, re.MULTILINE)


def test_at_least_twenty_places_to_change_each_name_a_path() -> None:
    section = TEXT.split("## Where do I change")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (?!-|to change)(.+?) \| (.+) \|$", section, re.MULTILINE)
    rows = [row for row in rows if not row[0].startswith("---")]
    assert len(rows) >= 20
    assert [what for what, where in rows if not PATH.search(where)] == []
