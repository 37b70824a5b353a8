"""A new fact read from one message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.editing.forms.one_message import read_new_fact
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack

ENGINE = Engine(load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"))
LABELS = {"вопросы": "questions", "примеры вопросов": "questions", "место": "where"}


@pytest.mark.parametrize(
    ("lines", "questions"),
    [
        ("Вопросы: Кто встречал гостей?", ["Кто встречал гостей?"]),
        (
            "Вопросы: Кто встречал гостей? Где встречали гостей?",
            ["Кто встречал гостей?", "Где встречали гостей?"],
        ),
        ("Вопросы:\nКто встречал гостей?\nГде их встречали?", ["Кто встречал гостей?", "Где их встречали?"]),
        ("Примеры вопросов: встреча гостей", ["встреча гостей"]),
        ("Кто встречал гостей?", ["Кто встречал гостей?"]),
    ],
)
def test_questions_have_no_label(lines: str, questions: list[str]) -> None:
    draft = read_new_fact(f"Гостей встречал посол.\n{lines}", ENGINE, date(2026, 5, 5), LABELS)
    assert draft.row["says"] == "Гостей встречал посол."
    assert draft.row["questions"] == questions
