"""Labels of facts in a list of options: an example question that no other fact has."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.facts.model import Fact

SHORT_LABEL = 36
"""Characters of a label that is shown whole, with its number, on one line of a phone."""


class OptionLabels:
    """Immutable: which facts, by number, have each example question."""

    def __init__(self, facts: Iterable[tuple[int, Fact]] = ()) -> None:
        self._owners: dict[str, tuple[int, ...]] = {}
        for number, fact in facts:
            self._add(number, fact)

    def of(self, fact: Fact) -> str:
        """The first question that no other fact has, of these a short one; else the first question, else the
        statement.
        """
        default = fact.questions[0] if fact.questions else fact.says
        own = [text for text in fact.questions if len(self._owners[text]) == 1]
        return next((text for text in own if len(text) <= SHORT_LABEL), own[0] if own else default)

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
