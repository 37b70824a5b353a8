"""Messages to followers: reminders, changes of an event or fact, and notices that an event has passed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.outbox import Message, MessageKind
from bot.records.subscriptions import NO_REMINDERS, Target
from bot.replies import dates
from bot.replies.followups import wording as words
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.plurals import plural
from knowledge.facts.dates import EdtfDate, Precision

_ONCE = (MessageKind.SNOOZED, MessageKind.WISHED)
"""Kinds of reminders that come once, so that there is nothing to switch off."""
_SNOOZES = (("Через час", 1), ("Через день", 24), ("Через неделю", 168))


def render(message: Message, *, late: bool, now: datetime) -> Reply | None:
    """The message; None where nothing changed that a follower sees."""
    if message.what is MessageKind.CHANGED:
        return _changed(message, now)
    if message.what is MessageKind.PASSED:
        return _passed(message, now)
    return _reminder(message, late=late, now=now)


def _reminder(message: Message, *, late: bool, now: datetime) -> Reply:
    row = message.after or {}
    parts: list[Part] = [Strong("Напоминание:"), Text(f" {row.get('title', words.UNNAMED)}\n")]
    parts += _facts(row)
    if row.get("when"):
        here = now.astimezone(ZoneInfo(message.zone))
        parts.append(Text(f"\n{_ahead(EdtfDate.parse(row['when']), here)}"))
    if late:
        due = dates.moment(message.due_at, ZoneInfo(message.zone))
        parts.append(Emphasis(f"\n\nЭто напоминание опоздало: оно должно было прийти {due}."))
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
    kind = () if message.what in _ONCE else (_off(message),)
    stop = Button(label="Не следить", action="unfollow", argument=str(message.subscription_id))
    return tuple(row for row in (snoozes, (*kind, stop), (calendar(message.subject_id),)) if row)


def _off(message: Message) -> Button:
    argument = f"{message.subscription_id}:{message.what}"
    return Button(label="Без таких напоминаний", action="off", argument=argument)


def calendar(event_id: str) -> Button:
    return Button(label="В календарь (.ics)", action="ics", argument=event_id)


def _changed(message: Message, now: datetime) -> Reply | None:
    before, after = message.before, message.after
    if _said(before) == _said(after):
        return None
    return _fact_changed(message) if message.kind == "fact" else _event_changed(message, now)


def _said(body: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Without where it comes from, which older versions did not store."""
    return None if body is None else {name: value for name, value in body.items() if name != "from"}


def _event_changed(message: Message, now: datetime) -> Reply | None:
    before, after = message.before, message.after
    title = (after or before or {}).get("title", words.UNNAMED)
    if after is None:
        text = "Сведения об этом событии сняты из базы. Напоминаний о нём не будет."
        return Reply(parts=(Strong(f"{title}."), Text(f" {text}")))
    if before is None:
        parts: list[Part] = [Strong("Новое событие:"), Text(f" {title}\n"), *_facts(after)]
        return Reply(parts=tuple(parts), buttons=_news_buttons(message, after))
    changes = words.difference(before, after)
    cancelled, was = bool(after.get("cancelled")), bool(before.get("cancelled"))
    if not changes and cancelled == was:
        return None
    parts = [Strong("Изменилось:"), Text(f" {title}\n")]
    if cancelled and not was:
        parts.append(Text("\nСобытие отменено. Напоминаний о нём не будет."))
    if was and not cancelled:
        parts.append(Text("\nСобытие снова состоится."))
    for label, old, new in changes:
        parts += [Text("\n"), Strong(f"{label}:"), Text(f" {new} (прежде: {old})")]
    moved = any(label == "Дата" for label, *_ in changes)
    if moved and not cancelled and (text := _moved(message, after, now)):
        parts.append(Text(f"\n\n{text}"))
    return Reply(parts=tuple(parts), buttons=_news_buttons(message, after))


def _moved(message: Message, after: Mapping[str, Any], now: datetime) -> str:
    """How the new date affects the reminders; the moments that the reader chose are named one by one."""
    here = now.astimezone(ZoneInfo(message.zone))
    when = EdtfDate.parse(after["when"]) if after.get("when") else None
    lines = [_chosen(at, when, ZoneInfo(message.zone)) for at in message.chosen]
    if when is not None and when.last_day < here.date():
        return "Эта дата уже прошла, напоминаний не будет."
    if not message.rule.startswith(NO_REMINDERS):
        named = when is not None and when.first_day is not None
        moved = "Напоминания перенесены на новую дату."
        lines.insert(0, moved if named else "Напоминаний не будет, пока дата не названа.")
    return "\n".join(lines)


def _chosen(at: datetime, when: EdtfDate | None, zone: ZoneInfo) -> str:
    """Whether a moment that the reader chose still makes sense by the new date."""
    moment = dates.moment(at, zone)
    if when is not None and at.astimezone(zone).date() > when.last_day:
        return f"Напоминание {moment}, снято: к этому времени событие уже пройдёт."
    return f"Напоминание {moment}, остаётся."


def _fact_changed(message: Message) -> Reply:
    before, after = message.before or {}, message.after
    if after is None:
        parts: tuple[Part, ...] = (Strong("Сведение снято из базы:"), Text(f"\n{before.get('says', '')}"))
        return Reply(parts=parts)
    if not before:
        return Reply(parts=(Strong("Новое сведение:"), Text(f"\n{after['says']}"), *_source(after)))
    lines: list[Part] = [Strong("Исправлено:"), Text(f"\n{after['says']}")]
    if before.get("says") != after.get("says"):
        lines += [Text("\n\n"), Strong("Прежде:"), Text(f"\n{before['says']}")]
    if before.get("when") != after.get("when"):
        lines.append(Text(f"\n\nДата: {words.when(after)} (прежде: {words.when(before)})"))
    if before.get("where") != after.get("where"):
        lines.append(Text(f"\n\nМесто: {after.get('where') or '—'} (прежде: {before.get('where') or '—'})"))
    lines += _source(after)
    stop = Button(label="Не следить", action="unfollow", argument=str(message.subscription_id))
    return Reply(parts=tuple(lines), buttons=((stop,),))


def _source(after: Mapping[str, Any]) -> list[Part]:
    """Where a correction comes from; older versions were stored without it."""
    told = after.get("from")
    if not told:
        return []
    published = f", {dates.short(EdtfDate.parse(told['published']))}" if told.get("published") else ""
    return [Text("\n\n"), Emphasis(f"Источник: {told['name']}{published}")]


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


def _news_buttons(message: Message, after: Mapping[str, Any]) -> tuple[tuple[Button, ...], ...]:
    stop = Button(label="Не следить", action="unfollow", argument=str(message.subscription_id))
    dated = after.get("when") and not after.get("cancelled")
    return ((calendar(message.subject_id),), (stop,)) if dated else ((stop,),)


def _facts(row: Mapping[str, Any]) -> list[Part]:
    parts: list[Part] = [Text("\n"), Strong("Дата:"), Text(f" {words.when(row)}")]
    if row.get("where"):
        parts += [Text("\n"), Strong("Место:"), Text(f" {row['where']}")]
    return parts


def _ahead(when: EdtfDate, here: datetime) -> str:
    """«Осталось 7 дней», «Это сегодня»: how far the event is, in the reader's time zone, when sent."""
    first, today = when.first_day or when.last_day, here.date()
    days = (first - today).days
    exact = when.start is not None and when.start.precision >= Precision.DAY
    if days <= 0:
        if exact:
            return "Это сегодня." if days == 0 else "Событие уже идёт."
        return "Намеченное время уже наступило; точный день пока не назван."
    left = plural(days, "Остался", "Осталось", "Осталось")
    text = f"{left} {days} {plural(days, 'день', 'дня', 'дней')}" if exact else ""
    return f"{text}." if exact else f"Намечено {_planned_for(when, today)}; точный день пока не назван."
