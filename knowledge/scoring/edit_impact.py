"""How far an edit reaches: the questions whose replies it may change.

A reply depends on the weights of the question's words, on the few facts that the index finds for it and on
what is read of these. Where all of them are the same before and after, so is the reply.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.language.lexicon import Term
from knowledge.language.small_talk import without_greeting
from knowledge.language.tokens import normalize
from knowledge.scoring.searcher import CLOSER_LOOK, Searcher
from knowledge.understanding.clauses import clauses
from knowledge.understanding.question import Question

_FEW = 1_000
"""Touched facts up to this number are worth looking at one by one."""


class EditImpact:
    """An edit, by the searchers before and after it; the second was made of the first."""

    def __init__(self, before: Searcher, after: Searcher) -> None:
        self._before, self._after = before, after
        others = before.index.others(after.index)
        read = [one for both in others.values() for one in both]
        # How long a long statement is depends on how long the others are.
        long = set[int]()
        if before.index.typical != after.index.typical:
            long = before.index.long.keys() | after.index.long.keys()
            read += [index[number] for index in (before.index, after.index) for number in index.long]
        self._keys = frozenset(key for one in read for key in one.keys)
        """Keys at which a fact may be found that is not read as it was."""
        reweighed = {key for key in self._keys if self._is_reweighed(key)}
        self._touched = others.keys() | long | self._with_examples(reweighed)
        """Numbers of the facts that may meet a question in another way."""
        self._near = self._found_at()
        self.is_everywhere = self._is_everywhere()

    def affects(self, text: str) -> bool:
        """Whether the reply to a question, asked first in a conversation, may be another."""
        if self.is_everywhere:
            return True
        asked = without_greeting(normalize(text))
        prepared = self._after.prepare(asked)
        if prepared != self._before.prepare(asked) or len(clauses(prepared.text)) > 1:
            return True
        return any(self._touches(part) for part in self._after.parts(prepared.text))

    def _found_at(self) -> frozenset[str] | None:
        """Keys at which any touched fact may be found; None where they are too many to look."""
        index = self._after.index
        touched = self._touched & index.numbers
        if len(touched) > _FEW:
            return None
        return self._keys.union(*(index[number].keys for number in touched))

    def _touches(self, question: Question) -> bool:
        terms = [question.terms[place] for place in question.content_places]
        before, after = self._before.index, self._after.index
        if any(
            before.weight(term) != after.weight(term)
            or (before.best_key(term) is None) != (after.best_key(term) is None)
            for term in terms
        ):
            return True
        if self._near is not None and not _meet(terms, self._near):
            return False
        found = after.candidates(terms, CLOSER_LOOK)
        if any(number in self._touched for number, _ in found):
            return True
        return _meet(terms, self._keys) and found != before.candidates(terms, CLOSER_LOOK)

    def _is_reweighed(self, key: str) -> bool:
        before, after = self._before.index, self._after.index
        appeared = bool(before.frequency(key)) != bool(after.frequency(key))
        return appeared or before.rarity(key) != after.rarity(key)

    def _with_examples(self, keys: Iterable[str]) -> set[int]:
        """Facts with examples that have any of these keys: their words weigh otherwise."""
        index = self._after.index
        wanted = frozenset(keys)
        return {number for number in index.having(wanted) if index.asks(number, wanted)}

    def _is_everywhere(self) -> bool:
        before, after = self._before, self._after
        return (
            before.lexicon is not after.lexicon
            or before.index.rarest != after.index.rarest
            or before.index.sides != after.index.sides
            or before.sorts["person"] != after.sorts["person"]
            or _names(before) != _names(after)
        )


def _meet(terms: Iterable[Term], keys: frozenset[str]) -> bool:
    return any(key in keys for term in terms for key, _ in term.keys)


def _names(searcher: Searcher) -> list[tuple[str, ...]]:
    return [(person.id, person.name, *person.names) for person in searcher.base.people]
