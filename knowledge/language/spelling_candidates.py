"""Words towards which spelling is corrected, by letters, by stem and by sound, and quickly updated."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from knowledge.language.spelling_variants import sounds, stem

CandidateSource = dict[str, tuple[str, ...]]
"""What words have in common -> the words, those that ask first, then by the alphabet."""


class SpellingCandidates:
    """`own` are forms of a base's words, `asking` words that ask. Never changed once made."""

    def __init__(self, own: Iterable[str], asking: Iterable[str]) -> None:
        self.own, self.asking = frozenset(own), frozenset(asking)
        self._stems: dict[int, CandidateSource] = {}
        self._sounds: CandidateSource = {}
        self._lengths: dict[int, list[str]] = {}
        self._asking_lengths: dict[int, list[str]] = {}
        ordered = sorted(self.own)
        for word in sorted(self.asking):
            self._asking_lengths.setdefault(len(word), []).append(word)
        for word in ordered:
            self._lengths.setdefault(len(word), []).append(word)
        for word in (*sorted(self.asking), *(word for word in ordered if word not in self.asking)):
            if _is_mended(word):
                short = stem(word)
                _join(self._stems.setdefault(len(short), {}), short, word)
                _join(self._sounds, sounds(short), word)

    def __contains__(self, word: str) -> bool:
        return word in self.own or word in self.asking

    def stems(self, length: int) -> Mapping[str, Sequence[str]]:
        """Stems of this length with their words, in the order of their first words."""
        return self._stems.get(length, {})

    def alike(self, short: str) -> str | None:
        """The first word whose stem sounds like this one."""
        words = self._sounds.get(sounds(short))
        return words[0] if words else None

    def has_other_spelling(self, short: str) -> bool:
        """Whether a word of another stem sounds like this: a name that the base spells in several ways."""
        return any(stem(word) != short for word in self._sounds.get(sounds(short), ()))

    def of_length(self, length: int) -> Sequence[str]:
        """The base's own words of this length."""
        return self._lengths.get(length, ())

    def all_of_length(self, length: int) -> Sequence[str]:
        """Words of this length, the base's own and those that ask."""
        return (*self._asking_lengths.get(length, ()), *self.of_length(length))

    def changed(self, own: frozenset[str]) -> SpellingCandidates:
        """The same with other words of the base's own: equal to one made of them."""
        if own == self.own:
            return self
        other = SpellingCandidates.__new__(SpellingCandidates)
        other.own, other.asking = own, self.asking
        other._stems, other._sounds = self._stems.copy(), self._sounds.copy()
        other._lengths, other._asking_lengths = self._lengths.copy(), self._asking_lengths
        other._relist(self.own - own, own - self.own)
        other._regroup((self.own ^ own) - self.asking)
        return other

    def _order(self, word: str) -> tuple[bool, str]:
        return word not in self.asking, word

    def _relist(self, gone: frozenset[str], come: frozenset[str]) -> None:
        for length in {len(word) for word in gone | come}:
            self._lengths[length] = list(self._lengths.get(length, ()))
        for word in come:
            insort(self._lengths[len(word)], word)
        for word in gone:
            words = self._lengths[len(word)]
            del words[bisect_left(words, word)]

    def _regroup(self, changed: Iterable[str]) -> None:
        """Put words among their kin, or take them away; touched lengths are put in order anew."""
        shorts = {word: stem(word) for word in changed if _is_mended(word)}
        for length in {len(short) for short in shorts.values()}:
            self._stems[length] = self._stems.get(length, {}).copy()
        for word, short in shorts.items():
            for kin, key in ((self._stems[len(short)], short), (self._sounds, sounds(short))):
                words = {*kin.pop(key, ()), word} - ({word} - self.own)
                if words:
                    kin[key] = tuple(sorted(words, key=self._order))
        for length in {len(short) for short in shorts.values()}:
            self._stems[length] = dict(
                sorted(self._stems[length].items(), key=lambda pair: self._order(pair[1][0]))
            )


def _is_mended(word: str) -> bool:
    return len(word) > 2 and not word.isdecimal()


def _join(kin: CandidateSource, key: str, word: str) -> None:
    kin[key] = (*kin.get(key, ()), word)
