"""The impact of an edit: the questions whose replies it may change.

A reply depends on the weights of the question's terms, on the few candidates that the index finds and on
what is parsed of them. Where all of these are the same before and after the edit, so is the reply.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.language.lexicon import Term
from knowledge.language.morphology import inflections
from knowledge.language.small_talk import without_greeting
from knowledge.language.tokens import normalize, tokens
from knowledge.scoring.searcher import MAX_CANDIDATES, Searcher
from knowledge.understanding.clauses import split_clauses
from knowledge.understanding.question import Question

_MAX_EXAMINED = 1_000
"""Up to this number of affected facts their keys are compared with the question's."""


class EditImpact:
    """An edit, given by the searchers before and after it; the second was made from the first by `edited`."""

    def __init__(self, before: Searcher, after: Searcher) -> None:
        self._before, self._after = before, after
        differences = before.index.differences(after.index)
        parsed = [one for both in differences.values() for one in both]
        # The weight of a key in a long statement depends on the mean length of all long statements.
        long = set[int]()
        if before.index.mean_length != after.index.mean_length:
            indexes = before.index, after.index
            long = {number for index in indexes for number in index.long_statements}
            parsed += [index[number] for index in indexes for number in index.long_statements]
        self._keys = frozenset(key for one in parsed for key in one.keys)
        """Keys by which a changed fact may be found."""
        reweighed = {key for key in self._keys if self._is_reweighed(key)}
        self._numbers = differences.keys() | long | self._with_examples(reweighed)
        """Numbers of the facts whose score for a question may differ."""
        self._affected_keys = self._find_affected_keys()
        self._word_forms = frozenset[str]().union(*map(inflections, before.word_forms ^ after.word_forms))
        """Forms of words that only one of the two bases has, be it in a topic: a refusal names what lacks."""
        self._reads_alike = before.word_forms == after.word_forms and not any(map(self._appears, self._keys))
        """Whether both correct spelling and strip preambles alike: these ask only which words a base has."""
        self.is_everywhere = self._is_everywhere()

    def affects(self, text: str) -> bool:
        """Whether the reply to a question, asked first in a conversation, may differ."""
        if self.is_everywhere:
            return True
        asked = without_greeting(normalize(text))
        if any(token.word in self._word_forms for token in tokens(asked)):
            return True
        prepared = self._after.prepare(asked)
        if not self._reads_alike and prepared != self._before.prepare(asked):
            return True
        if len(split_clauses(prepared.text)) > 1:
            return True
        return any(self._affects_part(part) for part in self._after.parts(prepared.text))

    def _find_affected_keys(self) -> frozenset[str] | None:
        """Keys by which an affected fact may be found; None where these facts are too many to examine."""
        index = self._after.index
        numbers = self._numbers & index.numbers
        if len(numbers) > _MAX_EXAMINED:
            return None
        return self._keys.union(*(index[number].keys for number in numbers))

    def _affects_part(self, question: Question) -> bool:
        terms = [question.terms[place] for place in question.content_places]
        before, after = self._before.index, self._after.index
        if any(
            before.weight(term) != after.weight(term)
            or (before.best_key(term) is None) != (after.best_key(term) is None)
            for term in terms
        ):
            return True
        if self._affected_keys is not None and not _have_any(terms, self._affected_keys):
            return False
        found = after.candidates(terms, MAX_CANDIDATES)
        if any(number in self._numbers for number, _ in found):
            return True
        return _have_any(terms, self._keys) and found != before.candidates(terms, MAX_CANDIDATES)

    def _is_reweighed(self, key: str) -> bool:
        return self._appears(key) or self._before.index.idf(key) != self._after.index.idf(key)

    def _appears(self, key: str) -> bool:
        """Whether only one of the bases has a key."""
        return bool(self._before.index.frequency(key)) != bool(self._after.index.frequency(key))

    def _with_examples(self, keys: Iterable[str]) -> set[int]:
        """Facts with examples that have any of these keys: the weights of the examples' words differ."""
        index = self._after.index
        wanted = frozenset(keys)
        return {number for number in index.with_any(wanted) if index.has_example_key(number, wanted)}

    def _is_everywhere(self) -> bool:
        """Whether the edit may change any reply."""
        before, after = self._before, self._after
        return (
            before.lexicon is not after.lexicon
            or before.index.max_idf != after.index.max_idf
            or before.index.side_keys != after.index.side_keys
            or before.name_keys["person"] != after.name_keys["person"]
            or _names(before) != _names(after)
            # Records of events and posts of people answer by themselves, without a fact.
            or before.base.events != after.base.events
            or before.base.people != after.base.people
            # A refusal takes the words of the source for known ones.
            or before.base.source != after.base.source
        )


def _have_any(terms: Iterable[Term], keys: frozenset[str]) -> bool:
    return any(key in keys for term in terms for key, _ in term.keys)


def _names(searcher: Searcher) -> list[tuple[str, ...]]:
    return [(person.id, person.name, *person.names) for person in searcher.base.people]
