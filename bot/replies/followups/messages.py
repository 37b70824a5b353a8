"""Messages to followers: reminders, changes of an event or fact, and notices that an event has passed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
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
        return _passed(message)
    return _reminder(message, late=late, now=now)


def _reminder(message: Message, *, late: bool, now: datetime) -> Reply:
    row = message.after or {}
    parts: list[Part] = [Strong("Напоминание:"), Text(f" {row.get('title', words.UNNAMED)}\n")]
    parts += _facts(row)
    parts.append(Text(f"\n{_ahead(EdtfDate.parse(row['when']), now.astimezone(ZoneInfo(message.zone)))}"))
    if late:
        due = dates.moment(message.due_at, ZoneInfo(message.zone))
        parts.append(Emphasis(f"\n\nЭто напоминание опоздало: оно должно было прийти {due}."))
    return Reply(parts=tuple(parts), buttons=_reminder_buttons(message, now))


def _reminder_buttons(message: Message, now: datetime) -> tuple[tuple[Button, ...], ...]:
    last = EdtfDate.parse((message.after or {})["when"]).last_day
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
    if before == after:
        return None
    return _fact_changed(message) if message.kind == "fact" else _event_changed(message, now)


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
    if any(label == "Дата" for label, *_ in changes) and not cancelled:
        parts.append(Text(f"\n\n{_moved(message, after, now)}"))
    return Reply(parts=tuple(parts), buttons=_news_buttons(message, after))


def _moved(message: Message, after: Mapping[str, Any], now: datetime) -> str:
    """How the new date affects the reminders."""
    here = now.astimezone(ZoneInfo(message.zone))
    when = EdtfDate.parse(after["when"]) if after.get("when") else None
    if when is None or when.first_day is None:
        return "Напоминаний не будет, пока дата не названа."
    if when.last_day < here.date():
        return "Эта дата уже прошла, напоминаний не будет."
    if message.rule.startswith(NO_REMINDERS):
        return "Напоминание на прежнюю дату снято: если оно нужно, попросите заново."
    return "Напоминания перенесены на новую дату."


def _fact_changed(message: Message) -> Reply:
    before, after = message.before or {}, message.after
    if after is None:
        parts: tuple[Part, ...] = (Strong("Сведение снято из базы:"), Text(f"\n{before.get('says', '')}"))
        return Reply(parts=parts)
    if not before:
        return Reply(parts=(Strong("Новое сведение:"), Text(f"\n{after['says']}")))
    lines: list[Part] = [Strong("Исправлено:"), Text(f"\n{after['says']}")]
    if before.get("says") != after.get("says"):
        lines += [Text("\n\n"), Strong("Прежде:"), Text(f"\n{before['says']}")]
    if before.get("when") != after.get("when"):
        lines.append(Text(f"\n\nДата: {words.when(after)} (прежде: {words.when(before)})"))
    if before.get("where") != after.get("where"):
        lines.append(Text(f"\n\nМесто: {after.get('where') or '—'} (прежде: {before.get('where') or '—'})"))
    stop = Button(label="Не следить", action="unfollow", argument=str(message.subscription_id))
    return Reply(parts=tuple(lines), buttons=((stop,),))


def _passed(message: Message) -> Reply:
    row = message.after or {}
    parts = (
        Strong("Событие прошло:"),
        Text(f" {row.get('title', words.UNNAMED)}\n"),
        *_facts(row),
        Emphasis("\n\nНапоминания о нём не удалось доставить вовремя. Простите."),
    )
    if message.target == Target.CHAIN:
        return Reply(parts=parts)
    chain = Button(label="Следить за тем, что последует", action="follow", argument=f"c:{message.subject_id}")
    return Reply(parts=parts, buttons=((chain,),))


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
        return "Точный день в базе не назван; названное время уже наступило."
    left = "Осталось" if days != 1 else "Остался"
    text = f"{left} {days} {plural(days, 'день', 'дня', 'дней')}" if exact else ""
    return f"{text}." if exact else f"Точный день в базе не назван; до начала {_until(days)}."


def _until(days: int) -> str:
    return f"{days} {plural(days, 'день', 'дня', 'дней')}"
