"""Texts shared by the follow-ups: kinds of reminders, subscription titles, changes of an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.records.outbox import MessageKind
from bot.records.subscriptions import Target
from bot.replies import dates
from bot.replies.parts import Part, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase

KINDS: Mapping[str, str] = {
    MessageKind.MONTH: "За месяц",
    MessageKind.WEEK: "За неделю",
    MessageKind.DAY: "За день",
    MessageKind.SAME: "В тот день",
    MessageKind.BEFORE: "По вашей просьбе",
    MessageKind.WISHED: "По вашей просьбе",
    MessageKind.SNOOZED: "Отложенное",
}
ASKED_FOR = (MessageKind.BEFORE, MessageKind.WISHED, MessageKind.SNOOZED)
"""Kinds of reminders that a reader asked for one by one."""
BEGINS = "Когда начнётся"
"""Instead of «в тот день» where only the month, season or year is known."""
UNNAMED = "событие"
GONE = "снятое событие"
"""What a subscription is to after its event was retired."""


def kind(what: str, *, exact: bool) -> str:
    """The label of a kind of reminder; `exact`: the day of the event is known."""
    return BEGINS if what == MessageKind.SAME and not exact else KINDS[what]


def subject(target: Target, target_id: str, base: FactBase) -> str:
    """The title of a subscription."""
    event = next((one for one in base.events if one.id == target_id), None)
    if target is Target.FACT:
        fact = next((one for one in base.facts if one.id == target_id), None)
        return f"исправления: {quoted(fact.says)}" if fact else "исправления снятого сведения"
    title = event.title if event else GONE
    if target is Target.CHAIN:
        chains = [one for one in base.events if one.follows is None and base.followers(one.id)]
        only = len(chains) == 1 or event is None
        return "новые события" if only else f"новые события после события «{title}»"
    return title if event is None or event.when is None else f"{title}, {dates.short(event.when)}"


def quoted(says: str) -> str:
    return f"«{shorten(says.rstrip('.'), 60)}»"


def when(row: Mapping[str, Any]) -> str:
    """The date of an event's row, or «дата не названа»."""
    return dates.full(EdtfDate.parse(row["when"])) if row.get("when") else "дата не названа"


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Changed fields of an event: label, old, new. Cancellation is reported elsewhere."""
    found = []
    if before.get("when") != after.get("when"):
        found.append(("Дата", when(before), when(after)))
    if before.get("where") != after.get("where"):
        found.append(("Место", before.get("where") or "не названо", after.get("where") or "не названо"))
    if before.get("title") != after.get("title"):
        found.append(("Название", str(before.get("title")), str(after.get("title"))))
    return found


def date_and_place(row: Mapping[str, Any]) -> list[Part]:
    """Those of an event's row, a line each."""
    parts: list[Part] = [Text("\n"), Strong("Дата:"), Text(f" {when(row)}")]
    if row.get("where"):
        parts += [Text("\n"), Strong("Место:"), Text(f" {row['where']}")]
    return parts
