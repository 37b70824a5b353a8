"""A follow-up stays with the person, the thing and the fact just told of, by a pack of a sail race."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.results import Refusal
from tests.knowledge.dam_base import ask, first_line, make_engine, told

_FILES = {
    "source.yaml": """
id: race
title: Гонка под парусом в Кеми
about: гонке
publisher: Маяк
published: "2026-06-20"
examples: [Когда гонка?]
""",
    "people.yaml": """
- {id: rudin, name: Павел Рудин, post: шкипер}
- {id: sedov, name: Игорь Седов, post: шкипер}
- {id: belov, name: Антон Белов, post: судья}
""",
    "events.yaml": """
- {id: race, title: Гонка в Кеми, when: "2026-06-14", where: Кемь}
""",
    "facts.yaml": """
- id: winner
  says: Гонку выиграл Павел Рудин, он прошёл дистанцию за 95 минут и набрал 30 очков.
  topic: t
  people: [{id: rudin, role: member}]
  questions: [Кто выиграл гонку?, Кто победил в гонке?, За сколько минут прошли дистанцию?, Сколько очков?]
- id: second
  says: Второе место в гонке занял Игорь Седов с 27 очками.
  topic: t
  people: [{id: sedov, role: member}]
  questions: [Кто второй в гонке?, Кто занял второе место?, второе место гонки]
- id: standing
  says: В общем зачёте ведёт Седов.
  topic: t
  people: [{id: sedov, role: member}]
  questions: [Кто лидер общего зачёта?, Кто ведёт в общем зачёте?, лидер зачёта]
- id: third
  says: Третьим к финишу гонки пришёл гость из Онеги.
  topic: t
  questions: [Кто третий?, Кто пришёл третьим?, третий на финише]
- id: pay
  says: Смотрителям маяка платят 40 тысяч рублей.
  topic: t
  questions: [Какая зарплата у смотрителей?, Сколько платят смотрителям?, зарплата смотрителя]
- id: seats
  says: На катере Р1 14 спасательных кругов.
  topic: t
  questions: [Сколько кругов на Р1?, Сколько спасательных кругов на катере Р1?, круги Р1]
- id: length
  says: Катер Р3 строили 50 недель.
  topic: t
  questions: [Сколько строили Р3?, Как долго строили катер Р3?, постройка Р3]
- id: loan
  says: Пристань взяла у банка «Якорь» кредит под 12 процентов на новый причал.
  topic: t
  questions: [В каком банке взяли кредит?, У кого кредит?, кредит пристани]
- id: tax
  says: Сбор за стоянку поднимут на треть.
  topic: t
  questions: [Какая ставка сбора?, На сколько поднимут сбор?, ставка за стоянку]
- id: buoys
  says: Вдоль пути поставили двадцать надувных буёв.
  topic: t
  questions: [Сколько поставили буёв?, Сколько буёв вдоль пути?, число буёв]
- id: judge
  says: Главным судьёй вместо Игоря Седова стал Антон Белов.
  topic: t
  people: [{id: belov, role: member}, {id: sedov, role: member}]
  questions: [Кто главный судья?, Кто стал главным судьёй?, Кто такой Белов?]
""",
    "terms.yaml": "topics: {t: Гонка}\n",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine(_FILES)


def test_he_is_whom_the_first_line_named(engine: Engine) -> None:
    assert told(ask(engine, "Кто второй в гонке?", "А сколько у него очков?")) == ["second"]


@pytest.mark.parametrize(
    "messages",
    [
        ("Кто второй в гонке?", "А за сколько минут он прошёл дистанцию?"),
        ("Кто главный судья?", "а зарплата у него какая"),
        ("Кто проспал старт?", "за сколько минут он прошёл дистанцию?"),
    ],
)
def test_what_is_told_of_another_is_no_answer(engine: Engine, messages: tuple[str, ...]) -> None:
    assert isinstance(ask(engine, *messages), Refusal)


@pytest.mark.parametrize(
    "messages",
    [("Сколько кругов на Р1?", "а на Р3?"), ("Кто лидер общего зачёта?", "А кто третий?")],
)
def test_another_in_its_place_of_which_that_is_not_told(engine: Engine, messages: tuple[str, ...]) -> None:
    assert isinstance(ask(engine, *messages), Refusal)


def test_another_place_of_the_same_race(engine: Engine) -> None:
    assert told(ask(engine, "Кто выиграл гонку?", "а второй кто?")) == ["second"]


def test_the_only_value_of_that_kind_in_the_fact_just_told(engine: Engine) -> None:
    result = ask(engine, "В каком банке взяли кредит?", "Ставка?")
    assert (told(result), first_line(result)) == (["loan"], "12 процентов.")


def test_a_quality_in_the_fact_just_told(engine: Engine) -> None:
    result = ask(engine, "Сколько поставили буёв?", "Надувные?")
    assert (told(result), first_line(result)) == (["buoys"], "Да.")


def test_instead_of_whom_in_other_words(engine: Engine) -> None:
    assert told(ask(engine, "Кто такой Белов?", "а вместо кого он взял свисток?")) == ["judge"]
