"""The first line of an answer that is doubted: what the source says itself, what was inferred or planned."""

from __future__ import annotations

from datetime import date

from bot.replies import dates
from bot.replies.answers import spans
from knowledge.results import BasisLead

INFERRED = "Прямо этого в источнике нет, это выведено."


def render(lead: BasisLead, today: date | None) -> str:
    said = _stated(lead) if lead.stated else f"{INFERRED} {lead.because}".rstrip()
    planned = _planned(lead, today)
    return f"{said} {planned}" if planned else said


def _stated(lead: BasisLead) -> str:
    said = "Да, так сказано в источнике" if lead.affirms else "Прямо сказано в источнике"
    return f"{said} (абзац {lead.paragraph})." if lead.paragraph is not None else f"{said}."


def _planned(lead: BasisLead, today: date | None) -> str:
    """That it was only planned then, and where its day has passed, that no more is known."""
    if lead.planned is None:
        return ""
    first = lead.planned.first_day
    is_ahead = today is None or (first is not None and today < first)
    unknown = "" if is_ahead else f"; {spans.PLANNED_UNKNOWN}"
    return f"Это план: {dates.full(lead.planned)}{unknown}."
