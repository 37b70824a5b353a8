"""The record of a fact's event: its date, place and people; whether the fact is out of date."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.places import says_other_town
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase, PersonId
from knowledge.language.morphology import analyse
from knowledge.language.tokens import folded_words
from knowledge.language.values import ValueKind
from knowledge.results import Participant
from knowledge.scoring.statement_values import values_of

_STEM = 4
"""So many letters of a place stand in any of its forms."""
_CANCELLING = read_words("verbs/cancelling")


def event_of(fact: Fact, base: FactBase) -> Event | None:
    """The first event that a fact is about: its record is the truth about it."""
    return next((base.event_by_id[event] for event in fact.about if event in base.event_by_id), None)


def telling_source(base: FactBase) -> Fact | None:
    """The fact that says who published the source, if there is one."""
    publisher = (base.source.publisher or "").lower()
    told = (fact for fact in base.facts if fact.said_by is None)
    return next((fact for fact in told if publisher and publisher in fact.says.lower()), None)


def record_place(fact: Fact, base: FactBase) -> str | None:
    """The place of the event that a fact is about, else the fact's own."""
    event = event_of(fact, base)
    own = event.where if event is not None and fact.said_by is None else None
    return own or fact.where or (event.where if event is not None else None)


def is_superseded(fact: Fact, base: FactBase) -> bool:
    """Whether the record of the event that a fact announces says otherwise now: another date or place."""
    event = event_of(fact, base)
    if event is None or fact.said_by is not None or fact.when is None or event.when is None:
        return False
    published = base.published(fact).last_day
    announces = fact.when.first_day is not None and fact.when.first_day > published
    ahead = event.when.first_day is not None and event.when.first_day > published
    if not (announces and ahead):
        return False
    if _is_elsewhere(fact, event) or not fact.when.overlaps(event.when) or _says_other_day(fact, event.when):
        return True
    # A town may as well be where somebody comes from, unless the place is known to have been told.
    is_placed = fact.where is not None or event.id in base.originals
    return is_placed and event.where is not None and _says_other_town(fact.says, event.where)


def _is_elsewhere(fact: Fact, event: Event) -> bool:
    """Whether a fact has another place, not only a part of it or the same in more words."""
    if fact.where is None or event.where is None:
        return False
    own, held = fact.where.casefold(), event.where.casefold()
    return own not in held and held not in own


def _says_other_town(says: str, where: str) -> bool:
    return where[:_STEM].casefold() not in says.casefold() and says_other_town(says, where)


def has_date_of_record(fact: Fact, event: Event) -> bool:
    """Whether the date of a statement is that of its event, however the place differs."""
    if fact.when is None or event.when is None:
        return False
    return fact.when.overlaps(event.when) and not _says_other_day(fact, event.when)


def tells_cancelled(fact: Fact) -> bool:
    """Whether a statement says itself that something was called off."""
    return any(_CANCELLING.intersection(analyse(word).lemmas) for word in folded_words(fact.says))


def _says_other_day(fact: Fact, when: EdtfDate) -> bool:
    """Whether a statement names days, all of them others: its words were left when the date moved."""
    dates = [value for value in values_of(fact) if value.kind is ValueKind.DATE]
    return bool(dates) and all(compare_dates(one, when, (), when.end.year) is Match.OTHER for one in dates)


def record_date(fact: Fact, base: FactBase) -> EdtfDate | None:
    """The event's date for a fact about one, unless somebody said it; else the fact's own."""
    event = event_of(fact, base)
    if fact.said_by is None and event is not None and event.when is not None:
        narrower = fact.when is not None and _within(fact.when, event.when)
        return fact.when if narrower else event.when
    return fact.when if fact.when is not None or event is None else event.when


def tells_of_report(fact: Fact, base: FactBase) -> bool:
    """«О съезде сообщил 12 мая „Вестник“» of the publisher, on the day of publication."""
    publisher, published = (base.source.publisher or "").lower(), base.source.published
    is_that_day = fact.when is not None and fact.when.overlaps(published)
    return is_that_day and bool(publisher) and publisher in fact.says.lower()


def _within(inner: EdtfDate, outer: EdtfDate) -> bool:
    """Whether a date lies inside another: a day of an event that takes several."""
    first = inner.first_day
    return (
        first is not None
        and (outer.first_day is None or outer.first_day <= first)
        and (inner.last_day <= outer.last_day)
    )


def people_named(fact: Fact, base: FactBase) -> tuple[Participant, ...]:
    """The people with a part in a fact, and who said it."""
    parts = [
        Participant(person=base.person_by_id[part.person], role=part.role)
        for part in fact.people
        if part.person in base.person_by_id
    ]
    speaker = base.person_by_id.get(PersonId(fact.said_by or ""))
    return tuple(parts) if speaker is None else (*parts, Participant(person=speaker, role="speaker"))
