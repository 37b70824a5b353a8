"""What is asked of an event, answered from its record where no fact does: when, where, who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from knowledge.data.tables import read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING, clock_text, edge_of
from knowledge.decision.context.event_records import is_superseded
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.speakers import named_sides
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.question_words import PRECISE
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Lead, Participant, Shown, Slot, ValueLead
from knowledge.retrieval.event_resolver import EventResolver, main_event
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_HOSTING = read_words("verbs/hosting")
HAPPENING = read_words("verbs/happening") | ENDING | BEGINNING
_MISSING = {Precision.DAY: "day", Precision.MONTH: "month"}


class HeldTexts(Protocol):
    """What has a base and reads its statements: a context, a searcher."""

    @property
    def base(self) -> FactBase: ...

    @property
    def lexicon(self) -> Lexicon: ...


def answer_from_record(context: RuleContext, resolver: EventResolver) -> Answer | None:
    """The record's date, place or people; None where another thing than the event is asked of."""
    question = _of_host(context.search.question)
    of_side = _names_side_only(context)
    event = _of_side(context) if of_side else named_event(question, resolver)
    if question.slot in (Slot.POST, Slot.SPEAKER):
        return None
    if event is None or question.request.negated or _asks_more(question, event, context.base):
        return None
    is_who = question.request.form is AnswerForm.WHO and not of_side
    if is_who and _asks_another_relation(question, event, resolver):
        return None
    lead = _lead(event, question, context)
    if lead is None:
        return None
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=tuple(telling(event, question.request.form, context)),
        events=(event,),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _names_side_only(context: RuleContext) -> bool:
    """«Кто от Китая?»: a side is no event, though the title of one has its name."""
    question = context.search.question
    sides = named_sides(question, context.base, context.lexicon)
    read = (term for side in sides for term in context.lexicon.read(side))
    keys = {key for term in read for key, level in term.keys if level >= Level.SYNONYM}
    named = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    named = [term for term in named if _matters(term)]
    met = (any(key in keys for key, level in term.keys if level >= Level.SYNONYM) for term in named)
    return question.slot is Slot.PERSON and bool(named) and all(met)


def _of_side(context: RuleContext) -> Event | None:
    """The main event if people of the side were there, else the only event of such."""
    base = context.base
    sides = named_sides(context.search.question, base, context.lexicon)
    of_side = {person.id for person in base.people if person.side in sides}
    events = [event for event in base.events if any(part.person in of_side for part in event.people)]
    main = main_event(base)
    return main if main in events else events[0] if len(events) == 1 else None


def _asks_more(question: Question, event: Event, base: FactBase) -> bool:
    """Whether the record is not exact enough: the end of what is dated by one day, a building, the beginning
    of what was «не позднее августа», what comes after the last that is known."""
    terms = question.terms
    lemmas = {lemma for term in terms for lemma in term.morphology.lemmas}
    when = event.when
    if when is not None and not when.is_interval and lemmas & ENDING:
        return True
    if when is not None and when.start is None and lemmas & BEGINNING:
        return True
    if question.request.since and question.request.exact is Precision.YEAR and not _lasts_years(when):
        return True  # «с какого года проводят гонки»: the day of one of them says nothing
    if any(PRECISE.intersection(terms[at].morphology.lemmas) for at in question.asking_places):
        return True
    is_next = any(key == "№+" for term in terms for key, _ in term.keys)
    return is_next and when is not None and when.last_day <= base.source.published.last_day


def _lasts_years(when: EdtfDate | None) -> bool:
    first = when.first_day if when is not None else None
    return when is not None and (first is None or first.year < when.last_day.year)


def _asks_another_relation(question: Question, event: Event, resolver: EventResolver) -> bool:
    """Whether a word is met only by a broad sense: «кто победил на первых переговорах» asks for more than who
    was there, though to win is akin to being the first."""
    keys = resolver.keys_of(event)
    return any(
        _matters(term) and not any(level >= Level.SYNONYM and key in keys for key, level in term.keys)
        for term in (question.terms[at] for at in question.content_places)
    )


def telling(event: Event, form: AnswerForm, texts: HeldTexts) -> Iterator[Shown]:
    """The first fact about an event whose statement tells its date, place or people itself."""
    for fact in texts.base.facts:
        own = fact.about[:1] == (event.id,) and fact.said_by is None
        if own and not is_superseded(fact, texts.base) and _tells(fact, event, form, texts.lexicon):
            yield Shown(fact=fact, slot=Slot.STATEMENT)
            return


def _tells(fact: Fact, event: Event, form: AnswerForm, lexicon: Lexicon) -> bool:
    match form:
        case AnswerForm.WHEN | AnswerForm.UNTIL:
            return any(value.kind is ValueKind.DATE for value in values_of(fact))
        case AnswerForm.WHERE:
            said = lexicon.sure(fact.says)
            return all(key in said for key in lexicon.sure(event.where or ""))
        case AnswerForm.WHO:
            return {part.person for part in event.people} <= {part.person for part in fact.people}
    return False


def named_event(question: Question, resolver: EventResolver) -> Event | None:
    """The event that a question is about, where no word of it says more than the event's record does."""
    terms = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    event, lacking = resolver.resolve(terms, question.terms) if terms else (None, ())
    return None if event is None or any(_matters(term) for term in lacking) else event


def _matters(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT and not HAPPENING.intersection(term.morphology.lemmas)


def _of_host(question: Question) -> Question:
    """«Кто принимает второй раунд?» as a question of its place; «кто принимал гостей» asks of people."""
    hosting = {at for at in question.content_places if _hosts(question.terms[at])}
    if question.request.form is not AnswerForm.WHO or not hosting:
        return question
    rest = tuple(at for at in question.content_places if at not in hosting)
    return replace(question, content_places=rest, request=replace(question.request, form=AnswerForm.WHERE))


def _hosts(term: Term) -> bool:
    return bool(_HOSTING.intersection(term.morphology.lemmas)) and "past" not in term.morphology.moods


def _lead(event: Event, question: Question, context: RuleContext) -> Lead | None:
    request = question.request
    match request.form:
        case AnswerForm.WHEN | AnswerForm.UNTIL if event.when is not None and not request.clock:
            exact = request.exact
            missing = _MISSING.get(exact, "") if exact is not None and event.when.precision < exact else ""
            return ValueLead(held=edge_of(event.when, context.search.question), missing=missing)
        case AnswerForm.WHEN if event.when is not None and (
            clock := clock_text(edge_of(event.when, context.search.question))
        ):
            return ValueLead(held=clock)
        case AnswerForm.WHERE if event.where is not None:
            return ValueLead(held=event.where)
        case AnswerForm.WHO if event.people:
            return _people(event, context)
    return None


def _people(event: Event, context: RuleContext) -> Lead | None:
    """The people of an event, of the side that the question names if it names one."""
    base, lexicon = context.base, context.lexicon
    asked = named_sides(context.search.question, base, lexicon)
    people: Sequence[Participant] = [
        Participant(person=person, role=part.role)
        for part in event.people
        if (person := base.person_by_id.get(part.person)) is not None and (not asked or person.side in asked)
    ]
    return ValueLead(held=tuple(people)) if people else None
