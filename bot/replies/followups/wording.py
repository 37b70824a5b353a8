"""Words that the follow-ups share: kinds of reminders, local times, what changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.records.outbox import MessageKind
from bot.records.subscriptions import Target
from bot.replies import dates
from bot.replies.answers.options import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase

KINDS: Mapping[str, str] = {
    MessageKind.MONTH: "За месяц",
    MessageKind.WEEK: "За неделю",
    MessageKind.DAY: "За день",
    MessageKind.SAME: "В тот день",
}
BEGINS = "Когда начнётся"
"""In place of «в тот день» where the day is not known: the month, season or year begins."""
UNNAMED = "событие"


def kind(what: str, *, exact: bool) -> str:
    """The label of a kind of reminder; `exact`: the day is known."""
    return BEGINS if what == MessageKind.SAME and not exact else KINDS[what]


def moment(at: datetime, zone: str) -> str:
    """«1 мая 2016 года, 10:00» by the reader's clock."""
    return format_datetime(at.astimezone(ZoneInfo(zone)), "d MMMM y 'года', HH:mm", locale="ru")


def subject(target: Target, target_id: str, base: FactBase) -> str:
    """What is followed, for a list or a heading."""
    event = next((one for one in base.events if one.id == target_id), None)
    if target is Target.FACT:
        fact = next((one for one in base.facts if one.id == target_id), None)
        return f"исправления: {shorten(fact.says, 60)}" if fact else "исправления снятого сведения"
    title = event.title if event else UNNAMED
    return f"всё, что последует: {title}" if target is Target.CHAIN else title


def when(row: Mapping[str, Any]) -> str:
    """The date of an event's row, «дата не названа» where it has none."""
    return dates.full(EdtfDate.parse(row["when"])) if row.get("when") else "дата не названа"


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What of an event changed: label, before, after. Its cancelling is said elsewhere."""
    found = []
    if before.get("when") != after.get("when"):
        found.append(("Дата", when(before), when(after)))
    if before.get("where") != after.get("where"):
        found.append(("Место", before.get("where") or "не названо", after.get("where") or "не названо"))
    if before.get("title") != after.get("title"):
        found.append(("Название", str(before.get("title")), str(after.get("title"))))
    return found
