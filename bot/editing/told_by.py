"""Whose word a changed value is: the old source of its fact no longer says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.editing.sources import WORD_ID, with_source
from bot.replies.editing.sources import BY_EDITOR, EDITORS_WORD
from knowledge.decision.context.event_records import event_of, record_date, record_place
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Basis, Event, EventId, Fact, FactBase, FurtherSource, Source
from knowledge.facts.serialization import Entity, key_of
from knowledge.language.morphology import analyse
from knowledge.language.question_words import NOUNS, QUESTION_WORDS
from knowledge.language.tokens import folded_words
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Slot

_STEM = 4
"""So many letters of a place stand in any of its forms."""


def by_editors_word(changes: Sequence[Change], base: FactBase, today: date) -> tuple[Change, ...]:
    """The changes, with the editor as the source of every fact that they make say something else.

    Also of a fact that tells the date or place of its event, but not by words of its own: those are as the
    source said them, and answers tell whose word the new one is (`bot.replies.answers.moved_dates`). A source
    that the editor has chosen or edited stays.
    """
    after = overwrite(base, changes)
    was = {fact.id: fact for fact in base.every_fact}
    pairs = [(was[fact.id], fact) for fact in after.every_fact if fact.id in was]
    same = [(old, fact) for old, fact in pairs if _source(old, base) == _source(fact, after)]
    same = [(old, fact) for old, fact in same if not _is_as_said(old, fact, base, after)]
    own = [(old, fact) for old, fact in same if _own(old) != _own(fact)]
    moved = [pair for pair in same if pair not in own and _record(pair[0], base) != _record(pair[1], after)]
    told = [
        Change(key=key_of(fact), before=old, after=_stated(old, fact))
        for old, fact in (*own, *_telling(moved, own, base, after))
    ]
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


def _own(fact: Fact) -> tuple[object, ...]:
    """What a reply tells of a fact as of its source."""
    return fact.says, fact.when, fact.where, fact.people, fact.said_by, fact.because


def _is_as_said(old: Fact, fact: Fact, base: FactBase, after: FactBase) -> bool:
    """Whether only the record of its event changed, and its statement names itself what the event had."""
    event, was = event_of(fact, after), event_of(old, base)
    if event is None or was is None or fact.about != old.about:
        return False
    if _own(replace(old, when=fact.when, where=fact.where)) != _own(fact):
        return False
    changed = [name for name in ("when", "where") if getattr(event, name) != getattr(was, name)]
    mine = [name for name in ("when", "where") if getattr(fact, name) != getattr(old, name)]
    follows = all(name in changed and getattr(fact, name) == getattr(event, name) for name in mine)
    return bool(changed) and follows and all(_names(old, was, name) for name in changed)


def _names(fact: Fact, event: Event, field: str) -> bool:
    """Whether a statement has a date, or the place of its event, in its own words."""
    if field == "when":
        return any(value.kind is ValueKind.DATE for value in read_values(fact.says))
    place = (event.where or "")[:_STEM].casefold()
    return bool(place) and place in fact.says.casefold()


def _record(fact: Fact, base: FactBase) -> tuple[object, ...]:
    """What it tells of the fact's event: the date and the place."""
    return record_date(fact, base), record_place(fact, base)


_Pair = tuple[Fact, Fact]


def _telling(
    moved: Sequence[_Pair], own: Sequence[_Pair], base: FactBase, after: FactBase
) -> Iterator[_Pair]:
    """Of the facts whose event has moved, those that are asked for what is new. All where there is none, but
    not of another date: answers tell whose word that is (`bot.replies.answers.moved_dates`).
    """
    found: dict[EventId, list[_Pair]] = {}
    for old, fact in moved:
        for event in fact.about[:1]:
            found.setdefault(event, []).append((old, fact))
    told_anyway = {event for _, fact in own for event in fact.about[:1]}
    for event, pairs in found.items():
        telling = [pair for pair in pairs if _tells_new(*pair, base, after)]
        kept_place = record_place(pairs[0][0], base) == record_place(pairs[0][1], after)
        is_told = event in told_anyway or (kept_place and event in after.moved)
        yield from telling if telling or is_told else pairs


def _tells_new(old: Fact, fact: Fact, base: FactBase, after: FactBase) -> bool:
    """Whether an example of the fact asks for the date or place that its event has now."""
    changed = zip((Slot.DATE, Slot.PLACE), _record(old, base), _record(fact, after), strict=True)
    return any(
        was != now and any(slot in _slots(one) for one in fact.questions) for slot, was, now in changed
    )


def _slots(question: str) -> set[Slot]:
    """What the words of a question ask for."""
    words = folded_words(question)
    named = {NOUNS[lemma] for word in words for lemma in analyse(word).lemmas if lemma in NOUNS}
    return named | {QUESTION_WORDS[word] for word in words if word in QUESTION_WORDS}


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
