"""Which facts are matched with a question's words just as in the base before an edit."""

from __future__ import annotations

from knowledge.retrieval.index import Index


class EditedWeights:
    """Compares the weights of two indexes; the second was made from the first by an edit."""

    def __init__(self, before: Index, after: Index) -> None:
        self._before, self._after = before, after
        self._sides_alike = before.side_keys == after.side_keys
        self._alike: dict[int, bool] = {}

    def are_alike(self, number: int) -> bool:
        """Whether the examples of a fact that both have weigh the same, and the same sides are known."""
        found = self._alike.get(number)
        if found is None:
            before, after = self._before, self._after
            found = self._alike[number] = self._sides_alike and all(
                before.weigh_example(one) == after.weigh_example(one) for one in after[number].examples
            )
        return found
