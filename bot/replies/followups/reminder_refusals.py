"""Replies to a wished reminder that cannot be set: which part of the wish is not possible, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from bot.replies import dates
from bot.replies.parts import Button, Reply, Text
from bot.replies.plurals import plural
from knowledge.facts.model import Event
from knowledge.results import Duration

WHICH = "О каком событии напомнить? Назовите его, пожалуйста."
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


def not_possible(obstacle: Obstacle, event: Event) -> Reply:
    """Which part is not possible; a button sets the usual reminders instead."""
    return with_usual(obstacle_text(obstacle, event), event)


def with_usual(text: str, event: Event) -> Reply:
    usual = Button(label="Напомнить, как обычно", action="follow", argument=f"e:{event.id}")
    return Reply(parts=(Text(text),), buttons=((usual,),))


def cancelled(event: Event) -> Reply:
    return Reply(parts=(Text(f"{event.title}: событие отменено, напоминать не о чем."),))


def impossible(typed: str) -> Reply:
    """`typed`: a day or an hour that does not exist."""
    kind = "времени" if ":" in typed else "дня"
    return Reply(parts=(Text(f"Такого {kind} нет: «{typed}». Назовите другой, пожалуйста."),))


def no_day_named(typed: str, example: date, event: Event | None, offer: Reply) -> Reply:
    """`typed`: a month, a season, a week; `example`: a day that could be named instead."""
    day = format_date(example, "d MMMM", locale="ru")
    text = f"День не назван: «{typed}». Назовите его, например: «напомни {day} в 10:00»."
    return _with_offer(text, offer) if event is None else with_usual(text, event)


def no_repetition(often: str, offer: Reply) -> Reply:
    """`often`: how often it was asked for, in the reader's words."""
    text = (
        f"Регулярно («{often}») напоминать не умею. Напомню к событию: за месяц, за неделю, за день, "
        "в тот же день или в названное время."
    )
    return _with_offer(text, offer)


def none_such(lengths: Sequence[Duration]) -> Reply:
    text = f"Напоминания {lengths_text(lengths)} у вас и нет. Все: /subscriptions."
    return Reply(parts=(Text(text),))


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


def obstacle_text(obstacle: Obstacle, event: Event) -> str:
    match obstacle:
        case Obstacle.NO_DAY if event.when is None:
            text = f"{event.title}: дата не названа, отсчитать от неё напоминание нельзя."
        case Obstacle.NO_DAY:
            text = f"Точный день не назван: {event_date(event)}. Отсчитать от него напоминание нельзя."
        case Obstacle.NO_CLOCK:
            text = f"Час начала не назван: {event_date(event)}. Отсчитать от него напоминание нельзя."
        case Obstacle.PAST:
            text = f"Это время уже прошло. {event.title}: {event_date(event)}."
        case Obstacle.TOO_LATE:
            text = f"{event.title} ({event_date(event)}): к этому времени событие уже пройдёт."
    return text


def lengths_text(lengths: Sequence[Duration]) -> str:
    return " и ".join(f"за {_length(one)}" for one in lengths)


def _length(one: Duration) -> str:
    """«Неделю», «3 дня», «2 часа», in the accusative."""
    for unit, forms in _UNITS:
        number, rest = divmod(one.months if unit is None else one.seconds, unit or 1)
        if number and not rest:
            words = plural(number, *forms)
            return words if number == 1 else f"{number} {words}"
    return "это время"


def event_date(event: Event) -> str:
    return "дата не названа" if event.when is None else dates.short(event.when)
