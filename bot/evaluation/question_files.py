"""Question files: what is asked, after what, and which facts answer it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

KEYS = frozenset({"group", "kind", "ask", "before", "facts", "any", "also", "refuse", "missing"})


class Half(StrEnum):
    """Weights and thresholds come from the one half, figures from the other."""

    TUNING = "tuning"
    JUDGING = "judging"


class QuestionFileError(ValueError):
    """A question file is not of the form; the message names the file and the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """A question with its right answer.

    `sets` are alternative sets of fact ids, each of which answers in full; none means that
    it must be refused. `also` may be shown beside. `missing`: half of it is not in the base.
    """

    group: str
    kind: str
    ask: str
    before: tuple[str, ...] = ()
    sets: tuple[frozenset[str], ...] = ()
    also: frozenset[str] = frozenset()
    missing: bool = False

    @property
    def half(self) -> Half:
        """By hash of the paraphrase group, so that all paraphrases stand on one side."""
        even = hashlib.sha256(self.group.encode()).digest()[0] % 2 == 0
        return Half.TUNING if even else Half.JUDGING


def load(paths: Iterable[Path]) -> tuple[Golden, ...]:
    """The questions of files, and of the .yaml files of folders, in order of name."""
    return tuple(item for path in paths for file in _files(path) for item in _read(file))


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.yaml")) if path.is_dir() else [path]


def _read(file: Path) -> Iterator[Golden]:
    try:
        items = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise QuestionFileError(f"{file}: {error}") from error
    if not isinstance(items, list):
        raise QuestionFileError(f"{file}: a list of questions is wanted")
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict) or not {"group", "kind", "ask"} <= item.keys() <= KEYS:
            raise QuestionFileError(f"{file}: question {number} has a missing or an unknown key")
        yield _golden(item)


def _golden(item: Mapping[str, Any]) -> Golden:
    sets = [item["facts"]] if item.get("facts") else item.get("any", [])
    return Golden(
        group=str(item["group"]),
        kind=str(item["kind"]),
        ask=str(item["ask"]),
        before=tuple(str(turn) for turn in item.get("before", ())),
        sets=tuple(frozenset(map(str, one)) for one in sets),
        also=frozenset(map(str, item.get("also", ()))),
        missing=bool(item.get("missing", False)),
    )
