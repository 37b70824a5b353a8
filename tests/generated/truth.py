"""Whether refusals are true: what they call absent was typed by the reader and does not stand in the pack.

Words are looked up by their plain lemma, dates by the records' first and last days, without the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.facts.model import Fact, FactBase
from tests.generated.cases import Reply
from tests.generated.found import Kind
from tests.generated.held_dates import HeldDates, days_quoted
from tests.generated.numerals import number_words
from tests.generated.places import record_place
from tests.generated.russian import fold, lemma, lemmas, parses, part, words
from tests.generated.values import scan

_QUOTE = re.compile(r"«((?:[^«»]|«[^»]*»)+)»")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CONTENT = frozenset({"NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "GRND", "ADVB", "COMP", "NUMR"})
_TOPICAL = frozenset({"NOUN", "ADJF", "ADJS", "NUMR"})
_ABSENT = re.compile(
    r"\b(число|место|дата|время|точный день|кто именно|кто это сказал|должность|причина|цель|сторона"
    r"|как именно|источник\w*)\b[^.]{0,25}\bне (?:указан|назван|сказан)|не (?:указан|назван|сказан)\w*,? "
    r"(кто именно|кто это сказал|как именно|другого источника)"
)  # fmt: skip
_KIND_NAMED = re.compile(r"^[А-ЯЁ][^.«»]* в сведениях не нашёл\.")
"""«Нужной даты в сведениях не нашёл»: what was looked for is named, nothing is called absent."""
_REPEATED = re.compile(r"^Не нашёл в сведениях, (.*)\.$|^(.*), в сведениях не сказано\.$")
"""The reader's own question, repeated."""
_CERTAIN = re.compile(r"не сказано|ничего нет|не указан|нет сведений|[Сс]ведений об этом нет")
"""How a refusal says that the base surely has no answer, not that none was found."""
_TOGETHER = re.compile(r"не вместе|^Вместе ")
_SAID_INSTEAD = "Сказано вот что:"
_KINDS = {"число": "number", "место": "place", "дата": "date", "кто именно": "person"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Untruth:
    """`why` is `not typed`, `held` or the kind of value that is held; `quoted` what the reply says."""

    why: str
    quoted: str


class PackWords:
    """Everything that a pack says, by lemma: titles, statements, names, posts, sides, places and synonyms."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self._texts = [lemmas(text) for text in _texts(base)]
        self._lemmas = frozenset(word for text in self._texts for word in text)
        self._values = [found for fact in base.facts for found in scan(fact.says)]
        self._dates = HeldDates(base)
        title = base.source.title.replace("«", "„").replace("»", "“")
        self._own = {title, base.source.title, base.source.publisher, *base.source.examples}

    def untruths(self, asked: Sequence[str], reply: Reply, held: Sequence[Fact] = ()) -> list[Untruth]:
        """What a refusal says that is not so; `asked`: all turns of the chat, `held`: facts that answer."""
        if reply.outcome != "refusal":
            return []
        said = first_paragraph(reply.text).partition(_SAID_INSTEAD)[0]
        if repeated := _repeated(said):
            typed = fold(" ".join(words(" ".join(asked))))
            return [] if fold(" ".join(words(repeated))) in typed else [Untruth(why="not typed", quoted=said)]
        quotes = self._quoted(said)
        if _TOGETHER.search(said):
            return list(self._about_pair(said, quotes))
        found = [each for quoted in quotes for each in self._about_quote(quoted, asked)]
        return [*found, *self._about_kind(said, held)]

    def names_missing(self, asked: str, reply: Reply) -> bool:
        """Whether a refusal names what is missing: a word, the whole question, or a kind of value."""
        said = first_paragraph(reply.text)
        for own in self._own:
            said = said.replace(own, "")
        mentioned = {lemma(word) for word in words(said)}
        unknown = {lemma(word) for word in words(asked) if part(word) in _CONTENT} - self._lemmas
        quoted = any(fold(quote) in fold(asked) for quote in self._quoted(said))
        kind = _ABSENT.search(said) or _KIND_NAMED.search(said)
        return quoted or bool(unknown & mentioned) or kind is not None or bool(_repeated(said))

    def holds(self, quoted: str, asked: str) -> bool:
        """Whether the pack has what is quoted: all its nouns, adjectives and numbers, or its date.

        A verb stands in a pack with its own subject and object, so that a quoted verb says nothing.
        """
        days = days_quoted(quoted, asked)
        if days:
            return any(self._dates.has_day(each) for each in days)
        tokens = [word for word in words(quoted) if part(word) in _TOPICAL or word[0].isdigit()]
        return bool(tokens) and all(self._has_word(word, asked) for word in tokens)

    def _quoted(self, said: str) -> list[str]:
        return [quote for quote in _QUOTE.findall(said) if quote not in self._own]

    def _about_quote(self, quoted: str, asked: Sequence[str]) -> Iterator[Untruth]:
        typed = {word.casefold() for turn in asked for word in words(turn)}
        if not all(word.casefold() in typed for word in words(quoted)):
            yield Untruth(why="not typed", quoted=quoted)
        elif self.holds(quoted, asked[-1]):
            yield Untruth(why="held", quoted=quoted)

    def _about_pair(self, said: str, quotes: Sequence[str]) -> Iterator[Untruth]:
        """«Вместе „Линч“ и „визит“ не встречаются» where a statement has both."""
        pairs = [{lemma(word) for word in words(quoted) if part(word) in _TOPICAL} for quoted in quotes]
        if any(all(pair <= set(lemmas(fact.says)) for pair in pairs) for fact in self.base.facts):
            yield Untruth(why="held together", quoted=said)

    def _about_kind(self, said: str, held: Sequence[Fact]) -> Iterator[Untruth]:
        """«число не указано» where a fact that answers has one."""
        found = _ABSENT.search(said)
        kind = _KINDS.get((found[1] or found[2]) if found else "")
        if kind is not None and any(kind in self._kinds(fact) for fact in held):
            yield Untruth(why=kind, quoted=said)

    def _kinds(self, fact: Fact) -> set[str]:
        """Kinds of values that a fact has in its statement or records."""
        kinds = {one.kind for one in scan(fact.says)}
        event = self.base.event_by_id.get(fact.about[0]) if fact.about else None
        held = {
            "number": bool(kinds & {Kind.COUNT, Kind.MONEY, Kind.PERCENT}) or bool(_numerals(fact.says)),
            "place": record_place(fact, self.base) is not None,
            "date": bool(kinds & {Kind.DAY, Kind.MONTH, Kind.YEAR, Kind.CLOCK})
            or fact.when is not None
            or (event is not None and event.when is not None),
            "person": any(lemma(words(one.name)[-1]) in lemmas(fact.says) for one in self.base.people),
        }
        return {kind for kind, holds in held.items() if holds}

    def _has_word(self, word: str, asked: str) -> bool:
        """Whether a word stands in the pack; an ordinal or number only with its noun of the question."""
        tag = parses(word)[0].tag
        if _YEAR.fullmatch(word):
            return self._dates.has_year(int(word))
        if word[0].isdigit() or fold(word) in number_words():
            return self._has_number(word, asked)
        if "Anum" in tag:
            noun = _noun_after(word, asked)
            return noun is not None and any(_stand_together(lemma(word), noun, text) for text in self._texts)
        return lemma(word) in self._lemmas

    def _has_number(self, word: str, asked: str) -> bool:
        value = float(word) if word.isdigit() else float(number_words().get(fold(word), -1))
        noun = _noun_after(word, asked)
        return noun is not None and any(one.number == value and one.noun == noun for one in self._values)


def _repeated(said: str) -> str:
    """The question as a refusal repeats it; empty where it does not."""
    found = _REPEATED.match(said)
    return (found[1] or found[2]) if found else ""


def is_certain(reply: Reply) -> bool:
    """Whether a refusal says that the base has no answer, rather than that none was found."""
    return _CERTAIN.search(first_paragraph(reply.text)) is not None


def first_paragraph(text: str) -> str:
    """What a refusal says before the nearest facts."""
    return text.partition("\n\n")[0]


def _texts(base: FactBase) -> Iterator[str]:
    yield from filter(None, (base.source.title, base.source.publisher, base.source.place))
    for event in base.events:
        yield from filter(None, (event.title, event.where))
    for fact in base.facts:
        yield from filter(None, (fact.says, fact.where))
    for person in base.people:
        yield from filter(None, (person.name, person.post, person.side, *person.names))
    for group in base.terms.synonyms:
        yield from group
    yield from base.terms.topics.values()
    for short, full in base.terms.short.items():
        yield from (short, full)


def _noun_after(word: str, asked: str) -> str | None:
    """The lemma of the first noun among the three words after this one."""
    tokens = words(asked)
    folded = [fold(token) for token in tokens]
    if fold(word) not in folded:
        return None
    after = tokens[folded.index(fold(word)) + 1 :][:3]
    return next((lemma(token) for token in after if part(token) == "NOUN"), None)


def _stand_together(one: str, noun: str, text: list[str]) -> bool:
    return any(word == one and noun in text[at + 1 : at + 4] for at, word in enumerate(text))


def _numerals(text: str) -> list[str]:
    return [word for word in words(text) if fold(word) in number_words() and number_words()[fold(word)] > 1]
