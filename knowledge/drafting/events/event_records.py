"""Gives the events of an article their time, place and people as its clauses tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_table, read_words, split_cell
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.events.draft_events import DraftEvent, Events
from knowledge.drafting.events.event_mentions import EventMention
from knowledge.drafting.mentions.places import PlaceMention, joined_place
from knowledge.drafting.mentions.time_mentions import TimeMention
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.facts.dates import CalendarDate, EdtfDate, Precision

_ROLES = {
    word: role for role, words in read_table("drafting/roles", "role", "words") for word in split_cell(words)
}
_ON, _OPENING = "на", 2
"""«На фестивале», «в матче …» at the head of a clause: words up to the event's name."""
_PUTTING_OFF = read_words("verbs/putting_off")
_BEGINNINGS = read_words("verbs/beginnings") | read_groups("drafting/event_contexts")["beginnings"]


class EventRecords:
    """Keeps the day last spoken of, to which a time of day alone belongs."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._last_day: tuple[int, CalendarDate] | None = None

    def day(self, number: int) -> CalendarDate | None:
        """The day last spoken of in the paragraph, else that of the article's first event."""
        if self._last_day is not None and self._last_day[0] == number:
            return self._last_day[1]
        main = self._events.main
        when = main.when if main is not None else None
        return replace(when.end, clock=None) if when is not None and _is_one_day(when) else None

    @property
    def span(self) -> EdtfDate | None:
        """The days of the article's first event, where it lasts some."""
        main = self._events.main
        return main.when if main is not None and main.when is not None and main.when.is_interval else None

    def remember_day(self, number: int, times: Sequence[TimeMention]) -> None:
        """`number` is that of the paragraph."""
        for one in times:
            if (
                one.when.start is not None
                and not one.when.is_interval
                and one.when.precision >= Precision.DAY
            ):
                self._last_day = (number, replace(one.when.end, clock=None))

    def begin(self, clause: Clause, times: Sequence[TimeMention]) -> None:
        """«Матч начался в 19:00»: the event's day gets its hour."""
        main = self._events.main
        if (
            main is None
            or main.when is None
            or main.when.is_interval
            or main.when.precision is not Precision.DAY
        ):
            return
        starts = any(word.lemmas & _BEGINNINGS for word in clause.words)
        for one in times:
            timed = one.when.precision is Precision.MINUTE and not one.when.is_interval
            if starts and timed and one.when.overlaps(main.when):
                main.when = one.when
                return

    def event_of(self, mention: EventMention, number: int, when: EdtfDate | None) -> DraftEvent | None:
        """The event that is meant, which every mention makes weightier."""
        event = self._events.add(mention, number, None if mention.is_complement else when)
        if event is not None:
            event.weight += 0.5 if not mention.is_complement else 0.0
        return event

    def note(
        self,
        event: DraftEvent,
        clause: Clause,
        mentions: list[EventMention],
        times: list[TimeMention],
        places: list[PlaceMention],
        people: list[ArticlePerson],
        number: int,
    ) -> None:
        """What a clause tells of the event that it names first."""
        if mentions[0].is_complement or not _is_told_of(clause, mentions[0]):
            return
        event.told = True
        own = next((one for one in times if not one.attributive), None)
        if event.when is None and own is not None and not is_put_off(clause):
            event.when, event.inferred, event.dated_paragraph = own.when, own.inferred, number
        if event.where is None and places:
            event.where, event.placed_paragraph = joined_place(places), number
            event.where_phrase = places[0].phrase_of(clause.text)
        role = next(
            (_ROLES[lemma] for word in clause.words for lemma in sorted(word.lemmas) if lemma in _ROLES), None
        )
        if role is not None:
            for person in people:
                event.roles.setdefault(person.name, (person, role))


def is_put_off(clause: Clause) -> bool:
    """«Открытие переносили с сентября на декабрь»: a date that did not hold, and perhaps not the last."""
    return any(word.lemmas & _PUTTING_OFF for word in clause.words)


def _is_told_of(clause: Clause, mention: EventMention) -> bool:
    """Whether the clause tells of the event itself: «деньги на ремонт», «вышли в финал», «нуждаются в
    ремонте» tell of others."""
    before = clause.words[mention.start - 1] if mention.start else None
    if before is None or before.first_pos != "PREP" or clause.words[mention.start].before.strip():
        return True
    if before.folded != _ON and mention.start > _OPENING:
        return False
    head = next(
        (word for word in clause.words[mention.start : mention.end] if mention.head in word.lemmas), None
    )
    return head is not None and any(head.has(case) for case in ("loct", "loc1", "loc2"))


def _is_one_day(when: EdtfDate) -> bool:
    return when.start is not None and not when.is_interval and when.precision >= Precision.DAY
