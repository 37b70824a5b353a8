"""The impact of an edit: the questions whose replies it may change.

A reply depends on the weights of the question's terms, on the few candidates that the index finds and on
what is parsed of them. Where all of these are the same before and after the edit, so is the reply.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from knowledge.data.tables import read_words
from knowledge.language.keyboard_layout import has_latin
from knowledge.language.lexicon import Term
from knowledge.language.morphology import inflections
from knowledge.language.small_talk import without_greeting
from knowledge.language.tokens import normalize, tokens
from knowledge.results import AnswerForm
from knowledge.scoring.edited_weights import EditedWeights
from knowledge.scoring.read_questions import ReadQuestion
from knowledge.scoring.searcher import MAX_CANDIDATES, Searcher
from knowledge.understanding.question import Question
from knowledge.understanding.second_times import numbered_times

_OF_ALL_FACTS = frozenset(
    {AnswerForm.SUMMARY, AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.QUOTE, AnswerForm.ORDER}
)
"""Forms of answers that are gathered from all facts of an event or a speaker, found by their words or not."""
_OUTCOMES = read_words("requests/outcomes")
_NO_KEYS: frozenset[str] = frozenset()
_MAX_EXAMINED = 1_000
"""Up to this number of affected facts their keys are compared with the question's."""


class EditImpact:
    """An edit, given by the searchers before and after it; the second was made from the first by `edited`."""

    def __init__(self, before: Searcher, after: Searcher) -> None:
        self._before, self._after = before, after
        self._weights = EditedWeights(before.index, after.index)
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
        unparsed, self._examples = self._reweighed_examples(reweighed)
        """Keys of the examples whose words have other weights, by the numbers of their facts."""
        self._changed = differences.keys() | long | unparsed
        self._numbers = self._changed | self._examples.keys()
        """Numbers of the facts whose score for a question may differ."""
        self._affected_keys = self._find_affected_keys()
        self._word_forms = frozenset[str]().union(*map(inflections, before.word_forms ^ after.word_forms))
        """Forms of words that only one of the two bases has, be it in a topic: a refusal names what lacks."""
        self._new_or_gone = before.word_forms ^ after.word_forms
        self._has_latin = any(map(has_latin, self._new_or_gone))
        self._appearing = frozenset(filter(self._appears, self._keys))
        self._times_alike = before.tells_again == after.tells_again
        self._reads_alike = not self._new_or_gone and not self._appearing and self._times_alike
        """Whether both correct spelling and strip preambles alike: these ask only which words a base has."""
        self._parses_alike = self._find_parses_alike()
        self.is_everywhere = not self._parses_alike or self._is_everywhere()

    def affects(self, text: str) -> bool:
        """Whether the reply to a question, asked first in a conversation, may differ.

        What both bases read alike is read once, even where the edit may change any reply.
        """
        if not self._parses_alike:
            return True
        asked = without_greeting(normalize(text))
        read = self._before.read(asked)
        has_word = any(token.word in self._word_forms for token in tokens(asked))
        is_alike = not has_word and self._is_read_alike(asked, read)
        if not is_alike and self._after.prepare(asked) != read.prepared:
            return True
        is_touched = has_word or self.is_everywhere or not read.parts
        is_affected = is_touched or any(self._affects_part(part) for part in read.parts)
        self._after.adopt(asked, read.after_edit(self._weights) if is_affected else read)
        return is_affected

    def _is_read_alike(self, asked: str, read: ReadQuestion) -> bool:
        """Whether both surely correct the spelling alike and strip the same preamble.

        The edit touches no word of the question; then a word that needs no correction gets none.
        """
        if self._reads_alike:
            return True
        words = tokens(asked)
        joined = (one.word + after.word for one, after in pairwise(words))
        return (
            not self._has_latin
            and (self._times_alike or not any(numbered_times(words)))
            and not read.prepared.changes
            and self._before.spell_checker.leaves(asked)
            and not any(word in self._new_or_gone for word in (*joined, *asked.lower().split()))
            and not any(self._is_judged_anew(one.word) for one in words)
        )

    def _is_judged_anew(self, word: str) -> bool:
        """Whether the bases may disagree that a word is one of theirs."""
        terms = self._after.lexicon.read(word) if self._appearing else ()
        return any(key in self._appearing for term in terms for key, _ in term.keys)

    def _find_affected_keys(self) -> frozenset[str] | None:
        """Keys by which an affected fact may be found; None where these facts are too many to examine."""
        index = self._after.index
        numbers = self._numbers & index.numbers
        if len(numbers) > _MAX_EXAMINED:
            return None
        return self._keys.union(*(index[number].keys for number in numbers))

    def _affects_part(self, question: Question) -> bool:
        if self._changed and _asks_of_all_facts(question):
            return True
        terms = [question.terms[place] for place in question.content_places]
        before, after = self._before.index, self._after.index
        if any(
            before.weight(term) != after.weight(term)
            or (before.best_key(term) is None) != (after.best_key(term) is None)
            # Both count facts alike, or the edit would be everywhere: only its own keys weigh otherwise.
            for term in terms
            if _have_any((term,), self._keys)
        ):
            return True
        if self._affected_keys is not None and not _have_any(terms, self._affected_keys):
            return False
        found = after.candidates(terms, MAX_CANDIDATES)
        if any(self._is_scored_anew(number, question) for number, _ in found):
            return True
        return _have_any(terms, self._keys) and found != before.candidates(terms, MAX_CANDIDATES)

    def _is_reweighed(self, key: str) -> bool:
        return self._appears(key) or self._before.index.idf(key) != self._after.index.idf(key)

    def _appears(self, key: str) -> bool:
        """Whether only one of the bases has a key."""
        return bool(self._before.index.frequency(key)) != bool(self._after.index.frequency(key))

    def _is_scored_anew(self, number: int, question: Question) -> bool:
        """Of an unchanged fact only an example that shares a word with the question counts."""
        return number in self._changed or _have_any(question.terms, self._examples.get(number, _NO_KEYS))

    def _reweighed_examples(self, keys: Iterable[str]) -> tuple[set[int], dict[int, frozenset[str]]]:
        """Facts not parsed yet, which may have such examples; of the others the examples that weigh anew."""
        before, after = self._before.index, self._after.index
        wanted, unparsed = frozenset(keys), set[int]()
        found: dict[int, frozenset[str]] = {}
        for number in after.with_any(wanted):
            if not after.is_parsed(number):
                unparsed.add(number)
            elif not wanted.isdisjoint(after[number].examples_by_key):
                examples = (one for one in after[number].examples if not wanted.isdisjoint(one.keys))
                anew = [one for one in examples if before.weigh_example(one) != after.weigh_example(one)]
                if anew:
                    found[number] = _NO_KEYS.union(*(one.keys for one in anew))
        return unparsed, found

    def _find_parses_alike(self) -> bool:
        """Whether both read the words of a corrected question alike."""
        before, after = self._before, self._after
        return (
            before.lexicon is after.lexicon
            and before.name_keys["person"] == after.name_keys["person"]
            and _names(before) == _names(after)
        )

    def _is_everywhere(self) -> bool:
        """Whether the edit may change any reply, be it of a question that both read alike."""
        before, after = self._before, self._after
        return (
            before.index.max_idf != after.index.max_idf
            or before.index.side_keys != after.index.side_keys
            # Records of events and posts of people answer by themselves, without a fact.
            or before.base.events != after.base.events
            or before.base.people != after.base.people
            # A refusal takes the words of the source for known ones.
            or before.base.source != after.base.source
        )


def _asks_of_all_facts(question: Question) -> bool:
    """«О чём договорились?», «какие итоги?»: the answer is gathered from facts that share no word with it."""
    is_outcome = (not _OUTCOMES.isdisjoint(term.morphology.lemmas) for term in question.terms)
    return question.request.form in _OF_ALL_FACTS or any(is_outcome)


def _have_any(terms: Iterable[Term], keys: frozenset[str]) -> bool:
    return any(key in keys for term in terms for key, _ in term.keys)


def _names(searcher: Searcher) -> list[tuple[str, ...]]:
    return [(person.id, person.name, *person.names) for person in searcher.base.people]
