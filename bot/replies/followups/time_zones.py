"""Time zone and quiet hours: the current values, the choice, the confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies.parts import Button, Reply, Strong, Text

QUIETS = ("22:00-08:00", "23:00-07:00", "21:00-09:00")
"""Quiet hours offered besides none; a button holds the index."""
_ASK = "Назовите свой город («Владивосток») или смещение («UTC+10», «МСК+7»). Передумали — /cancel."


def ask(zone: str, city: str, quiet: str, now: datetime) -> Reply:
    """The current settings and how to change them."""
    here = f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
    parts = (
        Strong("Часовой пояс:"),
        Text(f" {city} ({zone}), сейчас там {here}\n"),
        Strong("Тихие часы:"),
        Text(f" {quiet_words(quiet)}\n\n{_ASK}"),
    )
    hours = tuple(
        Button(label=one.replace("-", "–"), action="quiet", argument=str(number))
        for number, one in enumerate(QUIETS)
    )
    none = Button(label="Без тихих часов", action="quiet", argument=str(len(QUIETS)))
    return Reply(parts=parts, buttons=(hours, (none,)))


def chosen(zone: str, city: str, now: datetime) -> Reply:
    here = f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
    return Reply(parts=(Text(f"Ваш пояс: {city} ({zone}), сейчас там {here}. Напоминания пересчитаны."),))


def offer(cities: Sequence[tuple[str, str]]) -> Reply:
    """Cities to choose from, as pairs of name and zone."""
    rows = tuple((Button(label=name, action="zone", argument=zone),) for name, zone in cities)
    return Reply(parts=(Text("Выберите город, где время как у вас:"),), buttons=rows)


def unknown() -> Reply:
    return Reply(parts=(Text(f"Такого города я не знаю. Назовите ближайший большой город. {_ASK}"),))


def quiet_words(quiet: str) -> str:
    return f"{quiet.replace('-', '–')}, в это время ничего не приходит" if quiet else "нет"


def quiet_set(quiet: str) -> str:
    return f"Тихие часы: {quiet.replace('-', '–')}." if quiet else "Тихих часов больше нет."
