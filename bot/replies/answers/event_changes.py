"""«Перенесли ли?», «отменили?»: what the record of the event holds, or that nothing is said."""

from __future__ import annotations

from bot.replies import dates
from knowledge.results import ChangeLead, EventChange

CANCELLED = "отменено"
_OF = {
    EventChange.MOVED: "О переносе",
    EventChange.ELSEWHERE: "О смене места",
    EventChange.CANCELLED: "Об отмене",
}


def render(lead: ChangeLead) -> str:
    """A sentence: the first line of an answer, or all of a refusal."""
    event, yes = lead.event, "Да, " if lead.affirms else ""
    if event.cancelled and lead.change is EventChange.CANCELLED:
        return _sentence(f"{yes}{CANCELLED}")
    if event.cancelled:
        return _sentence(f"событие {CANCELLED}")
    moved = ""
    if lead.before is not None and event.when is not None:
        moved = f"срок изменён: было {dates.short(lead.before)}, теперь {dates.short(event.when)}"
    if moved and lead.change is EventChange.MOVED:
        return _sentence(f"{yes}{moved}")
    if moved:
        return f"{_OF[lead.change]} ничего не сказано; {moved}."
    return f"{_OF[lead.change]} ничего не сказано{_held(lead)}."


def _held(lead: ChangeLead) -> str:
    where = lead.event.where if lead.change is EventChange.ELSEWHERE else None
    when = dates.short(lead.event.when) if lead.event.when is not None else None
    held = ", ".join(filter(None, (where, when)))
    return f": {'по плану ' if lead.ahead else ''}{held}" if held else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
