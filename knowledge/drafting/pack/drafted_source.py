"""The source of a drafted pack: its record, and the statement that says where an article comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.drafting.article.article_text import Article
from knowledge.drafting.article.publication_date import PublicationDate
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.statements.model import DraftStatement, StatementKind
from knowledge.drafting.texts.date_words import day_words
from knowledge.drafting.texts.question_texts import question
from knowledge.drafting.texts.templates import template
from knowledge.facts import model as facts
from knowledge.facts.dates import EdtfDate
from knowledge.facts.ids import propose_id

_EXAMPLES = 3
_OF_RECORDS = frozenset({StatementKind.PERSON.value, StatementKind.SOURCE.value})
_LONGEST_TITLE, _LONGEST_EXAMPLE = 90, 9


def source_record(
    article: Article,
    published: PublicationDate,
    drafted: Sequence[facts.Fact],
    *,
    main: facts.EventId | None,
    main_title: str | None,
) -> facts.Source:
    """`main`: the event that the article is about, by whose title an article without one is called."""
    title = (article.title or main_title or _first_words(article))[:_LONGEST_TITLE]
    day = published.day
    publisher = article.dateline.publisher or template("no_publisher")
    shown = title.replace("«", "„").replace("»", "“")
    return facts.Source(
        id=propose_id(title, ()),
        title=title,
        about=template("about", title=shown, publisher=publisher, date=day_words(day)),
        publisher=publisher,
        published=EdtfDate.parse(str(day)),
        because=_why_this_day(published),
        place=article.dateline.place,
        main=main,
        examples=_examples(drafted),
    )


def _first_words(article: Article) -> str:
    first = article.paragraphs[0].sentences[0] if article.paragraphs else ""
    return " ".join(first.split()[:8]).strip(" ,.;:") or template("no_title")


def _why_this_day(published: PublicationDate) -> str | None:
    if published.stated:
        return None
    evidence = published.evidence
    if not published.has_day:
        return (
            template("because_to_come", evidence=str(evidence)) if evidence else template("because_no_date")
        )
    return template("because_year", evidence=str(evidence)) if evidence else template("because_year_unsure")


def _examples(drafted: Sequence[facts.Fact]) -> tuple[str, ...]:
    """Short ones of the facts' first questions; «Правда ли, что …» only where there is no other."""
    told = [fact for fact in drafted if fact.topic not in _OF_RECORDS] or drafted
    first = [fact.questions[0] for fact in told if fact.questions and fact.questions[0].endswith("?")]
    whether = question("yes", clause="").rstrip("? ")
    open_ones = [one for one in first if not one.startswith(whether)]
    asked = [one for one in open_ones if len(one.split()) <= _LONGEST_EXAMPLE] or open_ones or first
    step = max(1, len(asked) // _EXAMPLES)
    return tuple(dict.fromkeys(asked[::step]))[:_EXAMPLES] or (drafted[0].questions[0],)


def source_statement(publisher: str, published: date) -> DraftStatement:
    text = template("source", date=day_words(published), publisher=publisher)
    kinds = ("source_who", "source_from", "source_what", "source_date", "source_where", "source_dry")
    return DraftStatement(
        text=text,
        clause=read_clause(text),
        paragraph=1,
        kind=StatementKind.SOURCE,
        asked=[question(kind) for kind in kinds],
    )
