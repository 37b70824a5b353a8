"""A group of the inbox: questions that ask the same thing, with what readers said of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.records.inbox import InboxItem
from knowledge.language.question_equivalence import equivalence_key

MAX_WORDINGS = 30
"""Wordings of a group that become examples, or are marked out of scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions that ask the same thing, oldest first."""

    items: tuple[InboxItem, ...]

    @property
    def id(self) -> int:
        """The id of its first question; the group is found by the id of any of them."""
        return self.items[0].id

    def holds(self, number: int) -> bool:
        return any(item.id == number for item in self.items)

    @property
    def text(self) -> str:
        """The most frequent wording, the oldest of equals."""
        counts: dict[str, int] = {}
        for item in self.items:
            counts[item.text] = counts.get(item.text, 0) + 1
        return max(counts, key=lambda text: counts[text])

    @property
    def variants(self) -> tuple[str, ...]:
        """The other wordings without duplicates; case and punctuation are ignored."""
        found = {equivalence_key(item.text): item.text for item in reversed(self.items)}
        found.pop(equivalence_key(self.text), None)
        return tuple(reversed(found.values()))

    @property
    def wordings(self) -> tuple[str, ...]:
        """The most frequent one first; `MAX_WORDINGS` at most."""
        return (self.text, *self.variants)[:MAX_WORDINGS]

    @property
    def typed(self) -> tuple[str, ...]:
        """The wordings, and those that were typed in the other keyboard layout as they were."""
        return (*self.wordings, *dict.fromkeys(item.typed for item in self.items if item.typed))

    @property
    def is_without_complaint(self) -> bool:
        """Whether it was only refused: once the base answers it, nothing is left to do."""
        return not any(item.has_complaint for item in self.items)

    @property
    def newest(self) -> datetime:
        return max(item.at for item in self.items)

    @property
    def refused(self) -> int:
        return sum(item.outcome == "refusal" for item in self.items)

    @property
    def choices(self) -> int:
        return sum(item.outcome == "choices" for item in self.items)

    @property
    def disliked(self) -> int:
        return sum(item.disliked for item in self.items)

    @property
    def waiting(self) -> int:
        return sum(item.waiting for item in self.items)

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(text for item in self.items for text in item.reports)

    @property
    def weight(self) -> int:
        """How many complaints there are: refusals, choices, bad ratings and reports."""
        return self.refused + self.choices + self.disliked + len(self.reports)
