"""Whose word a changed value is: the old source of its fact no longer says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.editing.sources import WORD_ID, with_source
from bot.replies.editing.sources import BY_EDITOR, EDITORS_WORD
from knowledge.decision.context.event_records import record_date, record_place
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Basis, Fact, FactBase, FurtherSource, Source
from knowledge.facts.serialization import Entity, key_of


def by_editors_word(changes: Sequence[Change], base: FactBase, today: date) -> tuple[Change, ...]:
    """The changes, with the editor as the source of every fact that they make say something else.

    Also of a fact whose date or place is its event's. A source that the editor has chosen or edited stays.
    """
    after = overwrite(base, changes)
    was = {fact.id: fact for fact in base.every_fact}
    told = []
    for fact in after.every_fact:
        old = was.get(fact.id)
        if old is None or _source(old, base) != _source(fact, after):
            continue
        if _told(old, base) != _told(fact, after):
            told.append(Change(key=key_of(fact), before=old, after=_stated(old, fact)))
    if not told:
        return tuple(changes)
    sourced = {change.key: change for change in with_source(told, BY_EDITOR, after, today)}
    # What the editor saw stays: conflicts are found by it.
    mine = [replace(change, after=sourced.pop(change.key, change).after) for change in changes]
    return (*mine, *sourced.values())


def new_by_editors_word(changes: Sequence[Change], base: FactBase, today: date) -> tuple[Change, ...]:
    """The changes, with the editor as the source of new facts that name neither a source nor a paragraph.

    Not where the main source changes as well: then it is that of the facts that come with it.
    """
    if any(isinstance(change.after, Source) for change in changes):
        return tuple(changes)
    new = [one for one in changes if one.before is None and _names_no_source(one.after)]
    if not new:
        return tuple(changes)
    sourced = {change.key: change for change in with_source(new, BY_EDITOR, overwrite(base, changes), today)}
    kept = [sourced.pop(change.key, change) for change in changes]
    return (*sourced.values(), *kept)


def of_main_source(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with the main source for new facts that had the editor's word."""
    kept = [
        replace(one, after=replace(one.after, source=None))
        if one.before is None and isinstance(one.after, Fact) and _has_word(one.after)
        else one
        for one in changes
    ]
    return _without_unused_word(kept)


def adds_by_editors_word(changes: Sequence[Change]) -> bool:
    """Whether a new fact has the editor's word for its source."""
    return any(one.before is None and isinstance(one.after, Fact) and _has_word(one.after) for one in changes)


def with_former_sources(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with the sources that the facts had before an editor's word took their place."""
    kept = []
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, Fact) and isinstance(after, Fact) and _takes_word(change):
            paragraph = before.paragraph if after.paragraph is None else after.paragraph
            after = replace(after, source=before.source, paragraph=paragraph)
            if before.because and after.because is None:
                after = replace(after, basis=before.basis, because=before.because)
        if after != before:
            kept.append(replace(change, after=after))
    return _without_unused_word(kept)


def _without_unused_word(kept: Sequence[Change]) -> tuple[Change, ...]:
    used = {one.after.source for one in kept if isinstance(one.after, Fact)}
    return tuple(one for one in kept if not _is_word(one) or one.key.id in used)


def _names_no_source(entity: Entity | None) -> bool:
    return isinstance(entity, Fact) and entity.source is None and entity.paragraph is None


def _has_word(fact: Fact) -> bool:
    return (fact.source or "").startswith(WORD_ID)


def takes_editors_word(changes: Sequence[Change]) -> bool:
    """Whether a fact that had another source would have the editor's word for its source."""
    return any(map(_takes_word, changes))


def _stated(old: Fact, fact: Fact) -> Fact:
    """What was inferred of the old value does not hold of the new one."""
    kept = (fact.basis, fact.because) == (old.basis, old.because)
    return replace(fact, basis=Basis.STATED, because=None) if kept else fact


def _source(fact: Fact, base: FactBase) -> tuple[object, ...]:
    """What a reply tells of the source itself."""
    found = base.source_of(fact)
    return found.id, found.title, found.publisher, found.published, found.url


def _told(fact: Fact, base: FactBase) -> tuple[object, ...]:
    """What a reply tells of a fact as of its source; its own date may be another than its event's."""
    when, where = record_date(fact, base), record_place(fact, base)
    own = (fact.when or when, fact.where or where)
    return fact.says, when, where, own, fact.people, fact.said_by, fact.because


def _takes_word(change: Change) -> bool:
    before, after = change.before, change.after
    return (
        isinstance(before, Fact)
        and isinstance(after, Fact)
        and before.source != after.source
        and _has_word(after)
    )


def _is_word(change: Change) -> bool:
    return isinstance(change.after, FurtherSource) and change.after.title == EDITORS_WORD
