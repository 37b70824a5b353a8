"""All question sets of the repository, each with the pack that it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "knowledge/dialogue"
_OF_SHIPPED = (
    ("dialogue", SHIPPED / "questions", False),
    ("dialogue, tuning personas", ROOT / "tests/tuning/dialogue_personas", False),
    ("dialogue, fresh", ROOT / "tests/judging/dialogue_fresh", True),
    ("dialogue, twelve personas", ROOT / "tests/tuning/personas", False),
    ("dialogue, twelve more", ROOT / "tests/tuning/personas_second", False),
    ("dialogue, and twelve", ROOT / "tests/tuning/personas_third", False),
    ("dialogue, eight more", ROOT / "tests/tuning/personas_fourth", False),
    ("dialogue, eight drivers and pupils", ROOT / "tests/tuning/personas_fifth", False),
    ("dialogue, eight engineers and students", ROOT / "tests/tuning/personas_sixth", False),
    ("dialogue, personas", ROOT / "tests/judging/personas", True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """`judges`: nobody looks at its questions, so only counts of it are shown."""

    name: str
    pack: Path
    folder: Path
    judges: bool

    def items(self) -> list[dict[str, Any]]:
        """The rows of its files."""
        return [
            item
            for file in sorted(self.folder.glob("*.yaml"))
            for item in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        ]


def question_sets() -> Iterator[QuestionSet]:
    """The sets of the shipped pack, then those of the packs that tune and of those that judge."""
    for name, folder, judges in _OF_SHIPPED:
        if folder.is_dir():
            yield QuestionSet(name=name, pack=SHIPPED, folder=folder, judges=judges)
    for packs, judges in (("tests/tuning/packs", False), ("tests/judging/packs", True)):
        for pack in sorted((ROOT / packs).iterdir()):
            if (pack / "questions").is_dir():
                yield QuestionSet(name=pack.name, pack=pack, folder=pack / "questions", judges=judges)
