"""First lines that said what is not so: an amount of another thing, the wrong event, a premise let pass."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import FactId
from knowledge.facts.pack import load_files, load_pack
from knowledge.results import Answer, Result

ROOT = Path(__file__).parents[2]
NOW = datetime(2022, 7, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: lake
title: Озёрный съезд
about: озёрному съезду
publisher: Вестник
published: "2022-06-10"
examples: [Где прошёл съезд?]
""",
    "people.yaml": """
- {id: rein, name: Марк Рейн, post: министр торговли, side: Эстония}
- {id: ozola, name: Илга Озола, post: глава комитета рыболовства, side: Латвия}
- {id: dahl, name: Пер Даль, side: Швеция}
""",
    "events.yaml": """
- id: first
  title: Первый озёрный съезд
  when: "2022-06-08"
  where: Выборг
  order: 1
  people: [{id: rein, role: chair}, {id: ozola, role: chair}, {id: dahl, role: chair}]
- {id: second, title: Второй озёрный съезд, when: "2022-09", where: Нарва, follows: first, order: 2}
- {id: visit, title: Поездка Рейна в Ригу, when: "2022-04", where: Рига, people: [{id: rein, role: guest}]}
""",
    "facts.yaml": """
- id: place
  says: Первый озёрный съезд Эстонии и Латвии прошёл в Выборге.
  topic: t
  about: [first]
  questions: [Где прошёл съезд?, В каком городе был съезд?, место съезда, Где собирались эстонцы и латыши?]
- id: chairs
  says: На съезде председательствовали трое — Марк Рейн, Илга Озола и Пер Даль.
  topic: t
  about: [first]
  people: [{id: rein, role: chair}, {id: ozola, role: chair}, {id: dahl, role: chair}]
  questions: [Кто председательствовал?, Кто вёл съезд?, Сколько было председателей?]
- id: chair
  says: Эстонскую сторону среди председателей представлял Марк Рейн.
  topic: t
  about: [first]
  people: [{id: rein, role: chair}]
  questions: [Кто представлял Эстонию?, Кто председатель от Эстонии?, Был ли Рейн председателем?]
- id: post
  says: Марк Рейн — министр торговли.
  topic: t
  about: [first]
  people: [{id: rein, role: member}]
  questions: [Кто такой Рейн?, Какой пост у Рейна?, должность Рейна]
- id: next
  says: Второй съезд проведут в Нарве в сентябре 2022 года.
  topic: t
  about: [second]
  questions: [Где будет второй съезд?, Когда второй съезд?, Где встретятся снова?]
- id: fish
  says: У Эстонии и Латвии общие заботы о рыбе, отметил Марк Рейн.
  topic: t
  about: [first]
  said_by: rein
  questions: [Что Рейн сказал о рыбе?, Общие ли заботы о рыбе?, Что общего у Эстонии и Латвии?]
- id: nets
  says: Латвийская сторона намерена заменить сети.
  topic: t
  about: [first]
  said_by: Латвия
  questions: [Что намерена сделать Латвия?, Заменят ли сети?, О чём заявила Латвия?]
- id: quotas
  says: Эстония заявила, что готова делить квоты.
  topic: t
  about: [first]
  said_by: Эстония
  questions: [О чём заявил эстонский представитель?, Готова ли Эстония делить квоты?]
- id: deal
  says: Во время апрельской поездки Марка Рейна в Ригу стороны договорились о лове судака.
  topic: t
  about: [visit]
  people: [{id: rein, role: guest}]
  questions: [О чём договорились во время поездки в Ригу?, Что решили в Риге?]
- id: went
  says: В апреле Марк Рейн ездил в Ригу.
  topic: t
  about: [visit]
  people: [{id: rein, role: guest}]
  questions: [Когда Рейн ездил в Ригу?, Куда ездил Рейн?]
- id: boat
  says: 'Первый катер вышел утром, переход занял пять часов: в Нарве он был 9 июня.'
  topic: t
  where: Нарва
  when: "2022-06-09"
  questions: [Сколько занял переход?, Когда катер пришёл в Нарву?, Долго ли плыл катер?]
- id: pilot
  says: Катером командует капитан Пауль Тамм, он ходит по озеру одиннадцать лет.
  topic: t
  questions: [Кто капитан катера?, Давно ли Тамм ходит по озеру?]
- id: hull
  says: Озёрный катер построили в Турку в 2015 году.
  topic: t
  when: "2015"
  where: Турку
  questions: [Где построили катер?, Когда построен катер?]
- id: wind
  says: При ветре сильнее 15 метров в секунду катер не выходит, поход отменяют.
  topic: t
  questions: [При каком ветре отменяют поход?, Выходит ли катер в ветер?]
- id: kids
  says: Детей до семи лет катают бесплатно, пенсионерам дают скидку 20 процентов.
  topic: t
  questions: [Сколько стоит билет для ребёнка?, Кого катают бесплатно?, Нужен ли билет ребёнку?]
- id: fare
  says: Место на палубе стоит 800 рублей, в каюте — 1500 рублей с человека.
  topic: t
  questions: [Сколько стоит место на палубе?, Сколько стоит место в каюте?, Почём билет на палубу?]
- id: nests
  says: Бобры разорили 6 лодок, за каждый район платит 4 тысячи рублей.
  topic: t
  questions: [Сколько лодок испортили бобры?, Сколько платят за лодку?]
- id: course
  says: В марте откроется курс рыбаков на 10 мест, учёба полгода и бесплатная.
  topic: t
  questions: [Когда откроется курс рыбаков?, Платная ли учёба?, Сколько стоит учёба на курсе?]
- id: traps
  says: Ставить ловушки можно не чаще раза в месяц, только на отмелях северного берега.
  topic: t
  questions: [Где можно ставить ловушки?, Как часто ставят ловушки?, Можно ли ставить ловушки на отмели?]
- id: runs
  says: Из Выборга катер уходит по вторникам и субботам, из Нарвы — по средам и воскресеньям.
  topic: t
  questions: [По каким дням уходит катер?, Когда катер уходит из Выборга?, Когда катер уходит из Нарвы?]
- id: swans
  says: На озере 230 лебедей, зимой погиб каждый десятый.
  topic: t
  questions: [Сколько лебедей на озере?, Сколько лебедей погибло?]
""",
    "terms.yaml": "topics: {t: Съезд}\nsynonyms: [[общие заботы, совместные заботы]]\n",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)
SHIPPED = Engine(load_pack(ROOT / "knowledge/dialogue"))


def _ask(*asked: str, engine: Engine = ENGINE) -> Result:
    conversation = NEW
    for question in asked:
        turn = engine.reply(question, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def _lead(*asked: str) -> str:
    return rendering.render(_ask(*asked), BASE, NOW).plain.split("\n")[0]


def _facts(*asked: str, engine: Engine = ENGINE) -> list[str]:
    result = _ask(*asked, engine=engine)
    return [one.fact.id for one in result.shown] if isinstance(result, Answer) else []


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Рейн был единственным председателем?", "Нет: Марк Рейн, Илга Озола и Пер Даль."),
        ("Пер Даль — единственный председатель?", "Нет: Марк Рейн, Илга Озола и Пер Даль."),
        ("У Эстонии и Латвии нет общих забот о рыбе?", "Нет, это не так."),
        ("Ребёнку 5 лет билет нужен?", "Нет, это не так."),
        ("Поход отменяют при ветре 20 метров в секунду?", "Да: сильнее 15 метров в секунду."),
        ("Поход отменяют при ветре 10 метров в секунду?", "Нет: сильнее 15 метров в секунду."),
        ("Сколько плыть до Нарвы?", "Пять часов."),
        ("Давно ли капитан на озере?", "Одиннадцать лет."),
        ("Сколько стоят два места в каюте?", "3 000 рублей (посчитано)."),
        ("Сколько платят за 6 лодок?", "24 000 рублей (посчитано)."),
        ("Где эстонцы и латыши снова соберутся?", "Нарва."),
        ("Съезд ведь прошёл в Нью-Йорке, да?", "Нет: в Выборге, а не в Нью-Йорке."),
        ("съезд прошёл в лос-анджелесе?", "Нет: в Выборге."),
        ("Курс рыбаков платный?", "Нет."),
        ("Латвийская сторона отказалась менять сети?", "Нет."),
        ("Можно ли ставить ловушки на камнях?", "Нет: только на отмелях."),
        ("Катер уходит из Выборга в пятницу?", "Нет: по вторникам и субботам."),
        ("Рейн возглавляет министерство обороны?", "Нет: министр торговли."),
        ("Рейн возглавляет министерство торговли?", "Да."),
    ],
)
def test_the_first_line(question: str, lead: str) -> None:
    assert _lead(question) == lead


def test_people_are_counted_in_the_base_itself() -> None:
    assert _lead("Сколько всего людей по именам названо в вашей базе?").startswith("Трое:")


def test_an_older_child_is_not_told_of() -> None:
    assert not _lead("Ребёнку 8 лет билет нужен?").startswith(("Да", "Нет"))


def test_what_only_some_have_free_is_not_denied_to_all() -> None:
    assert not _lead("Катание платное?").startswith("Нет")


def test_an_amount_is_not_given_for_the_deed_of_another() -> None:
    assert _facts("Сколько лебедей погибло?") == ["swans"]
    assert _lead("Сколько лебедей погибло?").startswith("На озере 230 лебедей, зимой")


def test_a_price_for_whom_another_fact_speaks_of() -> None:
    assert _facts("Пенсионеру сколько стоит место на палубе?") == ["kids", "fare"]


def test_when_may_only_say_at_what_time() -> None:
    assert _facts("О чём договорились, когда Рейн ездил в Ригу?") == ["deal"]
    assert _facts("Кто председательствовал, когда прошёл съезд?")[:1] == ["chairs"]


def test_sides_are_compared_by_their_words() -> None:
    asked = "в чем разница между тем что сказали китайцы и что американцы"
    told = {"china-readiness", "guo-common-interests", "us-largest-economies", "us-common-interests"}
    assert {*_facts(asked, engine=SHIPPED)} == told


def test_a_side_named_alone_takes_the_place_of_another() -> None:
    told = _facts("О чём заявил китайский представитель?", "а американцы?", engine=SHIPPED)
    assert told
    assert all(SHIPPED.base.fact_by_id[FactId(one)].said_by == "США" for one in told)


def test_the_third_of_those_told_of_last() -> None:
    assert _lead("Кто председательствовал?", "а третий председатель?") == "Пер Даль."


def test_where_they_met_is_asked_of_their_event() -> None:
    assert _lead("Кто председательствовал?", "а где они встретились?") == "Выборг."
