"""Labels of facts in a list of options: an example question that no other fact has."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.facts.model import Fact


class OptionLabels:
    """Immutable: which facts, by number, have each example question."""

    def __init__(self, facts: Iterable[tuple[int, Fact]] = ()) -> None:
        self._owners: dict[str, tuple[int, ...]] = {}
        for number, fact in facts:
            self._add(number, fact)

    def of(self, fact: Fact) -> str:
        """The first question that no other fact has, else the first question, else the statement."""
        default = fact.questions[0] if fact.questions else fact.says
        return next((text for text in fact.questions if len(self._owners[text]) == 1), default)

    def updated(
        self, removed: Iterable[tuple[int, Fact]], added: Iterable[tuple[int, Fact]]
    ) -> tuple[OptionLabels, set[int]]:
        """The labels after an edit, and the numbers of the facts whose label may differ."""
        other = OptionLabels()
        other._owners = self._owners.copy()
        affected = set()
        for number, fact in removed:
            for text in fact.questions:
                left = list(other._owners[text])
                left.remove(number)
                other._owners[text] = tuple(left)
                affected.update(left)
        for number, fact in added:
            for text in fact.questions:
                affected.update(other._owners.get(text, ()))
            other._add(number, fact)
        return other, affected

    def _add(self, number: int, fact: Fact) -> None:
        for text in fact.questions:
            self._owners[text] = (*self._owners.get(text, ()), number)
