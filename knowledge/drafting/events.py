"""Events named in an article, and the chain of the first, the second and the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.drafting.people import Person
from knowledge.drafting.phrases import NounPhrase, in_nominative, noun_phrase_at
from knowledge.drafting.words import Word
from knowledge.facts.dates import EdtfDate
from knowledge.language.numerals import ORDINALS

_EVENTS = read_words("nouns/events")
_SEQUENCE = read_table("numerals/sequence", "place", "words").index("place", "words", str)
_WORDS = read_groups("drafting/event_contexts")
_COMPLEMENTS, _FURTHER, _SHELLS = _WORDS["complements"], _WORDS["further"], _WORDS["shells"]
_MOST_COMPLEMENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """An event at `words[start:end]`. `sequence`: its ordinal, or `next`, `last`, `again`."""

    head: str
    title: str
    sequence: int | str | None
    start: int
    end: int
    is_complement: bool
    """Whether it stands in the genitive inside another phrase: «механизм диалога»."""
    noun: str
    gender: str
    """`masc`, `femn`, `neut` or `plur`."""


@dataclass(slots=True, eq=False)
class DraftEvent:
    head: str
    noun: str
    gender: str
    title: str
    sequence: int | str | None = None
    when: EdtfDate | None = None
    inferred: bool = False
    where: str | None = None
    where_phrase: str | None = None
    paragraph: int = 1
    dated_paragraph: int | None = None
    placed_paragraph: int | None = None
    mentions: int = 0
    weight: float = 0.0
    roles: dict[str, tuple[Person, str]] = field(default_factory=dict)
    order: int | None = None
    follows: DraftEvent | None = None
    id: str = ""


def mentions_of(words: Sequence[Word], text: str) -> Iterator[EventMention]:
    """The events that a sentence names."""
    place = 0
    while place < len(words):
        phrase = noun_phrase_at(words, place, text)
        if phrase is None:
            place += 1
            continue
        heads = [phrase.head, *range(phrase.head + 1, phrase.end)]
        for at in heads:
            word = words[at]
            if word.is_capital and at and word.has("Surn"):
                continue
            noun = next(
                (
                    one
                    for one in word.readings
                    if str(one.tag.POS) == "NOUN" and one.normal_form.replace("ё", "е") in _EVENTS
                ),
                None,
            )
            if noun is None or word.first_pos != "NOUN":
                continue
            start = at if at != phrase.head else phrase.start
            while start > phrase.start and at != phrase.head and words[start - 1].is_adjective:
                start -= 1
            yield _mention(
                words,
                text,
                start,
                at,
                phrase,
                inner=at != phrase.head and not words[phrase.head].lemmas & _SHELLS,
            )
            break
        place = max(phrase.end, place + 1)


def _mention(
    words: Sequence[Word], text: str, start: int, head: int, outer: NounPhrase, *, inner: bool
) -> EventMention:
    phrase = noun_phrase_at(words, start, text)
    if phrase is None or phrase.head != head:
        phrase = NounPhrase(start, outer.end, head, words[head].readings[0])
    end = _with_complements(words, text, phrase.end)
    named = in_nominative(phrase, words, text) or text[words[start].start : words[phrase.end - 1].end]
    tail = text[words[phrase.end - 1].end : words[end - 1].end].lstrip('»"') if end > phrase.end else ""
    title = (named + tail).strip()
    reading = next(one for one in words[head].readings if str(one.tag.POS) == "NOUN")
    plural = reading.tag.number == "plur" and "Pltm" in reading.tag
    normal = reading.normal_form
    return EventMention(
        head=normal.replace("ё", "е"),
        title=title[:1].upper() + title[1:],
        sequence=_sequence(words[start:head]),
        start=start,
        end=end,
        is_complement=inner,
        noun=normal,
        gender="plur" if plural else str(reading.tag.gender),
    )


def _with_complements(words: Sequence[Word], text: str, end: int) -> int:
    """«диалоге | на высоком уровне | по борьбе с киберпреступлениями»."""
    first = end
    for _ in range(_MOST_COMPLEMENTS):
        opening = _COMPLEMENTS if end == first else _COMPLEMENTS | _FURTHER
        if end >= len(words) or words[end].folded not in opening or words[end].before.strip():
            return end
        phrase = noun_phrase_at(words, end + 1, text)
        if phrase is None or words[phrase.head].is_capital or words[phrase.start].is_number:
            return end
        end = phrase.end
    return end


def _sequence(modifiers: Sequence[Word]) -> int | str | None:
    for word in modifiers:
        for lemma in word.lemmas:
            if lemma in ORDINALS:
                return int(ORDINALS[lemma])
            if lemma in _SEQUENCE:
                return _SEQUENCE[lemma]
        if word.is_number and word.text[-1:].isalpha():
            return int("".join(filter(str.isdigit, word.text)))
    return None


class Events:
    """The events of one article, each found again by its noun and its place in the chain."""

    def __init__(self) -> None:
        self.found: list[DraftEvent] = []

    def add(self, mention: EventMention, paragraph: int, when: EdtfDate | None) -> DraftEvent | None:
        """The event that is meant; None where a mere complement names none that is known."""
        known = self._known(mention, when)
        if known is None:
            if mention.is_complement:
                return None
            known = DraftEvent(
                head=mention.head,
                noun=mention.noun,
                gender=mention.gender,
                title=mention.title,
                sequence=mention.sequence,
                paragraph=paragraph,
            )
            self.found.append(known)
        known.mentions += 1
        if len(mention.title) > len(known.title) and not mention.is_complement:
            known.title = mention.title
        return known

    def _known(self, mention: EventMention, when: EdtfDate | None) -> DraftEvent | None:
        alike = [one for one in self.found if one.head == mention.head]
        same = [one for one in alike if one.sequence == mention.sequence]
        if same:
            fitting = [one for one in same if one.when is None or when is None or one.when.overlaps(when)]
            return (
                fitting[0]
                if fitting
                else (None if when is not None and not mention.is_complement else same[0])
            )
        if mention.sequence is None and alike:
            return alike[0]
        if mention.sequence == 1 and alike and alike[0].sequence is None:
            alike[0].sequence = 1
            return alike[0]
        return None

    def link(self) -> None:
        """The second follows the first, the next the one before it."""
        for event in self.found:
            later = [
                one
                for one in self.found
                if one.head == event.head and one is not event and _after(one, event)
            ]
            for one in later:
                if one.follows is None:
                    one.follows = event
                    event.order = event.order or 1
                    one.order = (event.order or 1) + 1

    @property
    def main(self) -> DraftEvent | None:
        return max(self.found, key=_prominence, default=None)


def _prominence(event: DraftEvent) -> tuple[float, int]:
    """What the first paragraph names is likelier what the article is about."""
    opens = 2.0 if event.paragraph == 1 else 0.0
    return event.weight + event.mentions + opens, -event.paragraph


def _after(later: DraftEvent, earlier: DraftEvent) -> bool:
    if isinstance(later.sequence, int) and later.sequence > 1:
        first = (
            earlier.sequence in (None, 1) if later.sequence == 2 else earlier.sequence == later.sequence - 1
        )
        return bool(first)
    return later.sequence == "next" and earlier.sequence in (None, 1)
