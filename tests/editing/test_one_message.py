"""A new fact read from one message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.editing.forms.fields import Form, field_of
from bot.editing.forms.one_message import read_new_fact
from bot.editing.forms.typed_values import InputError, parse_text
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


def test_source_and_a_new_topic_are_read() -> None:
    labels = LABELS | {"источник": "source", "тема": "topic"}
    text = "Выставка открыта до мая.\nИсточник: Жэньминь жибао\nТема: Выставка"
    draft = read_new_fact(text, ENGINE, date(2026, 5, 5), labels)
    assert draft.row["says"] == "Выставка открыта до мая."
    assert draft.row["source"] == "Жэньминь жибао"
    assert draft.topics == {draft.row["topic"]: "Выставка"}


def test_the_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InputError) as raised:
        read_new_fact("Гостей ждали.\nДата: когда-то", ENGINE, date(2026, 5, 5), {"дата": "when"})
    assert raised.value.data["field"] == "when"


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Жэньминь жибао", None),
        ("Жэньминь жибао\n5 декабря 2015\nhttps://example.org/a", None),
        ("Жэньминь жибао\n5 декабря\nhttps://example.org/a", "5 декабря"),
        ("Жэньминь жибао\n5 декабря 2015\nне ссылка", "не ссылка"),
    ],
)
def test_a_line_of_a_source_that_is_neither_date_nor_link_is_named(text: str, unread: str | None) -> None:
    field = field_of(Form.FACT, "source")
    if unread is None:
        assert parse_text(text, field) == text
        return
    with pytest.raises(InputError) as raised:
        parse_text(text, field)
    assert raised.value.data == {"line": unread}
