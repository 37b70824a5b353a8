"""Amounts set against each other in Russian: the most of all, how much more, how many times."""

from __future__ import annotations

from bot.replies.answers.spans import COMPUTED
from bot.replies.plurals import plural
from knowledge.results import AmountsLead, ExtremeLead

AMONG = "из названных"
_EXACTLY = 0.001


def render(lead: ExtremeLead | AmountsLead) -> str:
    """«Детский — 250 рублей (из названных).», «В 3,6 раза: 900 рублей и 250 рублей (посчитано).»"""
    if isinstance(lead, ExtremeLead):
        note = COMPUTED if lead.computed else AMONG if lead.among else ""
        return f"{lead.text} ({note})." if note else f"{lead.text}."
    told = lead.apart or lead.total or _times(lead.times)
    text = f"{told[:1].upper()}{told[1:]}: {lead.held[0]} и {lead.held[1]} ({COMPUTED})."
    return f"Наоборот. {text}" if lead.turned else text


def _times(times: float) -> str:
    """«в 3,6 раза», «в 5 раз»."""
    told = round(times, 1)
    about = "" if abs(told - times) < _EXACTLY else "примерно "
    if told != int(told):
        return f"{about}в {told:g} раза".replace(".", ",")
    return f"{about}в {told:g} {plural(int(told), 'раз', 'раза', 'раз')}"
