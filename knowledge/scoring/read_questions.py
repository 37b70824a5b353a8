"""What a searcher has read of questions that are asked alone, kept to be compared with an edited base."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from knowledge.language.spell_checker import CheckedText
from knowledge.scoring.edited_weights import EditedWeights
from knowledge.scoring.last_question import EarlierSearch, Searched
from knowledge.understanding.question import Question

_MOST, _MOST_SEARCHED = 20_000, 3_000
"""Questions kept, and those of them whose search is kept too, 10 KB each; what comes after them is read, and
searched for, when it is needed."""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is asked, without its greeting."""

    prepared: CheckedText
    parts: tuple[Question, ...]
    """No one where it has several clauses."""
    found: Searched = field(default_factory=dict, compare=False)
    """What was searched for its parts."""
    earlier: EarlierSearch | None = field(default=None, compare=False)
    """The same in the base before an edit, until it is asked of the base after it."""

    def after_edit(self, weights: EditedWeights) -> ReadQuestion:
        """The same question to a base in which something else may be found."""
        return replace(self, found={}, earlier=EarlierSearch(self.found, weights))


class ReadQuestions:
    """By the text; only what was asked to be kept."""

    def __init__(self) -> None:
        self._kept: dict[str, ReadQuestion] = {}

    def of(self, text: str) -> ReadQuestion | None:
        return self._kept.get(text)

    def keep(self, text: str, read: ReadQuestion) -> None:
        if len(self._kept) < _MOST or text in self._kept:
            is_searched = len(self._kept) < _MOST_SEARCHED or text in self._kept
            self._kept[text] = read if is_searched else replace(read, found={}, earlier=None)

    def __len__(self) -> int:
        return len(self._kept)
