"""Puts a pack together of statements, events and people: every fact a draft, with its example questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.drafting.article.article_text import Article
from knowledge.drafting.article.publication_date import PublicationDate
from knowledge.drafting.clauses.tense import event_tense
from knowledge.drafting.events.draft_events import DraftEvent
from knowledge.drafting.grammar.agreement import forms_agree
from knowledge.drafting.mentions.places import joined_place
from knowledge.drafting.pack.drafted_source import source_record
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.questions.naming import with_capitals
from knowledge.drafting.questions.told import ToldQuestions
from knowledge.drafting.statements.model import ArticleReading, DraftStatement, StatementKind
from knowledge.drafting.statements.salience import main_event
from knowledge.drafting.texts.date_words import day_words
from knowledge.drafting.texts.templates import template
from knowledge.facts import model as facts
from knowledge.facts.ids import propose_id
from knowledge.language.question_equivalence import equivalence_key


class PackAssembly:
    def __init__(
        self,
        article: Article,
        published: PublicationDate,
        reading: ArticleReading,
        statements: Sequence[DraftStatement],
    ) -> None:
        self._article, self._published, self._reading = article, published, reading
        self._statements = statements
        self._main = main_event(reading)
        self._ids: dict[int, str] = {}
        self._questions = ToldQuestions(statements)

    def draft(self) -> facts.FactBase:
        events, people = self._events(), self._people()
        drafted = self._facts()
        main = facts.EventId(self._ids[id(self._main)]) if self._main is not None else None
        title = self._main.title if self._main is not None else None
        source = source_record(self._article, self._published, drafted, main=main, main_title=title)
        return facts.FactBase(
            source=source,
            people=tuple(people),
            events=tuple(events),
            facts=tuple(drafted),
            terms=facts.Terms(topics={kind.value: template(f"topic_{kind.value}") for kind in StatementKind}),
        )

    @property
    def told(self) -> frozenset[str]:
        """Questions of which the article tells which statement answers them."""
        return frozenset(map(self._with_capitals, self._questions.told))

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

    def _facts(self) -> list[facts.Fact]:
        taken: set[str] = set()
        used: dict[str, int] = {}
        out = []
        for one in self._statements:
            made = self._fact(one, propose_id(" ".join(one.clause.text.split()[:4]), taken))
            taken.add(made.id)
            out.append(made)
            for asked in made.questions:
                used[equivalence_key(asked)] = used.get(equivalence_key(asked), 0) + 1
        return [replace(fact, questions=_own(fact.questions, used)) for fact in out]

    def _fact(self, one: DraftStatement, name: str) -> facts.Fact:
        event = self._event_of(one)
        when = one.when if event is None or event.when != one.when else None
        where = joined_place(one.places)
        speaker = self._ids.get(id(one.speaker)) if one.speaker is not None else one.side
        return facts.Fact(
            id=facts.FactId(name),
            says=one.text,
            topic=one.kind.value,
            questions=tuple(
                dict.fromkeys(map(self._with_capitals, filter(forms_agree, self._questions.of(one))))
            )
            or (one.clause.text,),
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

    def _with_capitals(self, text: str) -> str:
        return with_capitals(text, (person.name for person in self._reading.people.found))

    def _because(self, one: DraftStatement) -> str:
        return one.because or template("because_date", date=day_words(self._published.day))

    def _event_of(self, one: DraftStatement) -> DraftEvent | None:
        named = [event for event in one.events if id(event) in self._ids]
        fitting = [event for event in named if _fits(event, one)]
        if fitting or named:
            return (fitting or named)[0] if fitting or one.when is None else None
        if one.kind == StatementKind.SOURCE or self._main is None or id(self._main) not in self._ids:
            return None
        # Hours and prices hold apart from the event: with its date they would answer «нет» to any other day.
        stands = one.when is None and not one.clause.is_past
        # What was done before an event that is to come is not the event: «получили 312 заявок».
        before = one.when is None and one.clause.is_past and self._is_to_come(self._main)
        if one.when is not None and self._main.when is None:
            return None
        return self._main if not (stands or before) and _fits(self._main, one) else None

    def _is_to_come(self, event: DraftEvent) -> bool:
        return event_tense(event.when, self._published.day) == "future"

    def _parts(self, one: DraftStatement, event: DraftEvent | None) -> Iterable[facts.Participation]:
        named = dict.fromkeys(id(person) for person in (*one.people, *([one.speaker] if one.speaker else [])))
        for person in named:
            role = "member"
            if event is not None:
                role = next((role for other, role in event.roles.values() if id(other) == person), role)
            if one.speaker is not None and id(one.speaker) == person:
                role = "speaker"
            yield facts.Participation(person=facts.PersonId(self._ids[person]), role=role)


def _fits(event: DraftEvent, one: DraftStatement) -> bool:
    return one.when is None or event.when is None or one.when.overlaps(event.when)


def _other_names(person: ArticlePerson) -> tuple[str, ...]:
    names = [person.surname] if " " in person.name else []
    return tuple(name for name in names if name != person.name)


def _own(questions: Sequence[str], used: dict[str, int]) -> tuple[str, ...]:
    """A question that several facts would share is kept only where nothing else is left."""
    own = tuple(one for one in questions if used[equivalence_key(one)] == 1)
    return own or tuple(questions[:1])
