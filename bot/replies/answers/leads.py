"""The first line of an answer in Russian: «Да.», the value asked for, both dates of a comparison."""

from __future__ import annotations

from datetime import date

from bot.replies import dates
from bot.replies.answers import amounts, basis_leads, event_changes, set_leads, spans
from knowledge.facts.dates import EdtfDate
from knowledge.results import (
    AmountsLead,
    BasisLead,
    ChangeLead,
    DigestLead,
    ExtremeLead,
    Held,
    JointLead,
    Lead,
    Meant,
    Polarity,
    SpanLead,
    ValueLead,
    YesNoLead,
)

_MISSING = {
    "day": "точный день не назван",
    "month": "точный месяц не назван",
    "clock": "время не указано",
    "town": "город не назван",
}
_MEANT = {
    Meant.APPEAL: "о призыве или предложении",
    Meant.DECISION: "о решении",
    Meant.DUTY: "о том, что это нужно",
    Meant.INTENTION: "о намерении",
    Meant.POSSIBILITY: "о возможности",
    Meant.PROMISE: "об обещании",
    Meant.READINESS: "о готовности",
}
_AT = ("в", "во", "на")
_ENDING = 2
"""Letters that the forms of a place's name may not share."""


def render(lead: Lead, today: date | None = None) -> str:
    """The sentence or lines, with their full stop; `today` tells what is still to come."""
    match lead:
        case ChangeLead():
            return event_changes.render(lead)
        case YesNoLead() | BasisLead():
            return _yes_no(lead, today)
        case ValueLead():
            return _value(lead)
        case SpanLead():
            return spans.render(lead)
        case DigestLead():
            return _digest(lead)
        case JointLead(leads=leads):
            return _joint([*dict.fromkeys(render(one, today) for one in leads)])
        case ExtremeLead() | AmountsLead():
            return amounts.render(lead)
        case _:
            return set_leads.render(lead)


def _joint(parts: list[str]) -> str:
    """Several first lines as one; a list stands in lines of its own."""
    is_list = any("\n" in part or part.startswith("•") for part in parts)
    return ("\n" if is_list else " ").join(parts)


def held(value: Held) -> str:
    """A value as words: a date without its weekday, names with «и»."""
    if isinstance(value, EdtfDate):
        return dates.full(value)
    return value if isinstance(value, str) else set_leads.names(value)


def _digest(lead: DigestLead) -> str:
    parts = [lead.about]
    if lead.event is not None:
        where, when = lead.event.where or "", lead.event.when
        is_said = where[:-_ENDING].lower() in f"{lead.title} {lead.about}".lower()
        day = dates.short(when) if when is not None else ""
        parts += ["" if is_said else where, "" if day and set_leads.has_words(lead.title, day) else day]
    about = ", ".join(filter(None, parts))
    return f"{lead.title}: {about}." if about else f"{lead.title}."


def _yes_no(lead: YesNoLead | BasisLead, today: date | None) -> str:
    if isinstance(lead, BasisLead):
        return basis_leads.render(lead, today)
    known = held(lead.held) if lead.held is not None else ""
    match lead.polarity:
        case Polarity.YES:
            yes = "Да, это так" if lead.denying else "Да"
            return f"{yes}: {known}." if known else f"{yes}."
        case Polarity.NO:
            return _no(lead, known)
        case Polarity.PLANNED:
            return _planned(lead, known, today)
        case Polarity.SET:
            one = isinstance(lead.held, tuple) and len(lead.held) == 1
            return f"{'Названо одно имя:' if one else 'Названы'} {known}; о других не сказано."
        case Polarity.POST:
            return f"Названа должность: {known}; о других не сказано."
        case Polarity.COARSER:
            return f"Точный день не назван: {known}."
        case Polarity.OPEN | Polarity.UNTOLD:
            return f"Прямо об этом не сказано, место указано так: {known}." if known else ""


def _planned(lead: YesNoLead, known: str, today: date | None) -> str:
    if lead.meant is not None:
        return f"Пока сказано только {_MEANT[lead.meant]}."
    if today is not None and _is_ahead(lead.held, today):
        return f"Ещё нет: по плану {known}."
    return f"По плану: {known}; {spans.PLANNED_UNKNOWN}."


def _is_ahead(value: Held | None, today: date) -> bool:
    return isinstance(value, EdtfDate) and value.start is not None and today < value.start.first_day


def _no(lead: YesNoLead, known: str) -> str:
    if lead.denying:
        return f"Нет, это не так: {known}." if known else "Нет, это не так."
    if not known:
        return "Нет."
    given = lead.given
    alike = isinstance(lead.held, str) and given and _preposition(known) == _preposition(given) != ""
    if _preposition(given) in _AT and isinstance(lead.held, str) and not _preposition(known):
        return f"Нет, не {given}: {known}."
    return f"Нет: {known}, а не {given}." if alike else f"Нет: {known}."


def _preposition(text: str) -> str:
    head, space, _ = text.lower().partition(" ")
    return head if space and head in ("в", "во", "на", "у", "из", "с", "со", "к", "до") else ""


def _value(lead: ValueLead) -> str:
    if lead.computed and isinstance(lead.held, tuple):
        counted = f"{set_leads.number(len(lead.held))}: {set_leads.names(lead.held)}"
        return f"{counted} ({spans.COMPUTED} по названным)."
    said = held(lead.held)
    said = said[:1].upper() + said[1:]
    if lead.missing == "clock":
        return f"Время не указано. Дата: {said[:1].lower()}{said[1:]}."
    missing = f", {_MISSING[lead.missing]}" if lead.missing else ""
    computed = f" ({spans.COMPUTED})" if lead.computed else ""
    return f"{said.rstrip('.')}{missing}{computed}."
