"""Time zone and quiet hours: the current values, the choice, the confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.followups.zone_names import known_zone, place_words, zone_words
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from knowledge.facts.dates import EdtfDate

QUIETS = ("22:00-08:00", "23:00-07:00", "21:00-09:00")
"""Quiet hours offered besides none; a button holds the index."""
_ASK = "Назовите свой город («Владивосток») или смещение («UTC+10», «МСК+7»)."
_ASK_GROUP = "Назовите город группы ответом на это сообщение, например «Владивосток» или «UTC+10»."
_EXAMPLE = "Владивосток"


def ask(zone: str, city: str, quiet: str, now: datetime) -> Reply:
    """The current settings and how to change them."""
    shown = settings(zone, city, quiet, now)
    parts = (*shown.parts, Text(f"\n\n{_ASK}"))
    return Reply(parts=parts, buttons=(*shown.buttons, *CANCEL))


def ask_group() -> Reply:
    """In a group, where the bot sees only replies: the city is asked for in a message of its own."""
    return Reply(parts=(Text(_ASK_GROUP),), placeholder=_EXAMPLE)


def settings(zone: str, city: str, quiet: str, now: datetime) -> Reply:
    """The current settings; buttons change the quiet hours."""
    here = f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
    parts = (
        Strong("Часовой пояс:"),
        Text(f" {known_zone(city, zone)}, сейчас там {here}\n"),
        Strong("Тихие часы:"),
        Text(f" {quiet_words(quiet)}"),
    )
    hours = tuple(
        Button(label=f"{_mark(one, quiet)}{quiet_interval(one)}", action="quiet", argument=str(number))
        for number, one in enumerate(QUIETS)
    )
    none = Button(label=f"{_mark('', quiet)}Без тихих часов", action="quiet", argument=str(len(QUIETS)))
    return Reply(parts=parts, buttons=(hours, (none,)))


def _mark(one: str, chosen: str) -> str:
    return "✓ " if one == chosen else ""


def chosen(
    zone: str, city: str, now: datetime, *, before: str, counted: bool, stand: Sequence[datetime]
) -> Reply:
    """`before`: the zone until now; `counted`: reminders count from events; `stand`: those that do not."""
    here = f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
    text = f"{place_words(city, zone)}: сейчас там {here}."
    if counted:
        text += " Напоминания по дате события придут в те же часы по новому времени."
    if stand and zone != before:
        moments = "; ".join(_standing(at, ZoneInfo(zone), ZoneInfo(before)) for at in stand)
        text += f" Назначенное вами на точное время не сдвинул: {moments}."
    return Reply(parts=(Text(text),))


def _standing(at: datetime, zone: ZoneInfo, before: ZoneInfo) -> str:
    """«4 декабря 2015 года, 11:00 (по прежнему поясу 08:00)»."""
    return f"{dates.moment(at, zone)} (по прежнему поясу {at.astimezone(before):%H:%M})"


def today(zone: str, now: datetime) -> Reply:
    here = now.astimezone(ZoneInfo(zone))
    date = dates.full(EdtfDate.parse(here.date().isoformat()))
    return Reply(parts=(Text(f"Сегодня {date}, сейчас {here:%H:%M} ({zone_words(zone)})."),))


def offer(cities: Sequence[tuple[str, str]]) -> Reply:
    """Cities to choose from, as pairs of name and zone."""
    rows = tuple((Button(label=name, action="zone", argument=zone),) for name, zone in cities)
    return Reply(parts=(Text("Выберите город, где время как у вас:"),), buttons=rows)


def unknown() -> Reply:
    return Reply(
        parts=(Text("Такого города я не знаю. Назовите ближайший большой город или смещение («UTC+10»)."),),
        buttons=CANCEL,
    )


def quiet_words(quiet: str) -> str:
    return f"{quiet_interval(quiet)}, в это время ничего не приходит" if quiet else "нет"


def quiet_interval(quiet: str) -> str:
    """«22:00–08:00»."""
    return quiet.replace("-", "–")


def quiet_note(wanted: datetime, comes: datetime, quiet: str, *, several: bool = False) -> str:
    """Why a reminder does not come at the chosen hour; both times are local. `several`: of a whole rule."""
    when = "после них, в" if comes > wanted else "до них, в"
    told = "напоминания придут" if several else "напомню"
    interval = quiet_interval(quiet)
    return f"В {_hour(wanted)} у вас тихие часы ({interval}): {told} {when} {_hour(comes)}."


def _hour(at: datetime) -> str:
    return f"{at.hour}:{at:%M}"


def quiet_set(quiet: str) -> str:
    return f"Тихие часы: {quiet_interval(quiet)}." if quiet else "Тихих часов больше нет."
