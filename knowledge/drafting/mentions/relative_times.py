"""Times that are told by their distance from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.mentions.nearest_dates import point_of, with_year
from knowledge.drafting.mentions.time_mentions import TimeMention
from knowledge.facts.dates import EdtfDate
from knowledge.facts.partial_date import PartialDate
from knowledge.language.calendar_words import MONTH_ADJECTIVES, RELATIVE, RELATIVE_DAYS, UNITS
from knowledge.language.date_errors import DateParseError
from knowledge.language.morphology import lemma
from knowledge.language.numerals import CARDINALS
from knowledge.language.relative_dates import relative_date

_VAGUE = read_groups("drafting/vague_times")
_RECENT = re.compile(rf"\b(?:{alternation(_VAGUE['recent'])})\b", re.IGNORECASE)
_EVE = re.compile(rf"\b(?:{alternation(_VAGUE['eve'])})\b", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:{alternation(RELATIVE_DAYS)})\b", re.IGNORECASE)
_UNIT = "|".join(UNITS)
_SHIFTED = re.compile(
    rf"\b(?:через (?:\w+ )?(?:{_UNIT})|(?:\w+ )?(?:{_UNIT}) назад"
    rf"|в (?:{alternation(RELATIVE)}) (?:году|месяце))\b"
)


def relative_times(text: str, published: date) -> Iterator[TimeMention]:
    """«вчера», «на днях», «два года назад», «в прошлом году»."""
    eve = published - timedelta(days=1)
    for found in _RECENT.finditer(text):
        yield TimeMention(
            start=found.start(), end=found.end(), when=EdtfDate.parse(f"../{eve}"), inferred=False
        )
    for found in _EVE.finditer(text):
        yield TimeMention(start=found.start(), end=found.end(), when=EdtfDate.parse(str(eve)), inferred=True)
    for pattern in (_RELATIVE, _SHIFTED):
        for found in pattern.finditer(text.lower()):
            try:
                when = relative_date(_in_digits(found[0]), published)
            except DateParseError:
                continue
            if when is not None:
                yield TimeMention(start=found.start(), end=found.end(), when=when, inferred=True)


def _in_digits(text: str) -> str:
    """«два года назад» -> «2 года назад»."""
    return " ".join(str(int(CARDINALS[word])) if word in CARDINALS else word for word in _lemmatised(text))


def _lemmatised(text: str) -> list[str]:
    words = text.split()
    return [word if lemma(word) not in CARDINALS else lemma(word) for word in words]


def month_adjectives(words: Sequence[Word], published: date) -> Iterator[TimeMention]:
    """«сентябрьский визит»: the latest such month up to publication."""
    for word in words:
        month = next(
            (MONTH_ADJECTIVES.index(one) + 1 for one in word.lemmas if one in MONTH_ADJECTIVES), None
        )
        if month is not None:
            dated = with_year(PartialDate(None, month), published, future=False)
            when = EdtfDate.parse(str(point_of(dated)))
            yield TimeMention(start=word.start, end=word.end, when=when, inferred=True)
