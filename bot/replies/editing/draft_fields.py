"""The fields of a drafted fact's card: a list to choose from, or a question for a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.replies.editing.base_browser import page_buttons
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from bot.replies.truncation import shorten

LABELS: Mapping[str, str] = {
    "about": "Событие",
    "when": "Дата",
    "where": "Место",
    "people": "Люди",
    "said_by": "Чьи слова",
    "source": "Источник",
}
"""Fields of the card, by the pack's keys."""
ASKED: Mapping[str, str] = {
    "about": "Отметьте события, о которых это сведение.",
    "when": "Напишите дату не точнее статьи: «14 июня 2016», «июнь 2016», «лето 2016».",
    "where": "Напишите место, в именительном падеже.",
    "people": "Отметьте тех, о ком это сведение. Кого здесь нет, добавите потом: «Исправить» → «Люди».",
    "said_by": "Выберите, кто это сказал.",
    "source": "Выберите, откуда это известно.",
}
CHOSEN, NOTHING_CHOSEN, TO_CARD = "✓ ", "Ничего", "‹ К карточке"
NO_OPTIONS = "Выбирать не из чего: ни в базе, ни в черновике этого нет."
_PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a field, by its short key."""

    key: str
    name: str
    chosen: bool


def choose(
    number: int, place: int, field: str, page: int, options: Sequence[Option], *, empties: bool
) -> Reply:
    """A page of the values of a field; `empties`: whether it may have none."""
    last = max(0, (len(options) - 1) // _PAGE)
    page = min(max(page, 0), last)
    at = f"{number}:{place}"
    shown = options[page * _PAGE : (page + 1) * _PAGE]
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                label=shorten(f"{CHOSEN if one.chosen else ''}{one.name}"),
                action="a-set",
                argument=f"{at}:{field}:{page}:{one.key}",
            ),
        )
        for one in shown
    ]
    rows += [
        tuple(
            Button(label=one.label, action="a-field", argument=f"{at}:{field}:{one.argument}") for one in row
        )
        for row in page_buttons(page, last)
    ]
    if empties:
        rows.append((Button(label=NOTHING_CHOSEN, action="a-set", argument=f"{at}:{field}:{page}:"),))
    rows.append((Button(label=TO_CARD, action="a-card", argument=at),))
    asked = ASKED[field] if options else NO_OPTIONS
    return Reply(parts=(Strong(LABELS[field]), Text(f"\n{asked}")), buttons=tuple(rows))


def ask_value(number: int, place: int, field: str, now: str) -> Reply:
    """Asks for a date or a place; `now`: the present one."""
    empty = Button(label=NOTHING_CHOSEN, action="a-set", argument=f"{number}:{place}:{field}:0:")
    told = f"\nСейчас: {now}" if now else ""
    parts = (Strong(LABELS[field]), Text(f"{told}\n{ASKED[field]}"))
    return Reply(parts=parts, buttons=((empty, *CANCEL[0]),) if now else CANCEL)
