"""Validation errors of pydantic as problems with their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.schema import ID, PRINTABLE
from knowledge.facts.pack.suggestions import suggest
from knowledge.facts.pack.yaml_nodes import Marked, MarkedList, MarkedMap

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_KEY_MARK = "[key]"
_CODES = {
    "missing": Code.MISSING_KEY,
    "extra_forbidden": Code.UNKNOWN_KEY,
    "dict_type": Code.MAPPING_EXPECTED,
    "model_type": Code.MAPPING_EXPECTED,
    "list_type": Code.LIST_EXPECTED,
    "string_type": Code.TEXT_EXPECTED,
    "string_too_short": Code.EMPTY_TEXT,
    "too_short": Code.EMPTY_LIST,
    "edtf": Code.BAD_DATE,
    "zone": Code.BAD_ZONE,
    "int_parsing": Code.BAD_NUMBER,
    "int_type": Code.BAD_NUMBER,
    "int_parsing_size": Code.BAD_NUMBER,
    "int_from_float": Code.BAD_NUMBER,
    "float_parsing": Code.BAD_NUMBER,
    "float_type": Code.BAD_NUMBER,
    "finite_number": Code.BAD_NUMBER,
    "greater_than_equal": Code.BAD_NUMBER,
    "greater_than": Code.BAD_NUMBER,
    "less_than_equal": Code.BAD_NUMBER,
    "bool_parsing": Code.BAD_FLAG,
    "bool_type": Code.BAD_FLAG,
    "enum": Code.BAD_BASIS,
}
_PATTERNS = {ID: Code.BAD_ID, PRINTABLE: Code.CONTROL_CHARACTER}


def validation_problems(
    error: ValidationError, tree: Marked, file: str, keys: Sequence[str]
) -> Iterator[Problem]:
    """A problem for each error, in order; a suggestion for an unknown key is one of `keys`."""
    for details in error.errors(include_url=False, include_context=True):
        yield _problem(details, tree, file, keys)


def line_of(tree: Marked, loc: Sequence[int | str]) -> int | None:
    """The line of the innermost part of pydantic's `loc` that the tree has."""
    line = None
    for step in loc:
        if not isinstance(tree, (MarkedMap, MarkedList)):
            break
        inner = tree.at(step)
        if inner is None:
            return line or tree.line
        tree, line = inner
    return line


def _problem(details: ErrorDetails, tree: Marked, file: str, keys: Sequence[str]) -> Problem:
    loc = [step for step in details["loc"] if step != _KEY_MARK]
    named = ".".join(step for step in loc if isinstance(step, str))
    data = {"key": named, "value": _shown(details["input"])}
    code = _code(details)
    if code is Code.UNKNOWN_KEY:
        data["nearest"] = suggest(str(loc[-1]), keys)
    return Problem(code=code, file=file, line=line_of(tree, loc), data=data)


def _code(details: ErrorDetails) -> Code:
    kind = details["type"]
    in_mapping = bool(details["loc"]) and isinstance(details["loc"][-1], str)
    if kind.endswith("_type") and details["input"] is None and in_mapping:
        return Code.MISSING_KEY
    if kind == "string_type" and details["input"] is None:
        return Code.EMPTY_TEXT
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(details["ctx"]["pattern"], Code.BAD_VALUE)
    return _CODES.get(kind, Code.BAD_VALUE)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else ""
