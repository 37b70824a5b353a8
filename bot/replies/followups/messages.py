"""Messages to followers: reminders, notices that an event has passed, changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.records.outbox import Message, MessageKind
from bot.records.subscriptions import Target
from bot.replies import dates
from bot.replies.followups import wording as words
from bot.replies.followups.buttons import calendar, stop_following
from bot.replies.followups.change_messages import change_message
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.plurals import plural
from knowledge.facts.dates import EdtfDate, Precision

_SNOOZES = (("Через час", 1), ("Через день", 24), ("Через неделю", 168))


def render(message: Message, *, late: bool, now: datetime) -> Reply | None:
    """The message; None where nothing changed that a follower sees."""
    if message.what is MessageKind.CHANGED:
        return change_message(message, now)
    if message.what is MessageKind.PASSED:
        return _passed(message, now)
    return _reminder(message, late=late, now=now)


def _reminder(message: Message, *, late: bool, now: datetime) -> Reply:
    row = message.after or {}
    parts: list[Part] = [Strong("Напоминание:"), Text(f" {row.get('title', words.UNNAMED)}\n")]
    parts += words.date_and_place(row)
    if row.get("when"):
        here = now.astimezone(ZoneInfo(message.zone))
        parts.append(Text(f"\n{_ahead(EdtfDate.parse(row['when']), here)}"))
    if late:
        due = dates.moment(message.due_at, ZoneInfo(message.zone))
        own = zone_words(message.zone)
        parts.append(Emphasis(f"\n\nЭто напоминание опоздало: оно должно было прийти {due} ({own})."))
    return Reply(parts=tuple(parts), buttons=_reminder_buttons(message, now))


def _reminder_buttons(message: Message, now: datetime) -> tuple[tuple[Button, ...], ...]:
    when = (message.after or {}).get("when")
    last = EdtfDate.parse(when).last_day if when else date.max
    here = now.astimezone(ZoneInfo(message.zone))
    # Only snoozes that end before the event does.
    snoozes = tuple(
        Button(label=label, action="snooze", argument=f"{message.id}:{hours}")
        for label, hours in _SNOOZES
        if (here + timedelta(hours=hours)).date() <= last
    )
    kind = () if message.what in words.ASKED_FOR else (_off(message),)
    stop = stop_following(message.subscription_id)
    return tuple(row for row in (snoozes, (*kind, stop), (calendar(message.subject_id),)) if row)


def _off(message: Message) -> Button:
    argument = f"{message.subscription_id}:{message.what}"
    return Button(label="Без таких напоминаний", action="off", argument=argument)


def _passed(message: Message, now: datetime) -> Reply:
    row = message.after or {}
    planned = _planned_for(EdtfDate.parse(row["when"]), now.astimezone(ZoneInfo(message.zone)).date())
    parts = (
        Strong(f"{row.get('title', words.UNNAMED)}:"),
        Text(f" было намечено {planned}. "),
        Emphasis("Последнее напоминание опоздало, простите."),
    )
    if message.target == Target.CHAIN:
        return Reply(parts=parts)
    chain = Button(label="Следить за тем, что последует", action="follow", argument=f"c:{message.subject_id}")
    return Reply(parts=parts, buttons=((chain,),))


def _planned_for(when: EdtfDate, today: date) -> str:
    """«на вчера», «на 14 июня 2027 года», «на июнь 2027 года», «со 2 по 5 августа 2023 года»."""
    if when.is_interval or when.start is None:
        return dates.short(when)
    if when.precision >= Precision.DAY and (today - when.last_day).days == 1:
        return "на вчера"
    return f"на {dates.accusative(when)}"


def _ahead(when: EdtfDate, here: datetime) -> str:
    """«Осталось 7 дней», «Это сегодня»: how far the event is, in the reader's time zone, when sent."""
    first, today = when.first_day or when.last_day, here.date()
    days = (first - today).days
    exact = when.start is not None and when.start.precision >= Precision.DAY
    if days <= 0:
        if exact:
            return "Это сегодня." if days == 0 else "Событие уже идёт."
        return "Намеченное время уже наступило; точный день пока не назван."
    if not exact:
        return "Точный день пока не назван."
    left = plural(days, "Остался", "Осталось", "Осталось")
    return f"{left} {days} {plural(days, 'день', 'дня', 'дней')}."
