"""Turns a finished draft into a change of the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.editing.forms.drafts import Draft, Row, list_rows
from bot.editing.forms.fields import Form
from bot.editing.quick_edit import following
from bot.editing.sources import with_source
from bot.editing.told_by import by_editors_word
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase, Terms
from knowledge.facts.serialization import TERMS, EntityKind, Key, from_row


class DraftOutdatedError(Exception):
    """The terms no longer hold the row that the draft was opened on."""


def draft_change(draft: Draft, base: FactBase) -> Change:
    """The change that the draft makes. Its `before` is what the editor saw, but for terms the current terms.

    Raises DraftOutdatedError.
    """
    if draft.form.kind is EntityKind.TERMS:
        return _of_terms(base, _parts_with(draft, base))
    before = None if draft.was is None else from_row(draft.form.kind, draft.was)
    after = from_row(draft.form.kind, draft.row)
    return Change(key=Key(draft.form.kind, str(draft.row["id"])), before=before, after=after)


def draft_changes(draft: Draft, base: FactBase, today: date) -> tuple[Change, ...]:
    """The change that the draft makes, and what it brings along: a new source, a new topic, facts that
    repeat an event's old date or place, the editor's word for what they say now.

    Raises DraftOutdatedError.
    """
    change = draft_change(draft, base)
    before, after = change.before, change.after
    topic = _new_topic(draft, base)
    if isinstance(after, Fact) and (before is None or "source" in draft.changed_fields):
        return (*with_source((change,), draft.row.get("source"), base, today), *topic)
    if isinstance(before, Event) and isinstance(after, Event):
        return by_editors_word((change, *following(base, before, after)), base, today)
    return by_editors_word((change, *topic), base, today)


def with_topics(base: FactBase, new: Mapping[str, str]) -> FactBase:
    """The base with the titles of new topics."""
    if not new:
        return base
    return replace(base, terms=replace(base.terms, topics={**base.terms.topics, **new}))


def _new_topic(draft: Draft, base: FactBase) -> tuple[Change, ...]:
    """The change of the terms for a topic that the draft brings."""
    topic = str(draft.row.get("topic"))
    if topic not in draft.topics or topic in base.terms.topics:
        return ()
    return (_of_terms(base, with_topics(base, {topic: draft.topics[topic]}).terms),)


def retirement_change(draft: Draft, base: FactBase) -> Change:
    """The change that removes what the draft was opened on. Raises DraftOutdatedError."""
    assert draft.was is not None
    if draft.form.kind is EntityKind.TERMS:
        kept = _rows(base, draft.form)
        if draft.was not in kept:
            raise DraftOutdatedError
        return _of_terms(base, _terms(base, draft.form, [row for row in kept if row != draft.was]))
    key = Key(draft.form.kind, str(draft.was["id"]))
    return Change(key=key, before=from_row(draft.form.kind, draft.was), after=None)


def _of_terms(base: FactBase, after: Terms) -> Change:
    before = None if base.terms == Terms() else base.terms
    return Change(key=TERMS, before=before, after=None if after == Terms() else after)


def _parts_with(draft: Draft, base: FactBase) -> Terms:
    kept = _rows(base, draft.form)
    if draft.was is None:
        return _terms(base, draft.form, [*kept, draft.row])
    if draft.was not in kept:
        raise DraftOutdatedError
    return _terms(base, draft.form, [draft.row if row == draft.was else row for row in kept])


def _rows(base: FactBase, form: Form) -> list[Row]:
    return [row for _, row in list_rows(base, form)]


def _terms(base: FactBase, form: Form, kept: list[Row]) -> Terms:
    changed: dict[str, Any]
    match form:
        case Form.SYNONYMS:
            changed = {"synonyms": tuple(tuple(row["words"]) for row in kept)}
        case Form.SHORT:
            changed = {"short": {row["short"]: row["full"] for row in kept}}
        case _:
            changed = {"topics": {row["id"]: row["title"] for row in kept}}
    return replace(base.terms, **changed)
