"""Question files: what is asked, after which turns, and which facts answer it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from bot.errors import QuestionsRefusedError
from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.schema_problems import validation_problems
from knowledge.facts.pack.yaml_reader import read_marked

FOLDER = "questions"
"""The folder of a pack that holds its golden questions."""


class Half(StrEnum):
    """Weights and thresholds are fitted on one half of a question set and judged on the other."""

    TUNING = "tuning"
    JUDGING = "judging"


@with_config(ConfigDict(extra="forbid"))
class _Row(TypedDict):
    """One item of a file. An item without `facts`, `any`, `smalltalk` and `digest` must be refused."""

    group: str
    kind: str
    ask: str
    before: NotRequired[list[str]]
    facts: NotRequired[list[str]]
    any: NotRequired[list[list[str]]]
    also: NotRequired[list[str]]
    refuse: NotRequired[bool]
    missing: NotRequired[bool]
    persona: NotRequired[str]
    lead: NotRequired[list[str]]
    reply: NotRequired[list[str]]
    smalltalk: NotRequired[bool]
    digest: NotRequired[bool]
    now: NotRequired[str]
    note: NotRequired[str]


_ROWS: TypeAdapter[list[_Row]] = TypeAdapter(Annotated[list[_Row], Field(min_length=1)])
_KEYS = tuple(_Row.__annotations__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """A question with its right answer.

    `sets` are alternative sets of fact ids, each a complete answer; without any the question must be
    refused. `also` may be shown too. `missing`: half of the question is not in the base. `lead` and `reply`:
    texts that must all stand in the first line and in the whole reply, alternatives between `|`.
    `smalltalk` and `digest` are answered without a certain fact. `now`: the clock, where it matters.
    """

    group: str
    kind: str
    ask: str
    before: tuple[str, ...] = ()
    sets: tuple[frozenset[str], ...] = ()
    also: frozenset[str] = frozenset()
    missing: bool = False
    persona: str | None = None
    lead: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    smalltalk: bool = False
    digest: bool = False
    now: datetime | None = None

    @property
    def must_be_refused(self) -> bool:
        return not (self.sets or self.smalltalk or self.digest)

    @property
    def half(self) -> Half:
        """By hash of the paraphrase group, so that paraphrases of a question are in the same half."""
        even = hashlib.sha256(self.group.encode()).digest()[0] % 2 == 0
        return Half.TUNING if even else Half.JUDGING


def load(paths: Iterable[Path]) -> tuple[Golden, ...]:
    """The questions of files, and of the .yaml files of folders, sorted by name.

    Raises QuestionsRefusedError with every problem of every file.
    """
    problems: list[Problem] = []
    found = [golden for path in paths for file in _files(path) for golden in _read(file, problems)]
    if problems:
        raise QuestionsRefusedError(tuple(problems))
    return tuple(found)


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.yaml")) if path.is_dir() else [path]


def _read(file: Path, problems: list[Problem]) -> list[Golden]:
    """The questions of one file; what is wrong with it is added to `problems`."""
    # In full: a relative path says little to someone who ran the command in another folder.
    name = str(file.absolute())
    try:
        reading = read_marked(file.read_text(encoding="utf-8-sig"), name)
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(Problem(code=Code.UNREADABLE, file=name, data={"reason": reason}))
        return []
    except UnicodeDecodeError:
        problems.append(Problem(code=Code.ENCODING, file=name))
        return []
    problems += reading.problems
    if not reading.usable:
        return []
    if reading.tree is None:
        problems.append(Problem(code=Code.EMPTY_FILE, file=name))
        return []
    try:
        return [_golden(row) for row in _ROWS.validate_python(reading.tree)]
    except ValidationError as error:
        problems += validation_problems(error, reading.tree, name, _KEYS)
        return []


def _golden(row: _Row) -> Golden:
    sets = [row["facts"]] if row.get("facts") else row.get("any", [])
    return Golden(
        group=row["group"],
        kind=row["kind"],
        ask=row["ask"],
        before=tuple(row.get("before", ())),
        sets=tuple(frozenset(one) for one in sets),
        also=frozenset(row.get("also", ())),
        missing=row.get("missing", False),
        persona=row.get("persona"),
        lead=tuple(row.get("lead") or ()),
        reply=tuple(row.get("reply") or ()),
        smalltalk=row.get("smalltalk", False),
        digest=row.get("digest", False),
        now=datetime.fromisoformat(row["now"]) if "now" in row else None,
    )
