"""What a searcher has read of questions that are asked alone, kept to be compared with an edited base."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.language.spell_checker import CheckedText
from knowledge.understanding.question import Question

_MOST = 20_000
"""Questions kept; what comes after them is read when it is needed."""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is asked, without its greeting."""

    prepared: CheckedText
    parts: tuple[Question, ...]
    """No one where it has several clauses."""


class ReadQuestions:
    """By the text; only what was asked to be kept."""

    def __init__(self) -> None:
        self._kept: dict[str, ReadQuestion] = {}

    def of(self, text: str) -> ReadQuestion | None:
        return self._kept.get(text)

    def keep(self, text: str, read: ReadQuestion) -> None:
        if len(self._kept) < _MOST:
            self._kept[text] = read

    def __len__(self) -> int:
        return len(self._kept)
