"""A pack made in haste, three examples a fact, asked in free words: hours, sizes, prices, harm."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result

NOW = datetime(2024, 7, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: boats
title: Лодочная станция «Причал»
about: лодочной станции
publisher: Вестник
published: "2024-06-10"
examples: [Когда открылась станция?]
""",
    "people.yaml": "- {id: zimin, name: Олег Зимин, post: начальник станции}\n",
    "events.yaml": """
- {id: race, title: Гонка лодок, when: "2024-06-05/2024-06-08", where: Лесное}
""",
    "facts.yaml": """
- id: race
  says: Гонка лодок «Весло» прошла с 5 по 8 июня 2024 года в Лесном.
  topic: t
  about: [race]
  when: 2024-06-05/2024-06-08
  questions: [Когда прошла гонка?, Где прошла гонка?, даты гонки]
- id: third
  says: Третье место в гонке у «Чайки» из Твери, у неё 12 штрафных минут.
  topic: t
  about: [race]
  questions: [Кто третий?, Какое место у «Чайки»?, Сколько штрафных минут у «Чайки»?]
- id: second
  says: Второе место в гонке заняла «Выдра» из Калуги, у неё 9 штрафных минут.
  topic: t
  about: [race]
  questions: [Кто второй?, Какое место у «Выдры»?, Сколько штрафных минут у «Выдры»?]
- id: weekdays
  says: По будням станция открыта с 9:00 до 20:00.
  topic: t
  questions: [Как работает станция в будни?, До скольки открыто по будням?, часы в будни]
- id: weekend
  says: По выходным станция открыта с 8:00 до 22:00.
  topic: t
  questions: [Как работает станция в выходные?, До скольки открыто в выходные?, часы в выходные]
- id: vests
  says: На станции есть жилеты с 40-го по 60-й размер, всего 300 штук.
  topic: t
  questions: [Какие есть размеры жилетов?, Сколько жилетов?, Есть ли детские жилеты?]
- id: plan
  says: Совет утвердил план станции на 2025 год во вторник, 4 июня 2024 года.
  topic: t
  when: 2024-06-04
  questions: [Когда утвердили план?, Кто утвердил план?, План утверждён?]
- id: ride
  says: Катание на катере с 1 июля 2024 года подорожает с 300 до 350 рублей.
  topic: t
  when: 2024-07-01
  questions: [Сколько стоит катание?, С какого числа подорожает катание?, На сколько подорожает катание?]
- id: repair
  says: На ремонт причала выделили 5 миллионов рублей.
  topic: t
  questions: [Сколько дали на ремонт?, Во сколько обойдётся ремонт причала?, цена ремонта]
- id: guards
  says: На станции дежурят 14 спасателей.
  topic: t
  questions: [Сколько спасателей?, Кто дежурит на станции?, Есть ли спасатели?]
- id: oldest
  says: Самому старшему гребцу, Ивану Рогову, 71 год.
  topic: t
  questions: [Кто самый старший гребец?, Сколько лет Рогову?, возраст Рогова]
- id: against
  says: Начальник станции Олег Зимин выступил против плана.
  topic: t
  people: [{id: zimin, role: speaker}]
  questions: [Кто против плана?, Что сказал Зимин?, мнение Зимина]
- id: seats
  says: Билеты на трибуну стоили от 200 до 900 рублей.
  topic: t
  questions: [Сколько стоили билеты?, цена билета на трибуну, Дорогие ли билеты?]
- id: prizes
  says: Победитель получил 80 тысяч рублей, лучший юноша — 30 тысяч, новичок — 10 тысяч.
  topic: t
  questions: [Какие были призы?, Сколько получил победитель?, Каков был приз?]
- id: stops
  says: На маршруте четыре привала, самый длинный, 40 минут, — у мельницы.
  topic: t
  questions: [Сколько привалов?, Где привалы?, Долгие ли привалы?]
- id: boats
  says: 'На станции 30 лодок: 18 вёсельных и 12 моторных.'
  topic: t
  questions: [Сколько лодок?, Какие есть лодки?, Есть ли моторные лодки?]
- id: wash
  says: Каждый день с 13:00 до 13:40 причал моют, выходить на лодках в это время нельзя.
  topic: t
  questions: [Когда моют причал?, Сколько длится мойка причала?, Часто ли моют причал?]
- id: years
  says: Первую гонку провели в 2012 году, в 2020 и 2021 годах гонок не устраивали.
  topic: t
  when: "2012"
  questions: [Когда была первая гонка?, С какого года проводят гонки?, история гонки]
- id: rounds
  says: Провели 6 заездов из 8, два отменили из-за ветра.
  topic: t
  about: [race]
  questions: [Сколько было заездов?, Сколько заездов отменили?, Почему отменили заезды?]
- id: complaint
  says: Судья отклонил жалобу «Чайки».
  topic: t
  about: [race]
  questions: [Удовлетворили ли жалобу?, Что судья решил по жалобе?, Кто отклонил жалобу?]
""",
    "terms.yaml": "topics: {t: Станция}\n",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)


def _ask(*questions: str) -> Result:
    conversation = NEW
    for question in questions:
        turn = ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def _lead(question: str) -> str:
    return rendering.render(_ask(question), BASE, NOW).plain.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("во вторник до скольки открыто", "До 20:00."),
        ("в сб со скольки", "С 8:00."),
        ("в вс до скольки открыто", "До 22:00."),
        ("50 размер есть?", "Да."),
        ("62 размер есть?", "Нет: с 40-го по 60-й размер."),
        ("у чайки 3 место?", "Да."),
        ("какого числа началась гонка", "Среда, 5 июня 2024 года."),
        ("какого числа закончилась гонка", "Суббота, 8 июня 2024 года."),
        ("когда утвердили план", "Вторник, 4 июня 2024 года."),
        ("на какой год утвердили план", "На 2025 год."),
        ("во сколько теперь обойдётся катание на катере", "С 300 до 350 рублей."),
        ("Сколько на ремонт дали", "5 миллионов рублей."),
        ("Сколько Рогову лет", "71 год."),
        ("какой самый дорогой билет", "900 рублей."),
        ("самый дешёвый билет почём", "200 рублей."),
        ("какой самый маленький приз", "Новичок — 10 тысяч."),
        ("где привал дольше всего", "У мельницы."),
        ("на сколько подорожает катание на катере", "50 рублей: 300 рублей и 350 рублей (посчитано)."),
        ("Сколько минут длится мойка причала?", "40 минут (посчитано)."),
        ("сколько длится мойка причала", "40 минут (посчитано)."),
        ("все восемь заездов провели?", "Нет: 6 заездов из 8."),
        ("жалоба удовлетворена?", "Нет."),
        ("в 13:20 можно выходить на лодках?", "Нет, это не так."),
        ("гонки устраивали в 2020 году?", "Нет, это не так."),
        (
            "у кого больше штрафных минут, у «Чайки» или у «Выдры»?",
            "У «Чайки»: 12 штрафных минут против 9.",
        ),
        (
            "в какие годы гонки не устраивали",
            "Первую гонку провели в 2012 году, в 2020 и 2021 годах гонок не устраивали.",
        ),
    ],
)
def test_the_first_line(question: str, lead: str) -> None:
    assert _lead(question) == lead


def test_a_place_of_another_is_not_affirmed() -> None:
    assert not _lead("у чайки 2 место?").startswith("Да")


@pytest.mark.parametrize(
    "question",
    ["сколько спасателей напилось", "сколько спасателей утонуло", "сколько жилетов украли"],
)
def test_nothing_is_counted_that_befell_nobody(question: str) -> None:
    assert isinstance(_ask(question), Refusal)


def test_a_name_after_a_number_asks_for_that_number() -> None:
    assert isinstance(_ask("Сколько лет Ивану Рогову?", "А Зимину?"), Refusal)


def test_a_building_is_no_town() -> None:
    assert isinstance(_ask("Где прошла гонка?", "В каком доме?"), Refusal)


def test_of_another_hour_than_the_denied_one_nothing_is_said() -> None:
    assert not _lead("в 13:50 можно выходить на лодках?").startswith(("Да", "Нет"))


def test_the_most_of_a_list_is_not_told_of_what_it_does_not_part() -> None:
    assert isinstance(_ask("лодок какой фирмы больше всего"), Refusal)


def test_a_noun_after_a_verb_asks_for_no_amount() -> None:
    result = _ask("Зимин поддержал план?")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["against"]
