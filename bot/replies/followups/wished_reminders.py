"""Replies to «напомни за 3 дня до … в 9 утра»: what is set, or which part is not possible and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from bot.replies import dates
from bot.replies.followups.time_zones import quiet_note
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Button, Moment, Reply, Text
from bot.replies.plurals import plural
from knowledge.facts.model import Event
from knowledge.results import Duration

WHICH = "О каком событии напомнить? Назовите его, пожалуйста."
PAUSED = (
    "Запомнил, но подписка на это событие на паузе: напомню, если снять паузу раньше. Это в /subscriptions."
)
TOO_MANY = "Столько напоминаний об одном событии не запомню. Лишние можно убрать: /subscriptions."
GONE = "Дата события только что изменилась. Попросите ещё раз, пожалуйста."


_UNITS: tuple[tuple[int | None, tuple[str, str, str]], ...] = (
    (None, ("месяц", "месяца", "месяцев")),
    (604_800, ("неделю", "недели", "недель")),
    (86_400, ("день", "дня", "дней")),
    (3600, ("час", "часа", "часов")),
    (60, ("минуту", "минуты", "минут")),
)
"""Seconds of a unit, None of a month, and its forms after «за» with a number."""


class Obstacle(StrEnum):
    """Why a reminder cannot be set."""

    NO_DAY = "no-day"
    """The base does not name the day of the event."""
    NO_CLOCK = "no-clock"
    """It does not name the hour, and the reminder is to come hours before."""
    PAST = "past"
    """The moment has passed."""
    TOO_LATE = "too-late"
    """The event is over by then."""


def is_set(
    event: Event, at: datetime, zone: str, now: datetime, subscription: int, since: date | None = None
) -> Reply:
    """Repeats the moment in the reader's zone; the year only where it is another one.

    `since`: the day from which it was counted, where the event's own is not named.
    """
    parts = (
        Text("Напомню "),
        Moment(f"{_moment_text(at, zone, now)} ({zone_words(zone)})", at, in_own_zone=True),
        Text(f": {event.title}, {_date(event)}.{_counted(since)}\n\nИзменится дата, сообщу."),
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
    parts.append(Text(f": {event.title}, {_date(event)}.{_counted(since)}"))
    parts += [Text(f" {_obstacle(one, event)}") for one in dict.fromkeys(obstacles)]
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
    minutes = [0 if one is None else int(one.timestamp()) // 60 for one in (at, to)]
    return Button(label=label, action="moment", argument=f"{subscription}:{minutes[0]}:{minutes[1]}")


def not_possible(obstacle: Obstacle, event: Event) -> Reply:
    """Which part is not possible; a button sets the usual reminders instead."""
    usual = Button(label="Напомнить, как обычно", action="follow", argument=f"e:{event.id}")
    return Reply(parts=(Text(_obstacle(obstacle, event)),), buttons=((usual,),))


def cancelled(event: Event) -> Reply:
    return Reply(parts=(Text(f"{event.title}: событие отменено, напоминать не о чем."),))


def impossible(typed: str) -> Reply:
    """`typed`: a day or an hour that does not exist."""
    kind = "времени" if ":" in typed else "дня"
    return Reply(parts=(Text(f"Такого {kind} нет: «{typed}». Назовите другой, пожалуйста."),))


def dropped(moments: Sequence[datetime], zone: str, now: datetime, left: Reply) -> Reply:
    """Reminders that were cancelled in words; none where there was none at that time."""
    told = ", ".join(_moment_text(at, zone, now) for at in moments)
    text = f"Не напомню {told} ({zone_words(zone)})." if moments else "На это время напоминаний нет."
    return Reply(parts=(Text(f"{text}\n\n"), *left.parts), buttons=left.buttons)


def _obstacle(obstacle: Obstacle, event: Event) -> str:
    match obstacle:
        case Obstacle.NO_DAY if event.when is None:
            text = f"{event.title}: дата не названа, отсчитать от неё напоминание нельзя."
        case Obstacle.NO_DAY:
            text = f"Точный день не назван: {_date(event)}. Отсчитать от него напоминание нельзя."
        case Obstacle.NO_CLOCK:
            text = f"Час начала не назван: {_date(event)}. Отсчитать от него напоминание нельзя."
        case Obstacle.PAST:
            text = f"Это время уже прошло. {event.title}: {_date(event)}."
        case Obstacle.TOO_LATE:
            text = f"{event.title} ({_date(event)}): к этому времени событие уже пройдёт."
    return text


def no_repetition(often: str, offer: Reply) -> Reply:
    """`often`: how often it was asked for, in the reader's words."""
    text = (
        f"Регулярно («{often}») напоминать не умею. Напомню к событию: за месяц, за неделю, за день, "
        "в тот же день или в названное время."
    )
    return _with_offer(text, offer)


def switched_off(lengths: Sequence[Duration], card: Reply) -> Reply:
    text = f"Больше не напомню {_lengths(lengths)}."
    return Reply(parts=(Text(f"{text}\n\n"), *card.parts), buttons=card.buttons)


def none_such(lengths: Sequence[Duration]) -> Reply:
    text = f"Напоминания {_lengths(lengths)} у вас и нет. Все: /subscriptions."
    return Reply(parts=(Text(text),))


def _lengths(lengths: Sequence[Duration]) -> str:
    return " и ".join(f"за {_length(one)}" for one in lengths)


def _length(one: Duration) -> str:
    """«Неделю», «3 дня», «2 часа», in the accusative."""
    for unit, forms in _UNITS:
        number, rest = divmod(one.months if unit is None else one.seconds, unit or 1)
        if number and not rest:
            words = plural(number, *forms)
            return words if number == 1 else f"{number} {words}"
    return "это время"


def unknown_zone(words: str, offer: Reply) -> Reply:
    """`words`: a place whose clock is not known."""
    return _with_offer(f"Не знаю, который час: «{words}». Назовите город или «по Москве».", offer)


def unknown_event(words: Sequence[str], offer: Reply) -> Reply:
    """`words`: the reader's own for an event that the base does not have."""
    return _with_offer(f"В базе нет такого события: «{' '.join(words)}».", offer)


def _with_offer(text: str, offer: Reply) -> Reply:
    return Reply(parts=(Text(f"{text}\n\n"), *offer.parts), buttons=offer.buttons)


def which(offer: Reply) -> Reply:
    return _with_offer(WHICH, offer)


def _date(event: Event) -> str:
    return "дата не названа" if event.when is None else dates.short(event.when)
