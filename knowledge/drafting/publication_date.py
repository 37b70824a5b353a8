"""The day of publication: the dateline's, its year inferred where the dateline has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.drafting.article import Article
from knowledge.drafting.clauses import read_clause
from knowledge.drafting.tense import is_about_future
from knowledge.facts.dates import DateError, EdtfDate
from knowledge.facts.partial_date import PartialDate
from knowledge.language.values import ValueKind, read_values

_OLDEST = 1950


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate:
    """`stated`: whether the article gives the day with its year; `evidence`: the date that the year was
    inferred from, None where it is only the latest possible one."""

    day: date
    stated: bool
    evidence: EdtfDate | None = None
    has_day: bool = True


def publication_date(article: Article, today: date) -> PublicationDate:
    """The latest day up to `today` that agrees with the dates of the text."""
    written = article.dateline.date
    if written is None or written.month is None or written.day is None:
        return PublicationDate(day=today, stated=False, has_day=False)
    if written.year is not None:
        return PublicationDate(day=date(written.year, written.month, written.day), stated=True)
    constraints = tuple(_constraints(article))
    for year in range(today.year, _OLDEST, -1):
        try:
            day = date(year, written.month, written.day)
        except ValueError:
            continue
        if day <= today and all(_allows(when, future, day) for when, future in constraints):
            evidence = next((when for when, future in constraints if future), None)
            evidence = evidence or next((when for when, _ in constraints), None)
            return PublicationDate(day=day, stated=False, evidence=evidence)
    return PublicationDate(day=date(today.year, written.month, written.day), stated=False)


def _allows(when: EdtfDate, future: bool, day: date) -> bool:
    return when.last_day >= day if future else (when.first_day or date.min) <= day


def _constraints(article: Article) -> Iterator[tuple[EdtfDate, bool]]:
    """The dates with a year, each with whether its sentence is about what was to come."""
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            dated = [
                value for value in read_values(sentence.replace("ё", "е")) if value.kind is ValueKind.DATE
            ]
            dates = [one for value in dated for one in value.dates if one.year is not None]
            future = is_about_future(read_clause(sentence)) if dates else None
            for one in dates:
                if (when := _edtf(one)) is not None:
                    yield when, future is True


def _edtf(part: PartialDate) -> EdtfDate | None:
    written = (
        f"{part.year:04}"
        + (f"-{part.month:02}" if part.month else "")
        + (f"-{part.day:02}" if part.day else "")
    )
    try:
        return EdtfDate.parse(written)
    except DateError:
        return None
