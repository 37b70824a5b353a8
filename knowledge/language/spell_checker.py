"""Corrects typing: the wrong layout, Latin letters, slips of the finger, words run together.

A word is corrected to one of the base's own words or a word that any question may have; a word
that the dictionary knows is never changed, unless it knows it as a misspelling («ето»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.data.tables import read_table
from knowledge.language import question_words
from knowledge.language.function_words import JOINED
from knowledge.language.keyboard_layout import has_latin
from knowledge.language.morphology import is_known, undistorted
from knowledge.language.nearest_words import NearestWords
from knowledge.language.retyper import LONGEST_MENDED, Retyper
from knowledge.language.spelling_candidates import SpellingCandidates
from knowledge.language.spelling_variants import left_out, misheard, slips_allowed, sounds, stem, swaps
from knowledge.language.tokens import Token, tokens

_SHORTEST_GLUED = 7
_SHORTEST_MENDED = 3
_SHORTEST_SWAPPED = 5
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH
_SPOKEN = read_table("question_words/spoken", "standard", "spoken").index("standard", "spoken", str)
_QUOTED = re.compile(r"[«„“\"][^«»„“”\"]+[»“”\"]")
_MOST_UNKNOWN = 40
"""Of a message with more words that neither the base nor the dictionary has the others are passed over."""


@dataclass(frozen=True, slots=True)
class SpellingCorrection:
    """A word as written and as read."""

    written: str
    read: str


def as_typed(text: str, changes: Iterable[SpellingCorrection]) -> str:
    """A text as read with the words as they were written."""
    written = {one.read.lower(): one.written for one in changes}
    return re.sub(r"\w+", lambda word: written.get(word[0].lower(), word[0]), text)


@dataclass(frozen=True, slots=True)
class CheckedText:
    text: str
    changes: tuple[SpellingCorrection, ...] = ()


class SpellChecker:
    """Corrects text to `own` (forms of the base's words) and `asking` (words that any question may have)."""

    def __init__(self, own: Iterable[str], asking: Iterable[str]) -> None:
        self._use(SpellingCandidates(own, asking))

    def changed(self, own: frozenset[str]) -> SpellChecker:
        """A checker with other words of the base's own, equal to one made of them."""
        other = SpellChecker.__new__(SpellChecker)
        other._use(self._forms.changed(own))
        return other

    def _use(self, forms: SpellingCandidates) -> None:
        self._forms, self._nearest = forms, NearestWords(forms)
        self._retyper = Retyper(forms, self._nearest)

    def repair(self, text: str) -> CheckedText:
        """Mend a cleaned text; text that needs nothing is given back as it is."""
        text = self._without_noise(text)
        typed = self._retyper.retype(text)
        read, lenient = [], typed != text
        words = tokens(typed)
        acronyms = not typed.isupper()
        names = [found.span() for found in _QUOTED.finditer(typed)]
        skip = False
        for place, token in enumerate(words):
            after = words[place + 1] if place + 1 < len(words) else None
            if skip:
                skip = False
                continue
            joined = self._joined(token, after) if after else None
            if after and joined is not None:
                read.append((token.start, after.end, joined))
                skip = True
            else:
                quoted = any(start < token.start < end for start, end in names)
                mended = self._corrected(token, after, acronyms=acronyms, lenient=lenient, quoted=quoted)
                if mended is not None:
                    read.append((token.start, token.end, _with_case_of(token, mended)))
        out, end = [], 0
        changes = _origins(text, typed)
        for start, stop, mended in read:
            written = typed[start:stop]
            changes[written] = SpellingCorrection(
                changes.pop(written, SpellingCorrection(written, mended)).written, mended
            )
            out += [typed[end:start], mended]
            end = stop
        return CheckedText("".join([*out, typed[end:]]), tuple(changes.values()))

    def retyped(self, text: str) -> str:
        """A text in Russian letters, where it was typed in the Latin layout."""
        return self._retyper.retype(text) if has_latin(text) else text

    def leaves(self, text: str) -> bool:
        """Whether a text in Russian letters needs no mending: each word is the base's or the dictionary's, or
        is too short to be judged. So it does whatever other words the base has."""
        return not has_latin(text) and all(
            len(one.word) < _SHORTEST_MENDED or self._knows(one.word) or is_known(one.word)
            for one in tokens(text)
        )

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

    def _knows(self, word: str) -> bool:
        return word in self._forms

    def _joined(self, token: Token, after: Token) -> str | None:
        """«кибер безопасность» of a base that writes it as one word; a name also as it sounds."""
        joined = token.word + after.word
        if self._knows(token.word) and self._knows(after.word):
            return None
        if joined in self._forms.own:
            return joined
        if len(joined) < _SHORTEST_GLUED or all(map(is_known, (token.word, after.word))):
            return None
        alike = self._forms.alike(stem(joined)) or ""
        if alike in self._forms.own and sounds(joined) == sounds(alike):
            return alike
        too_short = min(len(token.word), len(after.word)) < _SHORTEST_MENDED
        if too_short or not self._nearest.has_own_near(joined):
            return None
        near = self._nearest.one_slip(joined, "", is_name=False)
        return near if near in self._forms.own else None

    def _corrected(
        self, token: Token, after: Token | None, *, acronyms: bool, lenient: bool, quoted: bool
    ) -> str | None:
        """`after` is the next word; `acronyms` tells whether a word in capitals is one.

        `lenient` where the text was not typed in Russian letters. A name that is `quoted` is most likely
        another one where it differs in more than a letter.
        """
        word = token.word
        if word in _SPOKEN and not self._knows(word):
            return _SPOKEN[word]
        if not self._knows(word) and is_known(word):
            return undistorted(word) or self._swapped_asking(word)
        if self._knows(word) or not _SHORTEST_MENDED <= len(word) <= LONGEST_MENDED or not word.isalpha():
            return None
        if (acronyms and token.written.isupper()) or self._nearest.is_form_of_own(word):
            return None
        following = self._following(after)
        near = self._nearest.one_slip(word, following, is_name=token.capitalised and token.start > 0)
        if quoted and not lenient:
            return near
        slips = slips_allowed(word) + (1 if lenient and len(word) > 5 else 0)
        near = near or self._nearest.two_slips(word) or self._unglued(word)
        return near or self._nearest.by_stem(word, slips) or misheard(word) or left_out(word)

    def _swapped_asking(self, word: str) -> str | None:
        """«Каике» is a boat, but more likely «какие» with two letters swapped."""
        if len(word) < _SHORTEST_SWAPPED:
            return None
        return next((one for one in swaps(word) if one in _ASKING), None)

    def _following(self, after: Token | None) -> str:
        """The next word, itself corrected: its form tells which form of this word is meant."""
        if (
            after is None
            or self._knows(after.word)
            or is_known(after.word)
            or len(after.word) > LONGEST_MENDED
        ):
            return after.word if after is not None else ""
        return self._nearest.one_slip(after.word, "", is_name=False) or after.word

    def _unglued(self, word: str) -> str | None:
        """«второйдиалог» -> «второй диалог»."""
        if len(word) < _SHORTEST_GLUED and word[:1] not in JOINED:
            return None
        for cut in range(1, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if (head in JOINED or (len(head) > 2 and self._knows(head))) and self._knows(tail):
                return f"{head} {tail}"
        return f"{word[:-2]} ли" if word.endswith("ли") and self._knows(word[:-2]) else None


def _with_case_of(token: Token, word: str) -> str:
    if len(token.written) > 1 and token.written.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if token.capitalised else word


def _origins(text: str, typed: str) -> dict[str, SpellingCorrection]:
    """What each retyped chunk was written as, by the words it became."""
    pairs = [
        (old, " ".join(t.written for t in tokens(new)))
        for old, new in zip(text.split(), typed.split(), strict=True)
        if old != new
    ]
    return {new: SpellingCorrection(old, new) for old, new in pairs}
