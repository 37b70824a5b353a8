"""Examples that state a date which their fact no longer has: «Что запланировано на июнь?» of July."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from knowledge.decision.context.event_records import record_date
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.facts.partial_date import PartialDate
from knowledge.facts.serialization import key_of
from knowledge.language.values import ValueKind, read_values
from knowledge.quality.stated_dates import is_other


def stale_examples(changes: Sequence[Change], base: FactBase) -> Mapping[FactId, tuple[str, ...]]:
    """By fact: its examples whose date agreed with the fact before the changes, and does not after them."""
    after = overwrite(base, changes)
    was = {fact.id: fact for fact in base.every_fact}
    found = {}
    for fact in after.every_fact:
        stale = _stale(was.get(fact.id), fact, base, after)
        if stale:
            found[fact.id] = stale
    return found


def without_stale(changes: Sequence[Change], base: FactBase) -> tuple[Change, ...]:
    """The changes, with those examples taken away."""
    stale, was = stale_examples(changes, base), {fact.id: fact for fact in base.every_fact}
    made = {change.key: change for change in changes}
    for fact in overwrite(base, changes).every_fact:
        if fact.id in stale:
            kept = tuple(one for one in fact.questions if one not in stale[fact.id])
            key, after = key_of(fact), replace(fact, questions=kept)
            mine = made.get(key, Change(key=key, before=was[fact.id], after=fact))
            made[key] = replace(mine, after=after)
    return tuple(made.values())


def _stale(old: Fact | None, new: Fact, before: FactBase, after: FactBase) -> tuple[str, ...]:
    if old is None:
        return ()
    said = [one for one in new.questions if states_date_of(one, old.says, new.says)]
    was, now = record_date(old, before), record_date(new, after)
    if was is not None and now is not None and was != now:
        said += [one for one in new.questions if states_former(one, was, now)]
    return tuple(one for one in new.questions if one in said)


def states_date_of(question: str, old: str, new: str) -> bool:
    """Whether a question states a date of the old statement which the new one denies."""
    if old == new:
        return False
    asked, was, now = _dates(question), _dates(old), _dates(new)
    if not now or any(len(one) > 1 for one in now):
        return False  # what lies between two dates is not looked at
    return _any_fits(asked, was) and not _any_fits(asked, now)


def _dates(text: str) -> list[tuple[PartialDate, ...]]:
    return [value.dates for value in read_values(text) if value.kind is ValueKind.DATE]


def _any_fits(asked: list[tuple[PartialDate, ...]], stated: list[tuple[PartialDate, ...]]) -> bool:
    return any(one.fits(other) for one in chain(*asked) for other in chain(*stated))


def asks_of_former_date(question: str, fact_id: FactId, before: FactBase, after: FactBase) -> bool:
    """Whether a question states a date that a fact had and the edit has moved: «Откроется ли 1 июля?»."""
    old, new = before.fact_by_id.get(fact_id), after.fact_by_id.get(fact_id)
    if old is None or new is None:
        return False
    was, now = record_date(old, before), record_date(new, after)
    return was is not None and now is not None and was != now and states_former(question, was, now)


def states_former(question: str, was: EdtfDate, now: EdtfDate) -> bool:
    """Whether the dates of a text agree with a former date, and none with the new one."""
    dates = [value for value in read_values(question) if value.kind is ValueKind.DATE]
    agreed = any(not is_other(value, was) for value in dates)
    return agreed and all(is_other(value, now) for value in dates)
