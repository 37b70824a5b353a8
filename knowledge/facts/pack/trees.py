"""Parsed files of a pack -> a FactBase, or every problem at once.

YAML and spreadsheets are parsed into the same trees.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from knowledge.facts.model import FactBase
from knowledge.facts.pack.pack_files import PACK_FILES, PackFile
from knowledge.facts.pack.problems import PackError, Problem
from knowledge.facts.pack.references import References
from knowledge.facts.pack.schema_problems import validation_problems
from knowledge.facts.pack.yaml_nodes import Marked
from knowledge.facts.serialization import from_row


def base_from_trees(
    trees: Mapping[str, Marked],
    files: Mapping[str, str],
    *,
    unusable: Collection[str] = (),
    found: Iterable[Problem] = (),
) -> FactBase:
    """The base of these trees by file stem; `files` are the names that problems show, by stem.

    `unusable` are the stems that could not be parsed, `found` what was wrong with them. Raises PackError.
    """
    problems = list(found)
    rows = {file: _validate(file, trees.get(file.stem), files[file.stem], problems) for file in PACK_FILES}
    problems += References(trees=trees, files=files, unusable=frozenset(unusable)).check()
    if problems:
        order = {name: place for place, name in enumerate(files.values())}
        raise PackError(sorted(problems, key=lambda it: (order.get(it.file, -1), it.line or 0)))
    return FactBase(**{file.stem: _entities(file, content) for file, content in rows.items()})


def _validate(file: PackFile, tree: Marked, shown_name: str, problems: list[Problem]) -> Any:
    """The rows of a file, or its only row; None where there are problems, which are added."""
    if tree is None:
        return [] if file.is_list else {}
    try:
        return file.validator.validate_python(tree)
    except ValidationError as error:
        problems += validation_problems(error, tree, shown_name, file.all_keys)


def _entities(file: PackFile, rows: Any) -> Any:
    """What the file's field of FactBase holds: a tuple of entities, or its only one."""
    if file.is_list:
        return tuple(from_row(file.kind, row) for row in rows)
    return from_row(file.kind, rows)
