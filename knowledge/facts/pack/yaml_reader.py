"""Reads YAML as texts, lists and mappings with their lines; no scalar is converted, no tag is executed.

The parser's events are read one by one, so neither depth nor aliases can exhaust memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.yaml_nodes import Marked
from knowledge.facts.pack.yaml_tree import MAX_DEPTH, TreeBuilder, UnusableError

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - a build of PyYAML without libyaml is only slower
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]  # same methods, no common base

_INNER_MARK = re.compile(r"(?<=[^\s\[\]{},?'\"\\])\?")
"""A question mark within or after a word is never an indicator of YAML."""
_STAND_INS = "".join(map(chr, range(0xE000, 0xE010)))
"""Characters for private use, which no text has but by intent."""

_TOO_DEEP = "exceeded maximum nesting depth"
"""libyaml's own limit of 1000, which it may reach while it looks ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedYaml:
    """The parsed text. Where it is not `usable` the tree is None and the problems say why."""

    tree: Marked
    problems: tuple[Problem, ...]
    usable: bool


def read_marked(text: str, file: str, loader_type: Any = _Loader) -> ParsedYaml:
    """Read the only document of `text`; the tree of an empty one is None.

    Every scalar is text, but an unquoted null (`~`, `null` or nothing) is None. `[Когда?, Где?]` is two texts
    as in YAML 1.2 and libyaml, though PyYAML's own parser takes each `?` in such a list for an indicator.
    """
    stand_in = "?"
    if loader_type is yaml.BaseLoader:
        stand_in = next((one for one in _STAND_INS if one not in text), "?")
        text = _INNER_MARK.sub(stand_in, text)
    tree = TreeBuilder(file=file, budget=len(text) + 16, stand_in=stand_in)
    # Disposed of at once: `yaml.parse` does so only when it is garbage-collected.
    loader = loader_type(text)
    try:
        while (event := loader.get_event()) is not None:
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line
        if error.problem == _TOO_DEEP:
            tree.problem(Code.TOO_DEEP, line, limit=str(MAX_DEPTH))
        else:
            reason = ", ".join(part for part in (error.context, error.problem) if part)
            column = "" if mark is None else str(mark.column + 1)
            tree.problem(Code.BROKEN_YAML, line, reason=reason, column=column)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position if isinstance(error.position, int) else 0)
        tree.problem(Code.CONTROL_CHARACTER, line, key="")
    except UnusableError:
        pass
    else:
        return ParsedYaml(tree=tree.root, problems=tuple(tree.problems), usable=True)
    finally:
        loader.dispose()
    return ParsedYaml(tree=None, problems=tuple(tree.problems), usable=False)
