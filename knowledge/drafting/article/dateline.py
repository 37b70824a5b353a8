"""Who published an article, where and when: its dateline, header lines or signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.grammar.words import words_of
from knowledge.facts.partial_date import PartialDate
from knowledge.language.values import ValueKind, read_values

_SLASHED = re.compile(r"/\s*([^/\d]{2,60}?)\s*/|\(\s*([А-ЯЁA-Z][^()\d]{2,40}?)\s*\)")
_DASH = re.compile(r"\s[—–]\s|\s-{1,2}\s|\.\s+(?=[А-ЯЁ«])")
_WORDS = read_groups("drafting/publishers")
_LABEL = re.compile(r"^([^:«»]{3,30}):\s*(.+)$")
_MOST_OTHER_WORDS = 2
_LONGEST_DATELINE, _LONGEST_HEADER = 90, 130
_LABELS = re.compile(rf"\b(?:{alternation(_WORDS['date'])})\b", re.IGNORECASE)
_LONGEST_PUBLISHED = 90
"""A longer line with a verb of publishing is a sentence of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    publisher: str | None = None
    place: str | None = None
    date: PartialDate | None = None

    def joined(self, other: Dateline) -> Dateline:
        """What this one lacks is taken from the other."""
        return Dateline(
            publisher=self.publisher or other.publisher,
            place=self.place or other.place,
            date=self.date or other.date,
        )


def read_dateline(paragraph: str) -> tuple[Dateline, str]:
    """«Вашингтон, 2 декабря /Синьхуа/ — …»: the dateline and the paragraph without it."""
    for dash in _DASH.finditer(paragraph[: _LONGEST_DATELINE + 3]):
        head, rest = paragraph[: dash.start()], paragraph[dash.end() :]
        read = _read(head, strict=True) if not _has_verb(head) else None
        if read is None:
            continue
        named = _publisher_before_dash(rest) if read.publisher is None else None
        if named is not None:
            read, rest = read.joined(Dateline(publisher=named[0])), named[1]
        if rest[:1].isupper() or rest[:1] in '«"':
            return read, rest
    return Dateline(), paragraph


def _publisher_before_dash(text: str) -> tuple[str, str] | None:
    """«ТАСС. …», «Интерфакс — …» right after the date."""
    found = re.match(
        r"(?:/?([А-ЯЁA-Z][^\s.,—–/]{1,30})/?|(«[^«»]{2,50}»))\s*(?:[—–]|\.|--)\s+(?=[А-ЯЁ«\"])", text
    )
    return (found[1] or found[2], text[found.end() :]) if found else None


def read_header(line: str) -> Dateline | None:
    """A line that tells of the source alone: «Газета „Берег“, 5 мая 2026 года», «Источник: Синьхуа»."""
    if len(line) > _LONGEST_HEADER:
        return None
    label = _LABEL.match(line)
    if label is not None:
        name = label[1].lower().strip()
        if name in _WORDS["date"]:
            return _read(label[2])
        if name in _WORDS["publisher"]:
            found = _read(label[2]) or Dateline()
            bare = label[2].strip(" .")
            return found if found.publisher else Dateline(publisher=bare, place=found.place, date=found.date)
        return None
    if line.rstrip('»"').endswith(("?", "!", ";")):
        return None
    if _has_verb(line):
        return None
    read = _read(line, strict=True)
    if read is not None and _publishes(line) and not _is_dated_in_full(read.date, line):
        return None
    return read


def _is_dated_in_full(day: PartialDate | None, line: str) -> bool:
    """Else a line with a verb of publishing may be a sentence of the article."""
    return day is not None and day.year is not None and len(line) <= _LONGEST_PUBLISHED


def _publishes(line: str) -> bool:
    return any(word.lemmas & _WORDS["publishing"] and word.pos("VERB") for word in words_of(line))


def _without_publishing(text: str) -> str:
    for word in reversed(words_of(text)):
        if word.lemmas & _WORDS["publishing"] and word.pos("VERB", "PRTS", "PRTF"):
            text = text[: word.start] + text[word.end :]
    return text


def _has_verb(line: str) -> bool:
    verbs = [
        word for word in words_of(line) if word.pos("VERB", "INFN", "PRTS") and not word.pos("NOUN", "NUMR")
    ]
    return any(not word.lemmas & _WORDS["publishing"] for word in verbs)


def _read(head: str, *, strict: bool = False) -> Dateline | None:
    """A dateline's parts; None without a date. `strict`: nothing else may stand in the line."""
    dates = [value for value in read_values(head.replace("ё", "е")) if value.kind is ValueKind.DATE]
    if not dates or len(dates[0].dates) != 1 or dates[0].dates[0].day is None:
        return None
    day = dates[0]
    slashed = _SLASHED.search(head)
    rest = head[: day.start] + " " + head[day.end :]
    publisher = (slashed[1] or slashed[2]) if slashed else None
    if slashed:
        rest = rest.replace(slashed[0], " ")
    rest = _without_publishing(_LABELS.sub(" ", rest))
    pieces = [piece.strip(" .,/—–-|:") for piece in re.split(r"[,.|/]|\s[—–-]\s", rest)]
    place = None
    for piece in (piece for piece in pieces if piece):
        if publisher is None and any(word.lemma in _WORDS["publisher"] for word in words_of(piece)):
            publisher = piece
        elif place is None and is_place_name(piece):
            place = piece
        elif publisher is None and (piece[:1].isupper() or piece[:1] == "«") and len(piece.split()) <= 7:
            publisher = piece
        elif strict and len(piece.split()) > _MOST_OTHER_WORDS:
            return None
    return Dateline(publisher=publisher, place=_capitalised(place), date=day.dates[0])


def is_place_name(text: str) -> bool:
    words = words_of(text)
    return bool(words) and len(words) <= 3 and words[0].is_capital and any(word.has("Geox") for word in words)


def _capitalised(place: str | None) -> str | None:
    if place is None or not place.isupper() or len(place) <= 4:
        return place
    return place.title()
