"""Lengths of time in Russian: «Осталось от 42 до 71 дня (посчитано до июня 2016 года).»"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bot.replies import dates
from bot.replies.plurals import plural
from knowledge.results import SpanLead

COMPUTED = "посчитано"
PLANNED_UNKNOWN = "состоялось ли, не знаю"


class _Unit(NamedTuple):
    """«1 год», «2 года», «5 лет», «до 21 года», «полные годы»."""

    one: str
    few: str
    many: str
    genitive: str
    plural: str


_UNITS = {
    "minute": _Unit("минута", "минуты", "минут", "минуты", "минуты"),
    "hour": _Unit("час", "часа", "часов", "часа", "часы"),
    "day": _Unit("день", "дня", "дней", "дня", "дни"),
    "week": _Unit("неделя", "недели", "недель", "недели", "недели"),
    "month": _Unit("месяц", "месяца", "месяцев", "месяца", "месяцы"),
    "year": _Unit("год", "года", "лет", "года", "годы"),
}
_OPENINGS = {
    "until": ("Остался ", "Осталась ", "Осталось "),
    "since": ("Прошёл ", "Прошла ", "Прошло "),
    "passed": ("Уже прошёл ", "Уже прошла ", "Уже прошло "),
}
"""Before one of a masculine unit, of a feminine one, and before all else."""


def render(lead: SpanLead) -> str:
    """The sentence with its full stop."""
    if lead.planned:
        return _since_plan(lead)
    text = f"{_opening(lead)}{_amount(lead)}"
    return f"{text[:1].upper()}{text[1:]} ({_computed(lead)}{_between(lead)})."


def _since_plan(lead: SpanLead) -> str:
    """«По плану: июнь 2016 года; с тех пор прошло 10 лет (посчитано), состоялось ли, не знаю.»"""
    since = _opening(replace(lead, span="since")).lower()
    when = f"По плану: {dates.full(lead.dates[0])}"
    return f"{when}; с тех пор {since}{_amount(lead)} ({_computed(lead)}), {PLANNED_UNKNOWN}."


def _opening(lead: SpanLead) -> str:
    masculine, feminine, other = _OPENINGS.get(lead.span, ("", "", ""))
    if lead.low != lead.high or lead.low == 0:
        return other
    return plural(lead.low, feminine if _UNITS[lead.unit].one[-1] in "ая" else masculine, other, other)


def _amount(lead: SpanLead) -> str:
    """«42 дня», «от 42 до 71 дня», «меньше года»."""
    forms = _UNITS[lead.unit]
    if lead.high == 0 and lead.full:
        return f"меньше {forms.genitive}"
    if _is_about_one(lead):
        return f"около {forms.genitive}"
    if lead.low == lead.high:
        return f"{lead.low} {plural(lead.low, forms.one, forms.few, forms.many)}"
    return f"от {lead.low} до {lead.high} {plural(lead.high, forms.genitive, forms.many, forms.many)}"


def _is_about_one(lead: SpanLead) -> bool:
    """Whether it is less than a unit, or at most a little more than one."""
    return lead.full and lead.low == 0 and lead.high <= 1


def _computed(lead: SpanLead) -> str:
    """That it is computed, and in full units where less than one is left over."""
    return (
        f"посчитаны полные {_UNITS[lead.unit].plural}" if lead.full and not _is_about_one(lead) else COMPUTED
    )


def _between(lead: SpanLead) -> str:
    """« от 1 декабря 2015 года до июня 2016 года», « до июня 2016 года», «: с 12 по 14 июня 2026 года»."""
    if lead.span == "lasting":
        return f": {dates.short(lead.dates[0])}"
    given = [dates.genitive(one) for one in lead.dates]
    match lead.span, given:
        case "until", [end]:
            return f" до {end}"
        case "since" | "passed", [start]:
            return f" от {start}"
        case _, [start, end]:
            return f" от {start} до {end}"
    return ""
