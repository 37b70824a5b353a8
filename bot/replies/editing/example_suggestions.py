"""Suggested examples of a fact, each taken with a tap."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.parts import Button, Reply, Strong, Text
from knowledge.facts.model import Fact

USAGE = "Напишите имя сведения: /examples second-dialogue. Имена видны в /facts."
NO_FACT = "Такого сведения в базе нет."
NONE = "Предложить нечего: у этого сведения хватает вопросов."
GONE = "Этого предложения уже нет."
TAKE_ALL = "Взять все"


def offered(fact: Fact, questions: Sequence[str], keys: Sequence[str]) -> Reply:
    """The list with a button for each question; `keys` are their checksums."""
    lines = [f"{number}. {question}" for number, question in enumerate(questions, 1)]
    buttons = [
        Button(label=f"Взять {number}", action="a-ex", argument=f"{fact.id}:{key}")
        for number, key in enumerate(keys, 1)
    ]
    rows = tuple(tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4))
    everything = Button(label=TAKE_ALL, action="a-ex", argument=f"{fact.id}:all")
    head = f"Ещё вопросы к сведению «{fact.says}»\n\n"
    return Reply(parts=(Strong(head), Text("\n".join(lines))), buttons=(*rows, (everything,)))


def note(text: str) -> Reply:
    return Reply(parts=(Text(text),))
