"""First lines of several things: names, lists, events beside each other, an order, sides by their number."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import dates
from bot.replies.answers import spans
from knowledge.facts.dates import EdtfDate
from knowledge.results import EventLine, EventsLead, ListLead, OrderLead, Participant, SidesLead

_IN_ORDER = "По порядку:"
_IN_ORDER_KNOWN = "По порядку, насколько известны даты:"
_PAIR = 2
_PEOPLE = (
    "",
    "Один человек",
    "Двое",
    "Трое",
    "Четверо",
    "Пятеро",
    "Шестеро",
    "Семеро",
    "Восьмеро",
    "Девятеро",
    "Десять человек",
)
_STEM = 3
"""Letters that the forms of a month share; of a place they are enough beside its title."""


def render(lead: OrderLead | ListLead | SidesLead | EventsLead) -> str:
    """A line for each of several things."""
    match lead:
        case OrderLead():
            return _order(lead)
        case ListLead(items=items):
            return "\n".join(f"• {item}" for item in items)
        case SidesLead():
            return _sides(lead)
        case EventsLead(lines=lines):
            return "\n".join(map(_line, lines))


def number(count: int) -> str:
    return _PEOPLE[count] if count < len(_PEOPLE) else f"{count} человек"


def names(people: Sequence[Participant]) -> str:
    return _listed([one.person.name for one in people])


def _listed(people: Sequence[str]) -> str:
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} и {people[-1]}"


def _sides(lead: SidesLead) -> str:
    """«Больше: США, двое (…); КНР: один человек (…). Посчитано по названным.»"""
    most, second = lead.counts[0], lead.counts[1]
    head = "Больше: " if len(most.people) > len(second.people) else "Поровну: "
    counts = [
        (one.side, f"{number(len(one.people)).lower()} ({_listed([person.name for person in one.people])})")
        for one in lead.counts
        if one.people
    ]
    (side, told), *others = counts
    first = f"{head}{side}, {told}" if head == "Больше: " else f"{head}{side}: {told}"
    rest = "".join(f"; {other}: {number}" for other, number in others)
    return f"{first}{rest}. {spans.COMPUTED.capitalize()} по названным."


def _line(line: EventLine) -> str:
    said = [line.where, dates.short(line.when) if line.when is not None else ""]
    untold = [one for one in said if one and not has_words(line.title, one)]
    return f"{line.title}: {', '.join(untold)}." if untold else f"{line.title}."


def _order(lead: OrderLead) -> str:
    """Which of two was first; all of several with their dates."""
    dated = [_dated(*item) for item in lead.items]
    if lead.known and len(dated) == _PAIR:
        return f"Раньше: {dated[0]}.\nПозже: {dated[1]}."
    if len(dated) == _PAIR:
        return "\n".join(["По датам не понять, что раньше:", *(f"• {item}" for item in dated)])
    lines = [f"{number}. {item}" for number, item in enumerate(dated, 1)]
    return "\n".join([_IN_ORDER if lead.known else _IN_ORDER_KNOWN, *lines])


def _dated(title: str, when: EdtfDate) -> str:
    """A title and its date, unless the title has it: «Визит в сентябре 2015 года»."""
    said = dates.short(when)
    return title if has_words(title, said) else f"{title}: {said}"


def has_words(title: str, said: str) -> bool:
    """Whether a title has every word of a date or place, in any form."""
    words = title.lower().split()
    return all(
        any(word.startswith(said_word[:_STEM]) for word in words) for said_word in said.lower().split()
    )
