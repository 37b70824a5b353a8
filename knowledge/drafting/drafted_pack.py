"""Makes a pack of what was read of an article: every fact a draft, with its example questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from knowledge.drafting.article import Article, read_article
from knowledge.drafting.date_words import day_words
from knowledge.drafting.event_facts import event_statements, person_statement, source_statement
from knowledge.drafting.events import DraftEvent
from knowledge.drafting.example_questions import clause_questions
from knowledge.drafting.model import Kind, Statement
from knowledge.drafting.people import Person
from knowledge.drafting.places import joined_place
from knowledge.drafting.publication_date import PublicationDate, publication_date
from knowledge.drafting.reading import Reading, read_statements
from knowledge.drafting.salience import complete_main_event, has_telling_post, main_event, weight_of
from knowledge.drafting.templates import template
from knowledge.facts import model as facts
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.ids import propose_id
from knowledge.language.question_equivalence import equivalence_key

_EXAMPLES = 3
_CHARACTERS, _CHARACTERS_OF_ALL, _LEAST = 90, 80, 16
_LONGEST_TITLE = 90


def draft_pack(text: str, today: date) -> facts.FactBase | None:
    """A pack whose facts are all drafts; `today` bounds a publication date that is not given in full.

    None where the text holds no statement.
    """
    article = read_article(text)
    published = publication_date(article, today)
    reading, most = _read(article, published.day)
    statements = _ordered(reading, most)
    if not any(one.kind in (Kind.TOLD, Kind.SAID) for one in statements):
        return None
    return _Assembly(article, published, reading, statements).draft()


def _read(article: Article, published: date) -> tuple[Reading, int | None]:
    """The clauses of each sentence where that gives at most a statement for each 90 characters, else whole
    sentences; then also how many proposals there may be, one for each 80 characters, but sixteen at least."""
    length = sum(len(one.text) for one in article.paragraphs if not one.asks)
    most = max(_LEAST, round(length / _CHARACTERS))
    reading = read_statements(article, published)
    if len(reading.statements) > most:
        reading = read_statements(article, published, finely=False)
        complete_main_event(reading)
        return reading, max(_LEAST, round(length / _CHARACTERS_OF_ALL))
    complete_main_event(reading)
    return reading, None


def _ordered(reading: Reading, most: int | None) -> list[Statement]:
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


def _events_of(person: Person, reading: Reading) -> tuple[DraftEvent, ...]:
    return next((one.events for one in reading.statements if person in one.people and one.events), ())


def _key(text: str) -> str:
    return " ".join(sorted(set(text.lower().strip(".").split())))


class _Assembly:
    def __init__(
        self, article: Article, published: PublicationDate, reading: Reading, statements: Sequence[Statement]
    ) -> None:
        self._article, self._published, self._reading = article, published, reading
        self._statements = statements
        self._main = main_event(reading)
        self._ids: dict[int, str] = {}

    def draft(self) -> facts.FactBase:
        events, people = self._events(), self._people()
        drafted = self._facts()
        source = self._source(drafted)
        return facts.FactBase(
            source=source,
            people=tuple(people),
            events=tuple(events),
            facts=tuple(fact for fact, _ in drafted),
            terms=facts.Terms(topics={kind.value: template(f"topic_{kind.value}") for kind in Kind}),
        )

    def _events(self) -> list[facts.Event]:
        taken: set[str] = set()
        for one in self._kept_events():
            self._ids[id(one)] = propose_id(" ".join(one.title.split()[:4]), taken)
            taken.add(self._ids[id(one)])
        self._name_people()
        return [self._event(one) for one in self._kept_events()]

    def _kept_events(self) -> list[DraftEvent]:
        """An event named once, without time, place or people, is a mere word."""
        return [
            one
            for one in self._reading.events.found
            if one.when is not None
            or one.where is not None
            or one.roles
            or one is self._main
            or one.follows
            or any(other.follows is one for other in self._reading.events.found)
        ]

    def _event(self, one: DraftEvent) -> facts.Event:
        follows = self._ids.get(id(one.follows)) if one.follows is not None else None
        parts = [
            facts.Participation(person=facts.PersonId(self._ids[id(person)]), role=role)
            for person, role in one.roles.values()
            if id(person) in self._ids
        ]
        return facts.Event(
            id=facts.EventId(self._ids[id(one)]),
            title=one.title,
            when=one.when,
            where=one.where,
            follows=facts.EventId(follows) if follows else None,
            order=one.order,
            people=tuple(parts),
        )

    def _name_people(self) -> None:
        taken: set[str] = set()
        for person in self._reading.people.found:
            self._ids[id(person)] = propose_id(person.name, taken)
            taken.add(self._ids[id(person)])

    def _people(self) -> list[facts.Person]:
        return [
            facts.Person(
                id=facts.PersonId(self._ids[id(one)]),
                name=one.name,
                post=one.post,
                side=one.side,
                names=_other_names(one),
            )
            for one in self._reading.people.found
        ]

    def _facts(self) -> list[tuple[facts.Fact, Statement]]:
        taken: set[str] = set()
        used: dict[str, int] = {}
        out = []
        for one in self._statements:
            made = self._fact(one, propose_id(" ".join(one.clause.text.split()[:4]), taken))
            taken.add(made.id)
            out.append((made, one))
            for asked in made.questions:
                used[equivalence_key(asked)] = used.get(equivalence_key(asked), 0) + 1
        return [(replace(fact, questions=_own(fact.questions, used)), one) for fact, one in out]

    def _fact(self, one: Statement, name: str) -> facts.Fact:
        event = self._event_of(one)
        asked = one.asked if one.kind not in (Kind.TOLD, Kind.SAID) else clause_questions(one)
        when = one.when if event is None or event.when != one.when else None
        where = joined_place(one.places)
        speaker = self._ids.get(id(one.speaker)) if one.speaker is not None else one.side
        return facts.Fact(
            id=facts.FactId(name),
            says=one.text,
            topic=one.kind.value,
            questions=tuple(dict.fromkeys(asked)) or (one.clause.text,),
            about=(facts.EventId(self._ids[id(event)]),) if event is not None else (),
            people=tuple(self._parts(one, event)),
            said_by=speaker,
            when=when,
            where=where if event is None or event.where != where else None,
            paragraph=one.paragraph,
            basis=facts.Basis.INFERRED if one.inferred and (when or one.because) else facts.Basis.STATED,
            because=self._because(one) if one.inferred and (when or one.because) else None,
            draft=True,
        )

    def _because(self, one: Statement) -> str:
        return one.because or template("because_date", date=_day(self._published.day))

    def _event_of(self, one: Statement) -> DraftEvent | None:
        named = [event for event in one.events if id(event) in self._ids]
        fitting = [event for event in named if _fits(event, one)]
        if fitting or named:
            return (fitting or named)[0] if fitting or one.when is None else None
        if one.kind == Kind.SOURCE or self._main is None or id(self._main) not in self._ids:
            return None
        return self._main if _fits(self._main, one) else None

    def _parts(self, one: Statement, event: DraftEvent | None) -> Iterable[facts.Participation]:
        named = dict.fromkeys(id(person) for person in (*one.people, *([one.speaker] if one.speaker else [])))
        for person in named:
            role = "member"
            if event is not None:
                role = next((role for other, role in event.roles.values() if id(other) == person), role)
            if one.speaker is not None and id(one.speaker) == person:
                role = "speaker"
            yield facts.Participation(person=facts.PersonId(self._ids[person]), role=role)

    def _source(self, drafted: Sequence[tuple[facts.Fact, Statement]]) -> facts.Source:
        title = (self._article.title or (self._main.title if self._main else "") or self._first_words())[
            :_LONGEST_TITLE
        ]
        day = self._published.day
        publisher = self._article.dateline.publisher or template("no_publisher")
        return facts.Source(
            id=propose_id(title, ()),
            title=title,
            about=template(
                "about", title=title.replace("«", "„").replace("»", "“"), publisher=publisher, date=_day(day)
            ),
            publisher=publisher,
            published=EdtfDate.parse(str(day)),
            because=self._why_this_day(),
            place=self._article.dateline.place,
            main=facts.EventId(self._ids[id(self._main)]) if self._main is not None else None,
            examples=_examples(drafted),
        )

    def _first_words(self) -> str:
        first = self._article.paragraphs[0].sentences[0] if self._article.paragraphs else ""
        return " ".join(first.split()[:8]).strip(" ,.;:") or template("no_title")

    def _why_this_day(self) -> str | None:
        if self._published.stated:
            return None
        if not self._published.has_day:
            return template("because_no_date")
        evidence = self._published.evidence
        return (
            template("because_year", evidence=str(evidence)) if evidence else template("because_year_unsure")
        )


def _fits(event: DraftEvent, one: Statement) -> bool:
    return one.when is None or event.when is None or one.when.overlaps(event.when)


def _other_names(person: Person) -> tuple[str, ...]:
    names = [person.surname] if " " in person.name else []
    return tuple(name for name in names if name != person.name)


def _own(questions: Sequence[str], used: dict[str, int]) -> tuple[str, ...]:
    """A question that several facts would share is kept only where nothing else is left."""
    own = tuple(one for one in questions if used[equivalence_key(one)] == 1)
    return own or tuple(questions[:1])


def _examples(drafted: Sequence[tuple[facts.Fact, Statement]]) -> tuple[str, ...]:
    asked = [fact.questions[0] for fact, _ in drafted if fact.questions and fact.questions[0].endswith("?")]
    step = max(1, len(asked) // _EXAMPLES)
    return tuple(dict.fromkeys(asked[::step]))[:_EXAMPLES] or (drafted[0][0].questions[0],)


def _day(day: date) -> str:
    return day_words(CalendarDate(day.year, day.month, day.day))
