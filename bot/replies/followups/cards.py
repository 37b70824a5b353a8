"""The card of one subscription: what it will send, and buttons that change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.records.subscriptions import Subscription, Target
from bot.replies import dates
from bot.replies.followups import wording as words
from bot.replies.followups.buttons import calendar
from bot.replies.followups.time_zones import quiet_note
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Button, Emphasis, Moment, Part, Reply, Strong, Text
from knowledge.facts.model import FactBase, FactId

HOURS = (8, 10, 12, 18, 21)
"""Hours of the day offered for reminders, in the reader's time zone."""
REMOVE = "Убрать:"
_REMOVALS = 20
"""Most buttons that remove one reminder."""
CHANGES_TOLD = "И сообщу, если изменится дата или место."
NEW_ONES = "Сообщу, когда назначат новое событие, и напомню о нём."
KNOWN_ONES = "О том, что уже назначено, напомню, только если следить за ним отдельно: /follow"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReminder:
    """A planned reminder. `title`: of its event, where a subscription may have several."""

    what: str
    exact: bool
    at: datetime
    title: str | None = None


def card(
    subscription: Subscription,
    base: FactBase,
    coming: Sequence[ShownReminder],
    kinds: Sequence[str],
    *,
    exact: bool,
    comes: time,
) -> Reply:
    """One subscription: its planned reminders, and buttons that change it.

    `kinds`: the kinds of reminders that the precision of the date allows; `exact`: the day is known;
    `comes`: when reminders come, outside the quiet hours.
    """
    zone = subscription.schedule.zone
    parts: list[Part] = list(_heading(subscription, base))
    if subscription.paused:
        parts.append(Emphasis("\n\nНа паузе: ничего не приходит. Напоминания ждут, когда вы продолжите."))
    else:
        parts += _preview(subscription, base, coming, zone)
        if any(one.what in set(kinds) for one in coming):
            parts += _moved_by_quiet_hours(subscription, comes)
    removals = _removal_rows(subscription, coming, zone)
    buttons = [*removals, *_kind_rows(subscription, kinds, exact=exact), *_control_rows(subscription, base)]
    return Reply(parts=tuple(parts), buttons=tuple(buttons))


def _heading(subscription: Subscription, base: FactBase) -> tuple[Part, ...]:
    if subscription.target is Target.FACT:
        fact = base.fact_by_id.get(FactId(subscription.target_id))
        about = words.quoted(fact.says) if fact is not None else "сведение, которого в базе уже нет"
        return Strong("Сообщу, если исправят:"), Text(f" {about}")
    title = words.subject(subscription.target, subscription.target_id, base)
    return Strong("Вы следите:"), Text(f" {title}")


def _preview(
    subscription: Subscription, base: FactBase, coming: Sequence[ShownReminder], zone: str
) -> list[Part]:
    if subscription.target is Target.FACT:
        return []
    if not coming:
        return [Text(f"\n\n{_nothing_coming(subscription, base)}")]
    parts: list[Part] = [Text(f"\n\nПридут напоминания ({zone_words(zone)}):")]
    for one in coming:
        moment = Moment(dates.moment(one.at, ZoneInfo(zone)), one.at)
        parts += [Text("\n• "), moment, Text(f": {_reminder_name(one)}")]
    told = f"{NEW_ONES} {CHANGES_TOLD}" if subscription.target is Target.CHAIN else CHANGES_TOLD
    return [*parts, Text(f"\n\n{told}")]


def _moved_by_quiet_hours(subscription: Subscription, comes: time) -> list[Part]:
    """Why reminders do not come at the hour that is ticked."""
    chosen = time.fromisoformat(subscription.schedule.rule.partition("@")[2])
    if comes == chosen:
        return []
    day = date(2000, 1, 1)
    wanted, at = datetime.combine(day, chosen), datetime.combine(day, comes)
    return [Text(f"\n\n{quiet_note(wanted, at, subscription.schedule.quiet, several=True)}")]


def _nothing_coming(subscription: Subscription, base: FactBase) -> str:
    if subscription.target is Target.CHAIN:
        return f"{NEW_ONES} {KNOWN_ONES}"
    if not _is_held(subscription, base):
        return "Событие сняли, и напоминаний о нём нет."
    if any(event.id == subscription.target_id and event.cancelled for event in base.events):
        return "Событие отменено, и напоминаний о нём нет. Если это изменится, сообщу."
    return "По нынешней дате напоминаний нет. Если дата изменится или уточнится, сообщу."


def _is_held(subscription: Subscription, base: FactBase) -> bool:
    return any(event.id == subscription.target_id for event in base.events)


def _reminder_name(one: ShownReminder) -> str:
    kind = words.kind(one.what, exact=one.exact).lower()
    return f"{kind} («{one.title}»)" if one.title else kind


def _removal_rows(
    subscription: Subscription, coming: Sequence[ShownReminder], zone: str
) -> list[tuple[Button, ...]]:
    """A button for each reminder that the menu does not switch: asked for in words, or snoozed."""
    asked = sorted({one.at for one in coming if one.what in words.ASKED_FOR})[:_REMOVALS]
    return [
        (
            Button(
                label=f"{REMOVE} {dates.moment(at, ZoneInfo(zone))}",
                action="drop",
                argument=f"{subscription.id}:{int(at.timestamp()) // 60}",
            ),
        )
        for at in asked
    ]


def _kind_rows(subscription: Subscription, kinds: Sequence[str], *, exact: bool) -> list[tuple[Button, ...]]:
    if subscription.target is Target.FACT:
        return []
    chosen, _, at = subscription.schedule.rule.partition("@")
    on, rows = set(chosen.split(",")), []
    marks = [
        Button(
            label=f"{'✓ ' if kind in on else ''}{words.kind(kind, exact=exact)}",
            action="kind",
            argument=f"{subscription.id}:{kind}",
        )
        for kind in kinds
    ]
    rows += [tuple(marks[start : start + 2]) for start in range(0, len(marks), 2)]
    if kinds:
        hour = int(at[:2])
        rows.append(
            tuple(
                Button(
                    label=f"{'✓ ' if one == hour else ''}{one}:00",
                    action="hour",
                    argument=f"{subscription.id}:{one}",
                )
                for one in HOURS
            )
        )
    return rows


def _control_rows(subscription: Subscription, base: FactBase) -> list[tuple[Button, ...]]:
    number = subscription.id
    pause = (
        Button(label="Продолжить", action="pause", argument=f"{number}:0")
        if subscription.paused
        else Button(label="Пауза", action="pause", argument=f"{number}:1")
    )
    rows: list[tuple[Button, ...]] = [
        (pause, Button(label="Не следить", action="stop", argument=str(number)))
    ]
    if subscription.target is Target.EVENT and _is_held(subscription, base):
        rows.append((calendar(subscription.target_id),))
    rows.append((Button(label="Все подписки", action="subs"),))
    return rows
