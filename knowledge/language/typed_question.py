"""A question as typed: quotes of it with ё and letter case, and its text with corrections made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.data.tables import read_table
from knowledge.language.deciding_words import deciding_words
from knowledge.language.function_words import FUNCTION, LIGHT, POLITE
from knowledge.language.keyboard_layout import is_latin
from knowledge.language.morphology import analyse
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.tokens import Token, normalize, tokens

_SPOKEN = frozenset(
    read_table("question_words/spoken", "standard", "spoken").index("standard", "spoken", str)
)
"""Question words as they sound: «хто»."""
_LENGTHS = (2, 1)
"""How many words a correction may have been written as, the most first."""
LONGEST_REPEATED = 100
"""A longer question is not repeated whole."""


@dataclass(frozen=True)
class TypedQuestion:
    """`raw` is the message, `changes` the corrections of its normalised text."""

    raw: str
    changes: tuple[SpellingCorrection, ...] = ()
    respell: Callable[[str], str] = str
    """Gives names of a text their main spelling."""

    def quote(self, phrase: str) -> str:
        """A phrase of the read question as it was typed; of one carried over, each word that was typed."""
        words = [self._written.get(token.word, token.word) for token in tokens(normalize(phrase))]
        words = [
            part
            for number, word in enumerate(words)
            if not number or word != words[number - 1]
            for part in _folded(word)
        ]
        typed = [normalize(token.word) for token in self._tokens]
        for start in range(len(typed) - len(words) + 1 if words else 0):
            if typed[start : start + len(words)] == words:
                return self._raw(start, start + len(words) - 1)
        as_typed = {normalize(token.word): token.written for token in self._tokens}
        return " ".join(as_typed.get(normalize(word), word) for word in phrase.split(" "))

    def _raw(self, first: int, last: int) -> str:
        """The text of some tokens, with the quotation mark that closes a name among them."""
        start, end = self._tokens[first].start, self._tokens[last].end
        text = self.raw[start:end]
        is_open = text.count("«") > text.count("»") and self.raw[end : end + 1] == "»"
        return f"{text}»" if is_open else text

    def corrected(self) -> str:
        """The question with its misspelt words replaced, or only the new words of a long one; "" for none.

        A slip in a function word, a missing space and the wrong layout alone are passed over.
        """
        other = {change.written.lower(): change.read for change in self.changes if _is_other_word(change)}
        typed = [normalize(token.word) for token in self._tokens]
        read = [other[word] for word in typed if word in other]
        if not read or len(self.raw) > LONGEST_REPEATED:
            return self.respell(", ".join(dict.fromkeys(read)))
        return self.respell(" ".join(self._mended(typed).split()))

    def _mended(self, typed: list[str]) -> str:
        """The message with every correction made. `typed`: its folded words."""
        every = {tuple(_folded(change.written)): change.read for change in self.changes}
        parts, end, place = [], 0, 0
        while place < len(typed):
            runs = (tuple(typed[place : place + count]) for count in _LENGTHS)
            run = next((run for run in runs if run in every), ())
            if run:
                first, last = self._tokens[place], self._tokens[place + len(run) - 1]
                parts += [self.raw[end : first.start], every[run]]
                end = last.end
            place += len(run) or 1
        return "".join([*parts, self.raw[end:]])

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tokens(self.raw)

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Each word read instead of a typed one -> what was typed."""
        return {word: change.written for change in self.changes for word in _folded(change.read)}


def _folded(text: str) -> Iterable[str]:
    return [token.word for token in tokens(normalize(text))]


def _is_other_word(change: SpellingCorrection) -> bool:
    """Whether a word of content or a deciding one was read for one that it is not but for spaces."""
    if (
        is_latin(change.written)
        or change.written.lower() in _SPOKEN
        or not set(analyse(change.written.lower()).lemmas).isdisjoint(analyse(change.read).lemmas)
        or change.written.replace(" ", "").lower() == change.read.replace(" ", "").lower()
    ):
        return False
    return any(word in deciding_words() or not _is_minor(word) for word in _folded(change.read))


def _is_minor(word: str) -> bool:
    return word in FUNCTION or word in POLITE or analyse(word).lemmas[0] in FUNCTION | POLITE | LIGHT
