"""The label of each fact in a list of options: an example question that it alone has."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.facts.model import Fact


class OptionLabels:
    """Which facts, by number, have each example question; never changed once made."""

    def __init__(self, facts: Iterable[tuple[int, Fact]] = ()) -> None:
        self._owners: dict[str, tuple[int, ...]] = {}
        for number, fact in facts:
            self._put(number, fact)

    def of(self, fact: Fact) -> str:
        """The first question that no other fact has; if there is none, the first one or the statement."""
        default = fact.questions[0] if fact.questions else fact.says
        return next((text for text in fact.questions if len(self._owners[text]) == 1), default)

    def changed(
        self, gone: Iterable[tuple[int, Fact]], come: Iterable[tuple[int, Fact]]
    ) -> tuple[OptionLabels, set[int]]:
        """The labels once some facts went and others came, and the numbers whose label may be another."""
        other = OptionLabels()
        other._owners = self._owners.copy()
        touched = set()
        for number, fact in gone:
            for text in fact.questions:
                left = list(other._owners[text])
                left.remove(number)
                other._owners[text] = tuple(left)
                touched.update(left)
        for number, fact in come:
            for text in fact.questions:
                touched.update(other._owners.get(text, ()))
            other._put(number, fact)
        return other, touched

    def _put(self, number: int, fact: Fact) -> None:
        for text in fact.questions:
            self._owners[text] = (*self._owners.get(text, ()), number)
