"""/drafts: proposals that wait and forms that were left, each by what it changes, when and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.editing import BASE_DRAFTS, Proposal, ProposalOrigin
from bot.replies import dates, revisions
from bot.replies.editing import field_names as words
from bot.replies.editing.proposals import STATES
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.plurals import plural
from bot.replies.truncation import shorten
from knowledge.facts.edits import Change
from knowledge.facts.serialization import Entity, EntityKind, to_row

NONE = "Незаконченных правок нет."
_SAYS = 200
_FIELDS = 4
"""Changed fields that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftForm:
    """A form that a command interrupted; `form` is a value of Form, `title` what was typed first."""

    number: int
    form: str
    is_new: bool
    title: str
    at: datetime
    removes: bool = False
    """It is the removal of an entity that waits for its reason."""


def listing(
    proposals: Sequence[Proposal], forms: Sequence[LeftForm], zone: ZoneInfo, base_drafts: int = 0
) -> Reply:
    """Each with a button. `base_drafts`: how many drafts of the base wait besides."""
    if not proposals and not forms and not base_drafts:
        return Reply(parts=(Text(NONE),))
    lines = [f"{number}. {_proposal(one, zone)}" for number, one in enumerate(proposals, 1)]
    lines += [f"• {_form(one, zone)}" for one in forms]
    lines += [f"• {_of_base(base_drafts)}: читатели их не видят"] if base_drafts else []
    rows = [
        (Button(label=shorten(f"{number}. {_short(one)}"), action="e-open", argument=str(one.id)),)
        for number, one in enumerate(proposals, 1)
    ]
    kept = [
        (
            Button(label=shorten(_form_button(one)), action="e-form", argument=str(one.number)),
            Button(
                label="Не убирать" if one.removes else "Удалить", action="e-formx", argument=str(one.number)
            ),
        )
        for one in forms
    ]
    drafts = [(Button(label=_of_base(base_drafts), action="a-base"),)] if base_drafts else []
    text = "\n" + "\n".join(lines)
    return Reply(parts=(Strong("Незаконченные правки"), Text(text)), buttons=(*rows, *kept, *drafts))


def _of_base(facts: int) -> str:
    return f"Черновики базы: {facts} {plural(facts, 'сведение', 'сведения', 'сведений')}"


def _proposal(one: Proposal, zone: ZoneInfo) -> str:
    """What it changes; who made it, where and when; how far it is."""
    why = f" Причина: {shorten(one.why, _SAYS)}." if one.why else ""
    origin = "" if one.reference == BASE_DRAFTS else f"{revisions.origin_name(one.origin.value)}, "
    made = f"{one.author}, {origin}{dates.moment(one.at, zone)}"
    state = STATES[one.state]
    return f"{_changes(one)}\n    {made}: {state}.{why}"


def _changes(one: Proposal) -> str:
    if one.origin is ProposalOrigin.ARTICLE:
        facts = sum(change.key.kind is EntityKind.FACT for change in one.changes)
        if one.reference == BASE_DRAFTS:
            return _of_base(facts)
        return f"Черновик из статьи: {facts} {plural(facts, 'сведение', 'сведения', 'сведений')}"
    main = main_change(one.changes)
    if main is None:
        return "Без изменений"
    others = len(one.changes) - 1
    more = f", и ещё {others} {plural(others, 'запись', 'записи', 'записей')}" if others else ""
    return f"{_change(main)}{more}"


def _change(change: Change) -> str:
    named = revisions.titled(change.key, change.before or change.after, _SAYS)
    if change.before is None:
        return f"Добавить {named}"
    if change.after is None:
        return f"Убрать {named}"
    fields = _changed_fields(change.before, change.after)
    more = ["…"] if len(fields) > _FIELDS else []
    return f"Изменить {named}: {', '.join([*fields[:_FIELDS], *more])}"


def _changed_fields(before: Entity, after: Entity) -> list[str]:
    old, new = to_row(before), to_row(after)
    names = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    return [words.FIELDS.get(name, "события" if name == "about" else name).lower() for name in names]


def main_change(changes: Sequence[Change]) -> Change | None:
    """What the edit is about: not the source that comes along with it."""
    beside = (EntityKind.FURTHER_SOURCE, EntityKind.TERMS)
    return next((one for one in changes if one.key.kind not in beside), next(iter(changes), None))


def _short(one: Proposal) -> str:
    main = None if one.origin is ProposalOrigin.ARTICLE else main_change(one.changes)
    if main is None:
        return _changes(one)
    verb = "Добавить" if main.before is None else "Убрать" if main.after is None else "Изменить"
    named = revisions.titled(main.key, main.before or main.after)
    return f"{verb} {named.removeprefix('сведение ')}"


def _form_button(one: LeftForm) -> str:
    return f"{'Убрать' if one.removes else 'Форма'}: {one.title}"


def _form(one: LeftForm, zone: ZoneInfo) -> str:
    if one.removes:
        told = f"Убрать из базы: «{shorten(one.title, _SAYS)}», {dates.moment(one.at, zone)}"
        return f"{told}: осталось написать почему"
    names: Mapping[str, Any] = words.NEW if one.is_new else words.CHANGED
    kind = names.get(one.form) or words.CHANGED[one.form]
    return f"Форма не дописана: {kind.lower()} «{shorten(one.title, _SAYS)}», {dates.moment(one.at, zone)}"
