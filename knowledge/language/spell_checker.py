"""Mends typing: the wrong layout, Latin letters, slips of the finger, words run together.

A word is mended only towards the base's own words and the words Russian asks with; a word
that the dictionary knows only where one of the base's words is a single slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.function_words import JOINED, LIGHT
from knowledge.language.keyboard_layout import (
    is_cyrillic,
    is_latin,
    latin_layout,
    russian_layout,
    transliterated,
    unmixed,
)
from knowledge.language.morphology import analyse, is_known
from knowledge.language.numerals import ROMAN
from knowledge.language.spelling_candidates import SpellingCandidates
from knowledge.language.spelling_variants import misheard, slips_allowed, stem, swaps
from knowledge.language.tokens import Token, tokens

_CHUNK = re.compile(r"\S+")
_SHORTEST_KNOWN = 6
_SHORTEST_GLUED = 7
_LONGEST_MENDED = 40
"""No Russian word is longer; looking for one near a line of letters would take seconds."""
_MOST_UNKNOWN = 40
"""Of a message with more words that neither the base nor the dictionary has the others are passed over."""
_LETTERS = re.compile(r"[^a-zа-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as written and as read."""

    written: str
    read: str


@dataclass(frozen=True, slots=True)
class CheckedText:
    text: str
    changes: tuple[Correction, ...] = ()


class SpellChecker:
    """Mends text towards `own` (forms of the base's words) and `asking` (words that ask)."""

    def __init__(self, own: Iterable[str], asking: Iterable[str]) -> None:
        self._forms = SpellingCandidates(own, asking)

    def changed(self, own: frozenset[str]) -> SpellChecker:
        """A repairer towards other words of the base's own, equal to one made of them."""
        other = SpellChecker.__new__(SpellChecker)
        other._forms = self._forms.changed(own)
        return other

    def repair(self, text: str) -> CheckedText:
        """Mend a cleaned text; text that needs nothing is given back as it is."""
        text = self._without_noise(text)
        typed = self._retyped(text)
        read, lenient = [], typed != text
        words = tokens(typed)
        skip = False
        for place, token in enumerate(words):
            after = words[place + 1] if place + 1 < len(words) else None
            if skip:
                skip = False
                continue
            if after and self._is_split(token, after):
                read.append((token.start, after.end, token.word + after.word))
                skip = True
            else:
                mended = self._mended(token, lenient=lenient)
                if mended is not None:
                    read.append((token.start, token.end, mended))
        out, end = [], 0
        changes = _origins(text, typed)
        for start, stop, mended in read:
            written = typed[start:stop]
            changes[written] = Correction(changes.pop(written, Correction(written, mended)).written, mended)
            out += [typed[end:start], mended]
            end = stop
        return CheckedText("".join([*out, typed[end:]]), tuple(changes.values()))

    def _without_noise(self, text: str) -> str:
        """The text with no more words that nobody knows than are worth the time they take."""
        if len(text) < 2 * _MOST_UNKNOWN:
            return text
        unknown = [
            token for token in tokens(text) if not self._knows(token.word) and not is_known(token.word)
        ]
        surplus = {token.start: token.end for token in unknown[_MOST_UNKNOWN:]}
        out, end = [], 0
        for start, stop in surplus.items():
            out.append(text[end:start])
            end = stop
        return " ".join("".join([*out, text[end:]]).split()) if surplus else text

    def _retyped(self, text: str) -> str:
        """The text in Russian letters, if Latin ones were typed for them."""
        text = _CHUNK.sub(lambda found: unmixed(found.group()), text)
        chunks = [found.group() for found in _CHUNK.finditer(text)]
        latin = [chunk for chunk in chunks if is_latin(chunk) and _LETTERS.sub("", chunk) not in ROMAN]
        foreign = [chunk for chunk in latin if not self._knows(_LETTERS.sub("", chunk).lower())]
        if not foreign:
            return self._named_in_latin(text)
        by_keys = sum(self._readable(russian_layout(chunk)) for chunk in foreign)
        by_sound = sum(self._readable(transliterated(chunk)) for chunk in foreign)
        if not max(by_keys, by_sound):
            return text
        retype = russian_layout if by_keys > by_sound else transliterated
        if retype is russian_layout and len(foreign) == len(chunks):
            return russian_layout(text)
        return _CHUNK.sub(lambda found: retype(found[0]) if found[0] in foreign else found[0], text)

    def _named_in_latin(self, text: str) -> str:
        """«Днтср» -> «Lynch», where the base spells a name in Latin."""

        def retype(found: re.Match[str]) -> str:
            word = _LETTERS.sub("", latin_layout(found.group())).lower()
            if len(word) <= 2 or not is_latin(word) or word not in self._forms.own:
                return found.group()
            typed = found.group().lower()
            return found.group() if self._knows(typed) or is_known(typed) else word

        return _CHUNK.sub(retype, text)

    def _readable(self, chunk: str) -> int:
        """How many letters of a chunk stand in words that are known once retyped."""
        words = [token.word for token in tokens(chunk)]
        return sum(len(word) for word in words if is_cyrillic(word) and self._recognised(word))

    def _recognised(self, word: str) -> bool:
        if self._knows(word) or is_known(word):
            return True
        return len(word) <= _LONGEST_MENDED and self._nearest(word, 1) is not None

    def _knows(self, word: str) -> bool:
        return word in self._forms

    def _is_split(self, token: Token, after: Token) -> bool:
        """«кибер безопасность» of a base that writes it as one word."""
        joined = token.word + after.word
        return joined in self._forms.own and not (self._knows(token.word) and self._knows(after.word))

    def _mended(self, token: Token, *, lenient: bool) -> str | None:
        word = token.word
        if self._knows(word) or not 3 <= len(word) <= _LONGEST_MENDED or not word.isalpha():
            return None
        if is_known(word):
            return self._one_slip(word) if not token.capitalised or not analyse(word).marks else None
        near = self._nearest(word, slips_allowed(word) + (1 if lenient and len(word) > 5 else 0))
        swapped = next((one for one in swaps(word) if one in self._forms.own), None)
        return near or self._unglued(word) or swapped or misheard(word)

    def _nearest(self, word: str, slips: int) -> str | None:
        """The word that sounds the same, or the one fewest slips away."""
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

    def _one_slip(self, word: str) -> str | None:
        """For a word of the dictionary: a word of the base one slip away, if the base lacks its lemmas."""
        lemmas = analyse(word).lemmas
        if len(word) < _SHORTEST_KNOWN or any(lemma in self._forms.own or lemma in LIGHT for lemma in lemmas):
            return None
        if stem(word) in self._forms.stems(len(stem(word))):
            return None
        for length in (len(word), len(word) + 1, len(word) - 1):
            near = process.extractOne(
                word, self._forms.of_length(length), scorer=OSA.distance, score_cutoff=1
            )
            if near:
                return str(near[0])
        return None

    def _unglued(self, word: str) -> str | None:
        """«второйдиалог» -> «второй диалог»."""
        if len(word) < _SHORTEST_GLUED and word[:1] not in JOINED:
            return None
        for cut in range(1, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if (head in JOINED or (len(head) > 2 and self._knows(head))) and self._knows(tail):
                return f"{head} {tail}"
        return f"{word[:-2]} ли" if word.endswith("ли") and self._knows(word[:-2]) else None


def _origins(text: str, typed: str) -> dict[str, Correction]:
    """What each retyped chunk was written as, by the words it became."""
    pairs = [
        (old, " ".join(t.written for t in tokens(new)))
        for old, new in zip(text.split(), typed.split(), strict=True)
        if old != new
    ]
    return {new: Correction(old, new) for old, new in pairs}
