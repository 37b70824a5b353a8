"""The word that a misspelt one most probably is, among the words towards which spelling is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.agreement import agrees
from knowledge.language.deciding_words import deciding_words
from knowledge.language.function_words import FUNCTION
from knowledge.language.morphology import analyse, inflections, is_in_dictionary, is_known
from knowledge.language.one_slip import EXTRA, NEAR, one_slip
from knowledge.language.spelling_candidates import SpellingCandidates
from knowledge.language.spelling_variants import stem

_SHORT = 4
"""Up to this length only a likely slip counts, and any slip in a deciding word but of its first letter."""
_SHORTEST_NAME = 5
_TWO_SLIPS = 7
"""From this length on a word may have two slips."""
_REMEMBERED = 4_096
_DECIDING, _OWN, _MINOR, _INFLECTED = range(4)
"""Kinds of words, surest first.

`_MINOR` are function words, `_INFLECTED` forms that the base lacks of words that it has."""
_KIND_COSTS = {_DECIDING: 0, _OWN: 0, _MINOR: 2, _INFLECTED: 3}
_OTHER_INITIAL = 2

Rank = tuple[int, int, bool, int, str]
"""Cost, kind, does not agree with the next word, minus the forms in the base, the word; the least is best."""


class NearestWords:
    """Finds the nearest of `forms`, which never change. Readers repeat words that nobody knows: the latest
    are remembered.
    """

    def __init__(self, forms: SpellingCandidates) -> None:
        self._forms = forms
        self.one_slip = lru_cache(_REMEMBERED)(self._one_slip)

    def _one_slip(self, word: str, following: str, *, is_name: bool) -> str | None:
        """The likeliest word one slip away. `following` is the next word or "".

        `is_name` where it is capitalised inside a sentence: a short one is then no question word.
        """
        costs: dict[str, int] = {}
        for candidate, cost in one_slip(word):
            if cost < costs.get(candidate, 9):
                costs[candidate] = cost
        found = (costs.keys() & self._forms.own) | (costs.keys() & self._forms.asking)
        kinds = {one: kind for one in found if (kind := self._kind(one)) is not None}
        sure = any(one[0] == word[0] and costs[one] <= NEAR and kind <= _OWN for one, kind in kinds.items())
        is_form = any(self._inflected(iter((word,))))  # «Цзиньпином» needs no other ending
        if not sure and not is_form and len(word) >= _SHORT:
            lacked = (one for one in costs if one not in kinds and len(one) >= _SHORT)
            kinds.update(dict.fromkeys(self._inflected(lacked), _INFLECTED))
        if len(word) <= _SHORT:
            kinds = {
                one: kind
                for one, kind in kinds.items()
                if (costs[one] <= EXTRA or (kind == _DECIDING and one[0] == word[0]))
                and not (is_name and one in self._forms.asking)
            }
        ranks = [self._rank(one, word, costs[one], kind, following) for one, kind in kinds.items()]
        return min(ranks)[-1] if ranks else None

    def has_own_near(self, word: str) -> bool:
        """Whether one of the base's own words is at most one slip away."""
        return any(
            process.extractOne(word, self._forms.of_length(length), scorer=OSA.distance, score_cutoff=1)
            for length in range(len(word) - 1, len(word) + 2)
        )

    def is_form_of_own(self, word: str) -> bool:
        """Whether an unknown word is another form of one that the base has: «обдорскую» of «Обдорская»."""
        short, lemmas = stem(word), set(analyse(word).lemmas)
        if self._forms.has_other_spelling(short):
            return False  # the one of the other spelling is the name of the facts
        alike = self._forms.stems(len(short)).get(short, ())
        return any(one in self._forms.own and not lemmas.isdisjoint(analyse(one).lemmas) for one in alike)

    def two_slips(self, word: str) -> str | None:
        """The word at most two slips away, for a long one."""
        if len(word) < _TWO_SLIPS:
            return None
        found: list[tuple[bool, int, int, str]] = []
        for length in range(len(word) - 2, len(word) + 3):
            near = process.extract(
                word, self._forms.all_of_length(length), scorer=OSA.distance, score_cutoff=2, limit=None
            )
            for one, slips, _ in near:
                found.append((one[0] != word[0], int(slips), self._kind(one) or _DECIDING, one))
        return min(found)[-1] if found else None

    def by_stem(self, word: str, slips: int) -> str | None:
        """The word whose stem sounds the same, or the fewest slips away; short ones sound alike too often."""
        if len(word) <= _SHORT:
            return None
        short = stem(word)
        same = self._forms.alike(short)
        if same is not None:
            return same if same != word else None
        best: tuple[int, str] | None = None
        for length in range(len(short) - slips, len(short) + slips + 1):
            stems = self._forms.stems(length)
            found = process.extractOne(short, stems.keys(), scorer=OSA.distance, score_cutoff=slips)
            if found and found[1] and (best is None or found[1] < best[0]):
                best = (int(found[1]), stems[found[0]][0])
        return best[1] if best else None

    def _kind(self, word: str) -> int | None:
        if len(word) < 3:
            return None
        if word in self._forms.asking and word in deciding_words():
            return _DECIDING
        if word not in self._forms:
            return None
        is_own = word in self._forms.own or len(word) > _SHORT
        return _OWN if is_own and word not in FUNCTION else _MINOR

    def _rank(self, candidate: str, word: str, cost: int, kind: int, following: str) -> Rank:
        fits = bool(following) and agrees(candidate, following)
        forms = len(inflections(candidate) & self._forms.own) if kind != _DECIDING else 0
        total = cost + _KIND_COSTS[kind] + _OTHER_INITIAL * (candidate[0] != word[0])
        return total, kind, not fits, -forms, candidate

    def _inflected(self, candidates: Iterator[str]) -> Iterator[str]:
        """Forms that the base lacks of words that it has; an unknown name may have any ending."""
        for one in candidates:
            if is_in_dictionary(one):
                if not inflections(one).isdisjoint(self._forms.own):
                    yield one
            elif len(one) >= _SHORTEST_NAME:
                short = stem(one)
                alike = self._forms.stems(len(short)).get(short, ())
                if any(word in self._forms.own and not is_known(word) for word in alike):
                    yield one
