"""Asks for a new fact in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten

BY_FIELDS = "Заполнить по полям"
_SHOWN = 5
_HOW = (
    "\nНапишите утверждение одним сообщением. С новой строки можно добавить дату, тему, вопросы, "
    "«Место: Пекин», «Источник: Вестник», «Абзац: 7». Чего не напишете, предложу сам, насколько это видно "
    "из утверждения, и покажу, прежде чем публиковать."
)
NO_QUESTIONS = "Из этого утверждения вопросов не вышло."


def ask(questions: Sequence[str], note: str) -> Reply:
    """`questions`: those that it has to answer already."""
    parts: list[Part] = [Strong("Новое сведение"), Text(_HOW)]
    if questions:
        lines = "".join(f"\n• {shorten(one, 150)}" for one in questions[:_SHOWN])
        more = f"\n… и ещё {len(questions) - _SHOWN}" if len(questions) > _SHOWN else ""
        parts += [Text("\n\n"), Strong("Примеры вопросов уже есть:"), Text(f"{lines}{more}")]
    if note:
        parts.append(Emphasis(f"\n\n{note}"))
    return Reply(parts=tuple(parts), buttons=((Button(label=BY_FIELDS, action="fields"),),))
