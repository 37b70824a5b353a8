"""Each package says in its docstring what lives in it and what may be imported from outside."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
FILES = sorted(file for root in ("bot", "knowledge") for file in (PROJECT / root).rglob("__init__.py"))
IMPORTS = re.compile(r"\bimport", re.IGNORECASE)
MODULE = re.compile(r"`((?:bot|knowledge)(?:\.\w+)*)`")


def docstring(file: Path) -> str:
    return ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.parent.relative_to(PROJECT)))
def test_package_says_what_lives_there_and_who_imports_it(file: Path) -> None:
    text = docstring(file)
    assert text
    assert IMPORTS.search(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.parent.relative_to(PROJECT)))
def test_modules_named_exist(file: Path) -> None:
    for module in MODULE.findall(docstring(file)):
        # The last part may be a name of its module: `bot.wiring.application.run`.
        path = PROJECT.joinpath(*module.split("."))
        places = (path, path.with_suffix(".py"), path.parent.with_suffix(".py"))
        assert any(place.exists() for place in places), module
