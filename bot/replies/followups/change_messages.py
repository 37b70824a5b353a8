"""Messages to followers about a change: of an event, its date and the reminders, or of a fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.outbox import Message
from bot.records.subscriptions import NO_REMINDERS
from bot.replies import dates
from bot.replies.followups import wording as words
from bot.replies.followups.buttons import calendar, stop_following
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from knowledge.facts.dates import EdtfDate


def change_message(message: Message, now: datetime) -> Reply | None:
    """None where nothing changed that a follower sees."""
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
        parts: list[Part] = [Strong("Новое событие:"), Text(f" {title}\n"), *words.date_and_place(after)]
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
    stop = stop_following(message.subscription_id)
    return Reply(parts=tuple(lines), buttons=((stop,),))


def _source(after: Mapping[str, Any]) -> list[Part]:
    """Where a correction comes from; older versions were stored without it."""
    told = after.get("from")
    if not told:
        return []
    published = f", {dates.short(EdtfDate.parse(told['published']))}" if told.get("published") else ""
    return [Text("\n\n"), Emphasis(f"Источник: {told['name']}{published}")]


def _news_buttons(message: Message, after: Mapping[str, Any]) -> tuple[tuple[Button, ...], ...]:
    stop = stop_following(message.subscription_id)
    dated = after.get("when") and not after.get("cancelled")
    return ((calendar(message.subject_id),), (stop,)) if dated else ((stop,),)
