"""Sets of people and events, answered from records; what a message says beside its question."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.results import Answer, Refusal
from knowledge.understanding.asides import strip_asides
from tests.knowledge.sample_base import NOW

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_pack(ROOT / "knowledge/dialogue"))


def first_line(engine: Engine, *questions: str) -> str:
    conversation = NEW
    for question in questions:
        turn = engine.reply(question, conversation, NOW)
        conversation = turn.conversation
    assert isinstance(turn.result, Answer), turn.result
    assert turn.result.lead is not None
    return leads.render(turn.result.lead)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Кто из председателей не китаец?", "Лоретта Линч и Джей Джонсон."),
        ("Кто среди ведущих не из США?", "Го Шэнкунь."),
        (
            "Сколько председателей было от США?",
            "Двое: Лоретта Линч и Джей Джонсон (посчитано по названным).",
        ),
        (
            "Кого было больше среди председателей: американцев или китайцев?",
            "Больше: США, двое (Лоретта Линч и Джей Джонсон); КНР: один человек (Го Шэнкунь). "
            "Посчитано по названным.",
        ),
        ("Второй диалог пройдёт там же, где и первый?", "Нет: Вашингтон, Пекин."),
        ("Перечислите все города из новости", "• Вашингтон\n• Пекин\n• Париж"),
        ("Диалог прошёл 2 декабря?", "Нет: вторник, 1 декабря 2015 года."),
    ],
)
def test_records_answer(engine: Engine, question: str, line: str) -> None:
    assert first_line(engine, question) == line


def test_people_of_the_last_answer_are_the_set(engine: Engine) -> None:
    assert first_line(engine, "Сколько было председателей?", "Из них американских?").startswith(
        "Двое: Лоретта"
    )


def test_a_post_is_no_role(engine: Engine) -> None:
    """«Председатель КНР» is not one of the chairs from there."""
    result = engine.reply("Кто председатель КНР?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert [str(one.fact.id) for one in result.shown] == ["xi-post"]


def test_one_who_had_the_same_role_is_not_denied(engine: Engine) -> None:
    assert first_line(engine, "Линч была на диалоге?").startswith("Да")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Стою в очереди, скажите: диалог был в Вашингтоне?", "диалог был в Вашингтоне?"),
        ("шеф спрашивает кто вел диалог", "кто вел диалог"),
        ("Коллега уверяет, что диалог был в Москве. Это так?", "диалог был в Москве?"),
        ("перескажи статью кратко, мне на семинар", "перескажи статью кратко"),
        ("Обама, он был на диалоге?", "Обама, он был на диалоге?"),
    ],
)
def test_asides_are_left_out(text: str, left: str) -> None:
    assert strip_asides(text, lambda word: word.startswith("диалог")) == left


def test_where_something_did_not_happen_says_nothing_of_who_is_not_from_there(engine: Engine) -> None:
    assert isinstance(engine.reply("Чей визит не прошёл в США в сентябре?", NEW, NOW).result, Refusal)
