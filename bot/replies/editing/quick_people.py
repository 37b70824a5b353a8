"""«Исправить»: the people of a fact or event, the role of one, and somebody whom the base does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.replies.editing import field_names as words
from bot.replies.editing.base_browser import BACK, page_buttons
from bot.replies.editing.quick_edit import Target, back_or_cancel
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.truncation import shorten

TAKE_AWAY, NO_POST = "Убрать отсюда", "Без должности"
_PAGE = 8
_CHOSEN = "✓ "
_ASKED = (
    "Выберите, чью роль поменять или кого добавить, или напишите имя. О новом человеке можно сразу написать "
    "и должность, и сторону, каждую с новой строки."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`role` is None for somebody who takes no part."""

    key: str
    name: str
    role: str | None


def people(target: Target, parts: Sequence[Part], page: int) -> Reply:
    """A page of all people, those who take part first."""
    last = max(0, (len(parts) - 1) // _PAGE)
    page = min(max(page, 0), last)
    rows = [
        (Button(label=_label(one), action="fix-p", argument=f"{target.argument}:{one.key}"),)
        for one in parts[page * _PAGE : (page + 1) * _PAGE]
    ]
    turning = [
        tuple(
            Button(label=one.label, action="fix-who", argument=f"{target.argument}:{one.argument}")
            for one in row
        )
        for row in page_buttons(page, last)
    ]
    return Reply(
        parts=(Strong("Люди"), Text(f"\n{_ASKED}")), buttons=(*rows, *turning, back_or_cancel(target))
    )


def ask_post(target: Target, name: str) -> Reply:
    """Of somebody new of whom only the name was typed."""
    text = " — новый человек в базе. Напишите должность, а с новой строки — сторону."
    none = Button(label=NO_POST, action="fix-p", argument=f"{target.argument}:")
    return Reply(parts=(Strong(name), Text(text)), buttons=((none,), _to_people(target)))


def role(target: Target, one: Part, roles: Sequence[tuple[str, str]]) -> Reply:
    """`roles`: the key and the name of each. A new person's key is empty."""
    about = f"{target.argument}:{one.key}"
    buttons = [
        Button(
            label=shorten(f"{_CHOSEN if name == one.role else ''}{words.role(name)}"),
            action="fix-r",
            argument=f"{about}:{key}",
        )
        for key, name in roles
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    away = () if one.role is None else ((Button(label=TAKE_AWAY, action="fix-r", argument=f"{about}:"),),)
    return Reply(
        parts=(Strong(one.name), Text("\nВыберите роль или напишите её одним словом.")),
        buttons=(*rows, *away, _to_people(target)),
    )


def _to_people(target: Target) -> tuple[Button, ...]:
    return (Button(label=BACK.label, action="fix-who", argument=f"{target.argument}:0"),)


def _label(one: Part) -> str:
    if one.role is None:
        return shorten(one.name)
    return shorten(f"{_CHOSEN}{one.name} — {words.role(one.role) or 'роль не названа'}")
