"""Facts that a drafted article proposes and the base held before: since then it was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo

from bot.editing.known_facts import without_known
from bot.editing.stale_examples import states_former
from bot.records.history import Replaced, Superseded
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase


def corrected_since(replaced: Iterable[Replaced], published: date | None, zone: tzinfo) -> tuple[Change, ...]:
    """What was corrected on the day that an article was published or later; all where it tells no day."""
    return tuple(
        one.change for one in replaced if published is None or one.at.astimezone(zone).date() >= published
    )


def without_superseded(
    changes: Sequence[Change], base: FactBase, corrected: Sequence[Change]
) -> tuple[tuple[Change, ...], tuple[Superseded, ...]]:
    """Leave out each proposed fact that says what one of the base said before, or gives an event its
    former date.
    """
    former = [*_former_facts(corrected, base)]
    moved = [*_moved_events(corrected, base)]
    left, found = [], []
    for change in changes:
        now = _now(change, former, moved)
        if now is None:
            left.append(change)
        else:
            assert isinstance(change.after, Fact)
            found.append(Superseded(says=change.after.says, now=now))
    return tuple(left), tuple(found)


def _now(
    change: Change, former: Sequence[tuple[Fact, Fact]], moved: Sequence[tuple[Event, Event]]
) -> Fact | Event | None:
    fact = change.after
    if not isinstance(fact, Fact):
        return None
    for old, current in former:
        if without_known((change,), (old,)).known:
            return current
    return next((current for old, current in moved if _gives_former_date(fact, old, current)), None)


def _former_facts(corrected: Sequence[Change], base: FactBase) -> Iterator[tuple[Fact, Fact]]:
    """(a former version, the fact as it is) for facts that now say something else."""
    current = {fact.id: fact for fact in base.every_fact}
    for change in corrected:
        old = change.before
        if isinstance(old, Fact) and old.id in current and _told(old) != _told(current[old.id]):
            yield old, current[old.id]


def _told(fact: Fact) -> tuple[object, ...]:
    return fact.says, fact.when, fact.where


def _moved_events(corrected: Sequence[Change], base: FactBase) -> Iterator[tuple[Event, Event]]:
    for change in corrected:
        old = change.before
        now = base.event_by_id.get(old.id) if isinstance(old, Event) else None
        if (
            isinstance(old, Event)
            and now is not None
            and old.when is not None
            and now.when is not None
            and not old.when.overlaps(now.when)
        ):
            yield old, now


def _gives_former_date(fact: Fact, old: Event, now: Event) -> bool:
    """In its words, or as its own date."""
    if now.id not in fact.about[:1] or old.when is None or now.when is None:
        return False
    if fact.when is not None and fact.when.overlaps(old.when) and not fact.when.overlaps(now.when):
        return True
    return states_former(fact.says, old.when, now.when)
