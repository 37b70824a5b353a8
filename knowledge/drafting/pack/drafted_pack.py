"""Makes a pack of what was read of an article: every fact a draft, with its example questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.drafting.article.article_text import Article, read_article
from knowledge.drafting.article.publication_date import PublicationDate, publication_date
from knowledge.drafting.events.draft_events import DraftEvent
from knowledge.drafting.pack.drafted_source import source_statement
from knowledge.drafting.pack.pack_assembly import PackAssembly
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.questions.found import with_found_questions
from knowledge.drafting.statements.event_facts import event_statements
from knowledge.drafting.statements.model import ArticleReading, DraftStatement, StatementKind
from knowledge.drafting.statements.person_facts import person_statement
from knowledge.drafting.statements.reading import read_statements
from knowledge.drafting.statements.salience import (
    complete_main_event,
    has_telling_post,
    main_event,
    weight_of,
)
from knowledge.facts import model as facts

_CHARACTERS, _CHARACTERS_OF_ALL, _LEAST = 90, 80, 16


def draft_pack(text: str, today: date, published_on: date | None = None) -> facts.FactBase | None:
    """A pack whose facts are all drafts; `today` bounds a publication date that is not given in full.

    `published_on` is the day of publication as told beside the text. Where neither tells it, «вчера» and
    a day without a year are no dates. None where the text holds no statement.
    """
    article = read_article(text)
    if published_on is None:
        published = publication_date(article, today)
    else:
        published = PublicationDate(day=published_on, stated=True)
    reading, most = _read(article, published)
    statements = _ordered(reading, most)
    if not any(one.kind in (StatementKind.TOLD, StatementKind.SAID) for one in statements):
        return None
    assembly = PackAssembly(article, published, reading, statements)
    drafted = with_found_questions(assembly.draft(), assembly.told)
    return drafted if len(article.paragraphs) > 1 else _without_paragraphs(drafted)


def _without_paragraphs(drafted: facts.FactBase) -> facts.FactBase:
    """A text of one paragraph: to name it would tell a reader nothing."""
    return replace(
        drafted, facts=tuple(replace(one, paragraph=None) for one in drafted.every_fact), drafts=()
    )


def _read(article: Article, published: PublicationDate) -> tuple[ArticleReading, int | None]:
    """The clauses of each sentence where that gives at most a statement for each 90 characters, else whole
    sentences; then also how many proposals there may be, one for each 80 characters, but sixteen at least."""
    length = sum(len(one.text) for one in article.paragraphs if not one.asks)
    most = max(_LEAST, round(length / _CHARACTERS))
    day, dated = published.day, published.has_day
    reading = read_statements(article, day, dated=dated)
    if len(reading.statements) > most:
        reading = read_statements(article, day, finely=False, dated=dated)
        complete_main_event(reading)
        return reading, max(_LEAST, round(length / _CHARACTERS_OF_ALL))
    complete_main_event(reading)
    return reading, None


def _ordered(reading: ArticleReading, most: int | None) -> list[DraftStatement]:
    """By paragraph; of one paragraph what records say comes first. Statements of the same words once; at
    most so many, the most telling."""
    people = [
        person_statement(one, number, _events_of(one, reading))
        for one, number in reading.posts
        if has_telling_post(one, reading)
    ]
    every = [*event_statements(reading), *people, *reading.statements]
    every.sort(key=lambda one: one.paragraph)
    if (publisher := reading.article.dateline.publisher) is not None:
        every.append(source_statement(publisher, reading.published))
    every = list({_key(one.text): one for one in reversed(every)}.values())[::-1]
    main = main_event(reading)
    while most is not None and len(every) > most:
        every.remove(min(reversed(every), key=lambda one: weight_of(one, main)))
    return every


def _events_of(person: ArticlePerson, reading: ArticleReading) -> tuple[DraftEvent, ...]:
    return next((one.events for one in reading.statements if person in one.people and one.events), ())


def _key(text: str) -> str:
    return " ".join(sorted(set(text.lower().strip(".").split())))
