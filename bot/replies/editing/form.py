"""The screen of a whole draft, the screen before an entity is removed, and the notes on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.replies.editing import field_names as words
from bot.replies.editing import field_values as values
from bot.replies.editing.base_browser import label_and_value
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.model import FactBase

NOTHING_CHANGED = "Вы ещё ничего не изменили."
GONE = "Пока вы правили, эту запись изменил кто-то другой. Откройте её заново: /facts."


def overview(
    form: str,
    row: Mapping[str, Any],
    names: Sequence[str],
    base: FactBase,
    *,
    new: bool,
    touched: Collection[str],
    why: str,
    note: str = "",
) -> Reply:
    """The whole draft; changed fields are marked."""
    parts: list[Part] = [Strong((words.NEW if new else words.CHANGED)[form])]
    if note:
        parts.append(Emphasis(f"\n{note}"))
    for name in names:
        mark = "✎ " if name in touched and not new else ""
        told = values.of_row(form, name, row, base, new=new or "source" in touched)
        parts += label_and_value(f"{mark}{words.label(form, name)}", told)
    if why:
        parts += label_and_value(words.label(form, "why"), why)
    fields = [
        Button(label=words.label(form, name), action="field", argument=name) for name in (*names, "why")
    ]
    rows = tuple(tuple(fields[at : at + 2]) for at in range(0, len(fields), 2))
    done = Button(label="Проверить и опубликовать", action="finish")
    leave = Button(label="Выйти без сохранения", action="leave")
    return Reply(parts=tuple(parts), buttons=(*rows, (done,), (leave,)))


def retire(title: str, note: str = "") -> Reply:
    """Asks for the reason to remove an entity."""
    parts: list[Part] = [
        Strong(f"Убрать из базы: {shorten(title, 300)}"),
        Text("\nНапишите почему: это увидят в истории. Прежде чем запись уйдёт, покажу, что изменится."),
    ]
    if note:
        parts.append(Emphasis(f"\n\n{note}"))
    return Reply(parts=tuple(parts), buttons=((Button(label="‹ Не убирать", action="leave"),),))


def kept(title: str) -> Reply:
    """Tells that another command interrupted a form."""
    text = f"Форма сохранена: «{shorten(title, 100)}». Вернуться к ней: /drafts."
    return Reply(parts=(Text(text),))


def removal_kept(title: str) -> Reply:
    """Tells that another command interrupted a removal."""
    text = f"Не убрано: «{shorten(title, 100)}». Вернуться к этому: /drafts."
    return Reply(parts=(Text(text),))


def missing(form: str, names: Sequence[str]) -> str:
    """The note on a draft with empty required fields."""
    return f"Не хватает: {', '.join(words.label(form, name).lower() for name in names)}."


def refused(lines: Sequence[str]) -> str:
    """The note on a draft that breaks the pack's rules."""
    return "Так база не сложится, поправьте:\n" + "\n".join(f"• {line}" for line in lines[:10])
