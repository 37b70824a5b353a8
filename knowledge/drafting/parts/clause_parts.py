"""The parts of a simple clause: verb, subject, object, times, places, and what else stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.words import Word, span_text

_ANIMATE_NAMES = ("Name", "Surn", "Patr")
_DENYING = read_groups("function_words/particles")["deny_next"]
_OPENING, _CLOSING = "«", "»"


class Role(StrEnum):
    VERB = "verb"
    INFINITIVE = "infinitive"
    SUBJECT = "subject"
    OBJECT = "object"
    TIME = "time"
    PLACE = "place"
    OCCASION = "occasion"
    """«в третьем периоде», «за последние пять лет»."""
    DIRECTION = "direction"
    """«в Дом культуры»."""
    PHRASE = "phrase"
    """With a preposition."""
    NOUN = "noun"
    """In another case, without one."""
    SPAN = "span"
    """A length of time: «тридцать лет»."""
    OFTEN = "often"
    """«четыре раза в сутки»."""
    ADVERB = "adverb"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """`text` as written; `head` is the place of its noun in `words`, read by `reading`."""

    role: Role
    text: str
    words: tuple[Word, ...]
    head: int | None = None
    reading: Parse | None = None
    about: int = 0
    """How many words «не менее» or «около» it begins with."""

    @property
    def preposition(self) -> str | None:
        first = self.words[self.about] if self.about < len(self.words) else self.words[0]
        return first.folded if first.first_pos == "PREP" else None

    @property
    def noun(self) -> Word | None:
        return self.words[self.head] if self.head is not None else None

    @property
    def is_named(self) -> bool:
        """Whether a name or a title in quotes follows its noun: «парк имени Крылова», «стадион «Восход»»."""
        if self.head is None:
            return False
        rest = self.words[self.head + 1 :]
        return any(word.is_capital or _OPENING in word.before or "№" in word.before for word in rest)

    @property
    def is_quoted(self) -> bool:
        """Whether it is nothing but a title in quotes: «с «Ладогой»»."""
        first = 1 if self.preposition else 0
        return (
            self.text.endswith(_CLOSING) and _opened(self.text, self.preposition) and len(self.words) > first
        )

    @property
    def is_person(self) -> bool:
        return any(word.is_capital and any(map(word.has, _ANIMATE_NAMES)) for word in self.words) and (
            self.reading is not None and "anim" in self.reading.tag
        )

    @property
    def is_counted(self) -> bool:
        return self.head is not None and any(
            word.is_number or word.has("NUMR") for word in self.words[: self.head]
        )


def _opened(text: str, preposition: str | None) -> bool:
    rest = text[len(preposition) :].lstrip() if preposition else text
    return rest.startswith(_OPENING)


@dataclass(frozen=True, slots=True)
class Parts:
    """A simple clause in its order."""

    text: str
    words: tuple[Word, ...]
    every: tuple[Part, ...]

    def of(self, *roles: Role) -> list[Part]:
        return [one for one in self.every if one.role in roles]

    def first(self, role: Role) -> Part | None:
        return next((one for one in self.every if one.role is role), None)

    @property
    def verb(self) -> Part | None:
        return self.first(Role.VERB)

    @property
    def subject(self) -> Part | None:
        return self.first(Role.SUBJECT)

    @property
    def object(self) -> Part | None:
        return self.first(Role.OBJECT)

    @property
    def doing(self) -> frozenset[str]:
        """Lemmas of the verb and of its infinitive: «будет стоить»."""
        words = [one.words[-1] for one in self.every if one.role in (Role.VERB, Role.INFINITIVE)]
        return frozenset().union(*(word.lemmas for word in words))

    @property
    def is_denied(self) -> bool:
        return any(word.folded in _DENYING for word in self.words)


def text_of(text: str, words: tuple[Word, ...]) -> str:
    """The words with a closing quotation mark that belongs to them."""
    made = span_text(text, words)
    end = words[-1].end
    if made.count(_OPENING) > made.count(_CLOSING) and text[end : end + 1] == _CLOSING:
        made += _CLOSING
    if (
        words[0].start
        and text[words[0].start - 1] == _OPENING
        and made.count(_CLOSING) > made.count(_OPENING)
    ):
        made = _OPENING + made
    elif words[0].start and text[words[0].start - 1] == _OPENING and text[end : end + 1] == _CLOSING:
        made = _OPENING + made + _CLOSING
    return made
