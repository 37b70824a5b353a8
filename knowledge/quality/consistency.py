"""Where a fact and the record of its event disagree, or a statement's words and the fact's own fields.

Codes with data; the Russian wording is in `bot.replies.consistency`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.decision.context.event_records import event_of
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.edits import diff_bases
from knowledge.facts.model import Event, Fact, FactBase, FactId
from knowledge.facts.serialization import EntityKind
from knowledge.language.lexicon import Lexicon
from knowledge.quality import told_events
from knowledge.quality.outdated_words import outdated_words
from knowledge.quality.stated_fields import StatedFields
from knowledge.quality.stated_places import are_other_places

_OWN_FIELDS = ("says", "when", "where", "people")
"""Fields of a fact with which its statement must agree."""
_OWN_ROLES = frozenset({"chair", "host"})
"""Roles of which a record names all people."""


class Conflict(StrEnum):
    """What disagrees. The first four are of a fact's fields, the others of its statement's words."""

    DATE = "date"
    PLACE = "place"
    ROLE = "role"
    """A person has a role that the record gives to others alone."""
    CANCELLED = "cancelled"
    """The statement announces the event and does not say that it is cancelled."""
    WORDS_DATE = "words-date"
    WORDS_WEEKDAY = "words-weekday"
    """A date of the statement is another day of the week than it says."""
    WORDS_CLOCK = "words-clock"
    WORDS_PLACE = "words-place"
    WORDS_PEOPLE = "words-people"
    """The statement counts other people than the fact lists."""
    WORDS_ORDINAL = "words-ordinal"
    """The statement gives the event another place in its chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """`said` by the fact, `held` by the record, or by the fact's own field where `event` is None."""

    conflict: Conflict
    fact: FactId
    event: Event | None = None
    said: str | EdtfDate
    held: str | EdtfDate = ""
    certain: bool = True
    """False where the fact may well mean another date or place than the event's."""


def disagreements(base: FactBase) -> tuple[Disagreement, ...]:
    """All of the base, in the order of its facts."""
    lexicon = Lexicon(base.terms)
    return tuple(one for fact in base.facts for one in _of_fact(fact, base, lexicon))


def disagreements_of_edit(before: FactBase, after: FactBase) -> tuple[Disagreement, ...]:
    """Those of the facts and events that the edit changes, in the order of the facts.

    A statement that named the date or the place of its event before the event moved needs new words.
    """
    changed = {change.key for change in diff_bases(before, after)}
    events = {key.id for key in changed if key.kind is EntityKind.EVENT}
    facts = {key.id for key in changed if key.kind is EntityKind.FACT}
    lexicon = Lexicon(after.terms)
    touched = [fact for fact in after.facts if fact.id in facts or not events.isdisjoint(fact.about[:1])]
    return tuple(
        one
        for fact in touched
        for one in _with_moved(fact, tuple(_of_fact(fact, after, lexicon)), before, after, lexicon)
    )


def _with_moved(
    fact: Fact, found: Sequence[Disagreement], before: FactBase, after: FactBase, lexicon: Lexicon
) -> Iterator[Disagreement]:
    """What was found of a fact, and words that agreed with its event as it was before the edit."""
    event = event_of(fact, after)
    old = before.event_by_id.get(event.id) if event is not None else None
    known = next((one for one in before.every_fact if one.id == fact.id), None)
    if known is not None and any(getattr(known, name) != getattr(fact, name) for name in _OWN_FIELDS):
        # The edit itself gave the fact a field that its words do not say.
        found = [replace(one, certain=one.certain or one.event is None) for one in found]
    moved: dict[Conflict, Disagreement] = {}
    if event is not None and old is not None and fact.said_by is None:
        for conflict, said, held in outdated_words(fact, old, event, lexicon):
            moved[Conflict(conflict)] = _field(Conflict(conflict), fact, event, said, held)
    own_day = fact.said_by is not None or fact.when == after.published(fact)
    parted = event is not None and not own_day and _is_parted(fact, event, before)
    if event is not None and fact.when is not None and event.when is not None and parted:
        own = _field(Conflict.DATE, fact, event, fact.when, event.when, certain=False)
        moved.setdefault(Conflict.DATE, next((one for one in found if one.conflict is Conflict.DATE), own))
    yield from (one for one in found if one.conflict not in moved)
    yield from moved.values()


def _is_parted(fact: Fact, event: Event, before: FactBase) -> bool:
    """Whether the edit gives a date of its own to a fact that took it from its event: June, now 14 June.

    Reminders and the timeline go by the record alone.
    """
    old = next((one for one in before.every_fact if one.id == fact.id), None)
    record = before.event_by_id.get(event.id)
    if old is None or record is None or event.when is None or event.when.is_interval:
        return False
    return old.when in (None, record.when) and fact.when not in (old.when, event.when)


def _of_fact(fact: Fact, base: FactBase, lexicon: Lexicon) -> Iterator[Disagreement]:
    event = event_of(fact, base)
    statement = lexicon.read(fact.says)
    announces = event is not None and told_events.tells_of(statement, event, lexicon)
    if event is not None and fact.said_by is None:
        yield from _with_record(fact, event, base, lexicon, announces=announces)
    words = StatedFields(
        fact=fact, event=event, base=base, lexicon=lexicon, statement=statement, announces=announces
    )
    for conflict, said, held, by_record in words.conflicts():
        yield Disagreement(
            conflict=Conflict(conflict),
            fact=fact.id,
            event=event if by_record else None,
            said=said,
            held=held,
            certain=announces or event is None,
        )


def _with_record(
    fact: Fact, event: Event, base: FactBase, lexicon: Lexicon, *, announces: bool
) -> Iterator[Disagreement]:
    """A fact's own fields against the record of its first event."""
    put_off = told_events.names_former_date(fact.says, lexicon.read(fact.says))
    dated = fact.when is not None and event.when is not None and not put_off
    if dated and _are_other_dates(fact, event, base, announces):
        assert fact.when is not None
        assert event.when is not None
        yield _field(Conflict.DATE, fact, event, fact.when, event.when, certain=announces)
    if fact.where and event.where and are_other_places(fact.where, event.where, lexicon):
        yield _field(Conflict.PLACE, fact, event, fact.where, event.where, certain=announces)
    named = {part.person for part in event.people}
    for part in fact.people:
        others = [other.person for other in event.people if other.role == part.role]
        if part.role in _OWN_ROLES and others and part.person not in named:
            held = ", ".join(_name(one, base) for one in others)
            yield _field(Conflict.ROLE, fact, event, _name(part.person, base), held, certain=announces)
    if event.cancelled and announces and not told_events.says_cancelled(lexicon.read(fact.says)):
        yield _field(Conflict.CANCELLED, fact, event, "")


def _field(
    conflict: Conflict,
    fact: Fact,
    event: Event,
    said: str | EdtfDate,
    held: str | EdtfDate = "",
    *,
    certain: bool = True,
) -> Disagreement:
    return Disagreement(conflict=conflict, fact=fact.id, event=event, said=said, held=held, certain=certain)


def _are_other_dates(fact: Fact, event: Event, base: FactBase, announces: bool) -> bool:
    """The day on which the source came out is its own («О встрече сообщили 2 декабря»)."""
    mine, record = fact.when, event.when
    assert mine is not None
    assert record is not None
    if not mine.overlaps(record):
        return mine != base.published(fact)
    exact = mine.precision is record.precision is Precision.MINUTE
    return announces and exact and not (mine.is_interval or record.is_interval) and mine != record


def _name(person: str, base: FactBase) -> str:
    return next((one.name for one in base.people if one.id == person), person)
