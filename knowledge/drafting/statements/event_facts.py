"""Statements by template from the records: when and where an event is, who a person is, the source."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.clauses.tense import event_tense
from knowledge.drafting.events.draft_events import DraftEvent
from knowledge.drafting.grammar.inflection import like, text_in
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.people.sides import country_of
from knowledge.drafting.people.wording import lowered
from knowledge.drafting.statements.model import ArticleReading, DraftStatement, StatementKind
from knowledge.drafting.texts.date_words import day_words, when_words
from knowledge.drafting.texts.question_texts import question
from knowledge.drafting.texts.templates import template
from knowledge.facts.dates import Precision

_SHORT = 4


def event_name(event: DraftEvent) -> str:
    """The noun alone where no other event has it and the title is long; capitalised."""
    if isinstance(event.sequence, int) and event.sequence > 1 and len(event.title.split()) <= _SHORT:
        return event.title
    _, found, tail = event.title.lower().partition(event.noun.lower())
    tail = event.title[len(event.title) - len(tail) :] if found else ""
    named = f"{event.noun[:1].upper()}{event.noun[1:]}{tail}"
    return named if len(named.split()) <= _SHORT + 1 else event.noun[:1].upper() + event.noun[1:]


def event_statements(reading: ArticleReading) -> Iterator[DraftStatement]:
    for event in (one for one in reading.events.found if one.head):
        name = event_name(event)
        if not _is_told(event, reading, timed=True):
            yield from _dated(event, name, reading)
        if not _is_told(event, reading, timed=False):
            yield from _placed(event, name, reading)
        yield from _first(event, reading)
        yield from _sides(event)
        yield from _topic(event)


def _is_told(event: DraftEvent, reading: ArticleReading, *, timed: bool) -> bool:
    """Whether a clause of which the event is the subject or the aim says when, or where."""
    for one in reading.statements:
        named = event in one.events and event.noun[:5].lower() in one.clause.text.lower()
        if named and (one.times if timed else one.places) and _is_subject(event, one):
            return True
    return False


def _is_subject(event: DraftEvent, statement: DraftStatement) -> bool:
    subject = statement.clause.subject_text or ""
    planned = any(word.first_pos == "INFN" for word in statement.clause.words)
    return event.noun[:5].lower() in subject.lower() or planned or event.head in _objects(statement)


def _objects(statement: DraftStatement) -> set[str]:
    place = statement.clause.predicate
    return (
        {lemma for word in statement.clause.words[(place or 0) + 1 :][:3] for lemma in word.lemmas}
        if place
        else set()
    )


def _held(event: DraftEvent, reading: ArticleReading) -> str:
    tense = event_tense(event.when, reading.published)
    return template(f"held_{_form(event, tense)}")


def _was(event: DraftEvent, reading: ArticleReading) -> str:
    tense = event_tense(event.when, reading.published)
    return template(f"was_{_form(event, tense and 'future')}")


def _form(event: DraftEvent, tense: str) -> str:
    if not tense:
        return event.gender
    return f"{tense}_plur" if event.gender == "plur" else tense


def _dated(event: DraftEvent, name: str, reading: ArticleReading) -> Iterator[DraftStatement]:
    words = when_words(event.when) if event.when is not None else None
    if words is None or event.when is None:
        return
    held, low = _held(event, reading), lowered(name)
    kinds = {Precision.DAY: "event_day", Precision.MONTH: "event_month", Precision.YEAR: "event_when_year"}
    asked = [
        question("event_when", held=held, event=low),
        question("event_was", was=_was(event, reading), event=low),
    ]
    if (kind := kinds.get(event.when.precision)) is not None:
        asked.append(question(kind, held=held, event=low))
    asked.append(question("event_when_year", held=held, event=low))
    asked.append(question("event_yes", held=held, event=low, date=words))
    if (gent := text_in(low, "gent")) is not None:
        asked.append(question("event_dry_date", event=gent))
    because = template("because_date", date=day_words(reading.published)) if event.inferred else None
    made = _statement(
        template("event_date", event=name, held=held, date=words), event, event.dated_paragraph, asked
    )
    made.when, made.inferred, made.because = event.when, event.inferred, because
    yield made


def _placed(event: DraftEvent, name: str, reading: ArticleReading) -> Iterator[DraftStatement]:
    if event.where is None or event.where_phrase is None:
        return
    held, low = _held(event, reading), lowered(name)
    was = _was(event, reading)
    asked = [
        question("event_where", held=held, event=low),
        question("event_city", held=held, event=low),
        question("event_where_was", was=was, event=low),
        question("event_where_yes", held=held, event=low, place=event.where_phrase),
    ]
    if (gent := text_in(low, "gent")) is not None:
        asked.append(question("event_dry_place", event=gent))
    text = template("event_place", event=name, held=held, place=event.where_phrase)
    yield _statement(text, event, event.placed_paragraph, asked)


def _first(event: DraftEvent, reading: ArticleReading) -> Iterator[DraftStatement]:
    later = next((one for one in reading.events.found if one.follows is event and one.sequence == 2), None)
    if event.order != 1 or later is None or event.sequence == 1:
        return
    low = lowered(event.noun)
    asked = [
        question(kind, event=low)
        for kind in ("event_first", "event_is_first", "event_first_time", "event_before", "event_first_dry")
    ]
    noun = event.noun[:1].upper() + event.noun[1:]
    text = template(
        "event_first", event=noun, place=event.where_phrase or "", was=template(f"was_{event.gender}")
    )
    made = _statement(" ".join(text.split()), event, later.paragraph, asked)
    made.inferred, made.because = True, template("because_chain")
    yield made


def _sides(event: DraftEvent) -> Iterator[DraftStatement]:
    """«Китайско-американский диалог»: the countries of the adjective."""
    compound = next((word for word in words_of(event.title) if "-" in word.text and word.is_adjective), None)
    if compound is None:
        return
    first, second = compound.text.lower().split("-")[-2:]
    pair = [country_of(words_of(part)[0]) for part in (first[:-1] + "ий", second)]
    if None in pair:
        return
    countries = [_named(one) for one in pair if one]
    inside = text_in(event.noun, "loct")
    if inside is None:
        return
    low = lowered(event.noun)
    asked = [question(kind, event=inside) for kind in ("event_sides_who", "event_sides_countries")]
    asked += [question(kind, event=low) for kind in ("event_sides_whose", "event_sides_between")]
    asked += [question("event_sides_dry", event=text_in(low, "gent") or low)]
    text = template("event_sides_full", event=inside, sides=" и ".join(countries))
    yield _statement(text, event, event.paragraph, asked)


def _named(country: str) -> str:
    return country.upper() if words_of(country)[0].has("Abbr") else like(country, "Страна")


def _topic(event: DraftEvent) -> Iterator[DraftStatement]:
    """«диалог по борьбе с киберпреступлениями» is devoted to «борьбе с киберпреступлениями»."""
    _, found, topic = event.title.partition(" по ")
    if not found or len(topic.split()) < 2 or not any(word.has("NOUN", "datv") for word in words_of(topic)):
        return
    noun = event.noun[:1].upper() + event.noun[1:]
    devoted, low = template(f"devoted_{event.gender}"), lowered(event.noun)
    asked = [
        question("event_topic_what", devoted=devoted, event=low),
        question("event_topic_why", event=low),
        question("event_topic_aim", event=text_in(low, "gent") or low),
        question("event_topic_dry", event=text_in(low, "gent") or low),
        question("event_topic_yes", event=low, devoted=devoted, topic=topic),
    ]
    yield _statement(
        template("event_topic", event=noun, devoted=devoted, topic=topic), event, event.paragraph, asked
    )


def _statement(text: str, event: DraftEvent, paragraph: int | None, asked: list[str]) -> DraftStatement:
    return DraftStatement(
        text=text,
        clause=read_clause(text),
        paragraph=paragraph or event.paragraph,
        kind=StatementKind.EVENT,
        events=(event,),
        asked=asked,
    )
