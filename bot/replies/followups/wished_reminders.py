"""Replies to «напомни за 3 дня до … в 9 утра»: what is set, moved, or cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from bot.replies.followups.reminder_refusals import Obstacle, event_date, lengths_text, obstacle_text
from bot.replies.followups.time_zones import quiet_note
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Button, Moment, Reply, Text
from knowledge.facts.model import Event
from knowledge.results import Duration

PAUSED = (
    "Запомнил, но подписка на это событие на паузе: напомню, если снять паузу раньше. Это в /subscriptions."
)
TOO_MANY = "Столько напоминаний об одном событии не запомню. Лишние можно убрать: /subscriptions."
GONE = "Дата события только что изменилась. Попросите ещё раз, пожалуйста."


def is_set(
    event: Event, at: datetime, zone: str, now: datetime, subscription: int, since: date | None = None
) -> Reply:
    """Repeats the moment in the reader's zone; the year only where it is another one.

    `since`: the day from which it was counted, where the event's own is not named.
    """
    parts = (
        Text("Напомню "),
        Moment(f"{_moment_text(at, zone, now)} ({zone_words(zone)})", at, in_own_zone=True),
        Text(f": {event.title}, {event_date(event)}.{_counted(since)}\n\nИзменится дата, сообщу."),
    )
    card = Button(label="Подписка", action="sub", argument=str(subscription))
    remove = _move_button("Убрать", subscription, at, None)
    return Reply(parts=parts, buttons=(_other_moments(at, zone, now, subscription), (card, remove)))


def are_set(
    event: Event,
    moments: Sequence[datetime],
    obstacles: Sequence[Obstacle],
    zone: str,
    now: datetime,
    card: int,
    since: date | None = None,
) -> Reply:
    """Several reminders of one wish, the earliest first, and why one of them cannot be set."""
    parts: list[Text | Moment] = [Text("Напомню ")]
    for number, at in enumerate(moments):
        joined = "" if not number else " и " if number == len(moments) - 1 else ", "
        told = _moment_text(at, zone, now)
        named = f"{told} ({zone_words(zone)})" if number == len(moments) - 1 else told
        parts += [Text(joined), Moment(named, at, in_own_zone=True)]
    parts.append(Text(f": {event.title}, {event_date(event)}.{_counted(since)}"))
    parts += [Text(f" {obstacle_text(one, event)}") for one in dict.fromkeys(obstacles)]
    parts.append(Text("\n\nИзменится дата, сообщу."))
    return Reply(parts=tuple(parts), buttons=((Button(label="Подписка", action="sub", argument=str(card)),),))


def with_quiet_hours(
    reply: Reply, moved: Sequence[tuple[datetime, datetime]], zone: str, quiet: str
) -> Reply:
    """Says of each moment that was asked for within quiet hours when the reminder comes instead."""
    here = ZoneInfo(zone)
    notes = [quiet_note(one.astimezone(here), at.astimezone(here), quiet) for one, at in moved]
    texts = [Text(f"\n\n{note}") for note in dict.fromkeys(notes)]
    return replace(reply, parts=(*reply.parts, *texts))


def _counted(since: date | None) -> str:
    if since is None:
        return ""
    return f" Точный день пока не назван, считаю от {format_date(since, 'd MMMM', locale='ru')}."


def _moment_text(at: datetime, zone: str, now: datetime) -> str:
    """The year only where it is another one."""
    here = at.astimezone(ZoneInfo(zone))
    same_year = here.year == now.astimezone(ZoneInfo(zone)).year
    pattern = "d MMMM 'в' HH:mm" if same_year else "d MMMM y 'года в' HH:mm"
    return str(format_datetime(here, pattern, locale="ru"))


def removed() -> Reply:
    return Reply(parts=(Text("Это напоминание убрано."),))


def _other_moments(at: datetime, zone: str, now: datetime, subscription: int) -> tuple[Button, ...]:
    """The same reminder an hour or a day away, as far as that is still ahead."""
    here = at.astimezone(ZoneInfo(zone))
    shifts = (("−1 день", -24), ("−1 час", -1), ("+1 час", 1), ("+1 день", 24))
    moved = ((label, here + timedelta(hours=hours)) for label, hours in shifts)
    return tuple(_move_button(label, subscription, at, to) for label, to in moved if to > now)


def _move_button(label: str, subscription: int, at: datetime, to: datetime | None) -> Button:
    minutes = [0 if one is None else _minutes(one) for one in (at, to)]
    return Button(label=label, action="moment", argument=f"{subscription}:{minutes[0]}:{minutes[1]}")


def _minutes(at: datetime) -> int:
    """Since 1970."""
    return int(at.timestamp()) // 60


def dropped(moments: Sequence[datetime], zone: str, now: datetime, left: Reply) -> Reply:
    """Reminders that were cancelled in words; none where there was none at that time."""
    told = ", ".join(_moment_text(at, zone, now) for at in moments)
    text = f"Не напомню {told} ({zone_words(zone)})." if moments else "На это время напоминаний нет."
    return Reply(parts=(Text(f"{text}\n\n"), *left.parts), buttons=left.buttons)


def which_to_drop(moments: Sequence[tuple[int, datetime]], zone: str, now: datetime) -> Reply:
    """A button for each reminder to come. `moments`: the number of its subscription, and when it comes."""
    rows = [
        (
            Button(
                label=_moment_text(at, zone, now),
                action="drop",
                argument=f"{number}:{int(at.timestamp()) // 60}",
            ),
        )
        for number, at in moments
    ]
    return Reply(parts=(Text("Какое напоминание убрать?"),), buttons=tuple(rows))


def switched_off(lengths: Sequence[Duration], card: Reply) -> Reply:
    text = f"Больше не напомню {lengths_text(lengths)}."
    return Reply(parts=(Text(f"{text}\n\n"), *card.parts), buttons=card.buttons)


def instead_of(lengths: Sequence[Duration], reply: Reply) -> Reply:
    """Says which reminders the new one takes the place of."""
    return replace(reply, parts=(*reply.parts, Text(f"\n\nБольше не напомню {lengths_text(lengths)}.")))
