"""The day of publication: the dateline's, its year inferred where the dateline has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.drafting.article.article_text import Article, read_article
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.clauses.tense import is_about_future
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.facts.dates import EdtfDate, Precision
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
        return _before_what_was_to_come(article, today)
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


def _before_what_was_to_come(article: Article, today: date) -> PublicationDate:
    """The day before the first day of which the text speaks as one to come: «с 3 июня 2024 года не будет»."""
    firsts = [(_last_day_before(when), when) for when, future in _constraints(article) if future]
    day, evidence = min(firsts, key=lambda one: one[0], default=(today, None))
    if day >= today:
        return PublicationDate(day=today, stated=False, has_day=False)
    return PublicationDate(day=day, stated=False, evidence=evidence, has_day=False)


def _last_day_before(when: EdtfDate) -> date:
    """Within a month or a year it may still have been to come."""
    if when.precision < Precision.DAY or when.first_day is None:
        return when.last_day
    return when.first_day - timedelta(days=1)


def lacks_date(text: str) -> bool:
    """Whether an article does not say when it was published."""
    day = read_article(text).dateline.date
    return day is None or day.month is None or day.day is None


def _allows(when: EdtfDate, future: bool, day: date) -> bool:
    return when.last_day >= day if future else (when.first_day or date.min) <= day


def _constraints(article: Article) -> Iterator[tuple[EdtfDate, bool]]:
    """The dates with a year, each with whether its sentence is about what was to come.

    «Заменят трубы, которые проложили в 1987 году» tells nothing of 1987.
    """
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            if not any(value.kind is ValueKind.DATE for value in read_values(sentence.replace("ё", "е"))):
                continue
            clause = read_clause(sentence)
            future = is_about_future(clause) is True
            for one in times_of(clause.text, clause.words, None, future=None):
                if not one.attributive:
                    yield one.when, future
