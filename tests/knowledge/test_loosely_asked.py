"""Words beside what is asked (a purpose, a loose name), slips, ends of a way, follow-ups by a verb."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: boat
title: Теплоход на озере
about: теплоходу на озере
publisher: Озёрный листок
published: "2024-05-20"
examples: [Когда отходит теплоход?]
""",
    "people.yaml": """
- {id: aho, name: Юсси Ахо, post: капитан теплохода, side: Финляндия, names: [Jussi Aho]}
- {id: lavrova, name: Вера Лаврова, post: директор порта, side: Россия, names: [Лаврова]}
""",
    "events.yaml": """
- id: opening
  title: Открытие линии
  when: "2024-05-18"
  where: Сосновец
  people: [{id: lavrova, role: chair}]
- {id: parade, title: Второй парад лодок, when: 2024-07, where: Калева}
- {id: closing, title: Закрытие линии, when: 2024-10, where: Калева}
""",
    "facts.yaml": """
- id: opening
  says: Линию открыли в Сосновце 18 мая 2024 года.
  topic: t
  about: [opening]
  questions: [Когда открыли линию?, Где открыли линию?, открытие линии]
- id: parade
  says: Второй парад лодок назначен на июль 2024 года в Калеве.
  topic: t
  about: [parade]
  questions: [Когда второй парад лодок?, Где второй парад лодок?, парад лодок]
- id: closing
  says: Линию закроют в Калеве в октябре 2024 года.
  topic: t
  about: [closing]
  questions: [Когда закроют линию?, Где закроют линию?, закрытие линии]
- id: call
  says: В Ламбино теплоход из Сосновца заходит в 9:10 утра и отплывает в 9:25.
  topic: t
  questions: [Во сколько теплоход в Ламбино?, Когда отплытие из Ламбино?, Ламбино время]
- id: there
  says: Из Сосновца теплоход отходит в 8:00 по субботам.
  topic: t
  questions: [Когда теплоход отходит из Сосновца?, Во сколько отправление?, отправление теплохода]
- id: back
  says: Обратно из Калевы теплоход отходит в 17:40 по воскресеньям.
  topic: t
  questions: [Когда теплоход отходит обратно?, Во сколько обратный рейс?, обратный рейс теплохода]
- id: aho
  says: Юсси Ахо — капитан теплохода.
  topic: t
  people: [{id: aho, role: member}]
  questions: [Кто такой Юсси Ахо?, Кто капитан?, Ахо должность]
- id: chair
  says: Открытие линии провела Вера Лаврова.
  topic: t
  about: [opening]
  people: [{id: lavrova, role: chair}]
  questions: [Кто провёл открытие линии?, Кто руководил открытием?, ведущая открытия]
- id: paid
  says: Ремонт причала оплатил рыбный союз, он отдал 3 миллиона рублей.
  topic: t
  questions: [Кто оплатил ремонт причала?, Сколько отдали за ремонт?, оплата ремонта причала]
- id: visit
  says: Осенью 2023 года Вера Лаврова посетила Калеву с визитом.
  topic: t
  people: [{id: lavrova, role: member}]
  when: 2023-23
  questions: [Когда Лаврова посетила Калеву?, Кто посетил Калеву?, визит в Калеву]
- id: praise
  says: Новый причал Вера Лаврова считает удобным.
  topic: t
  people: [{id: lavrova, role: speaker}, {id: aho, role: guest}]
  said_by: lavrova
  questions: [Какая оценка дана причалу?, Удобен ли причал?, оценка причала]
- id: dogs
  says: Собак берут на корму второй палубы за 50 рублей.
  topic: t
  questions: [Можно ли с собакой?, Сколько стоит провоз собаки?, собака на теплоходе]
- id: menu
  says: Меню буфета посвящено озёрной рыбе.
  topic: t
  questions: [О чём меню буфета?, Чему посвящено меню?, меню буфета]
- id: riders
  says: В 2023 году теплоход перевёз 4 100 человек.
  topic: t
  when: '2023'
  questions: [Сколько человек перевёз теплоход в 2023 году?, Сколько было пассажиров?, число пассажиров]
""",
    "terms.yaml": "topics: {t: Теплоход}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _asked(*turns: str) -> Result:
    conversation = NEW
    for turn in turns:
        reply = ENGINE.reply(turn, conversation, NOW)
        result, conversation = reply.result, reply.conversation
    return result


def _fact(*turns: str) -> str:
    result = _asked(*turns)
    assert isinstance(result, Answer), result
    return result.shown[0].fact.id


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Должность Ахо для слайда", "aho"),
        ("Когда указать в справке обратный рейс?", "back"),
        ("кто вёл это всё", "chair"),
        ("кто заплтил за ремонт причала", "paid"),
        ("каике рейсы обратно", "back"),
        ("кто капитан пж", "aho"),
        ("сколько человек перевезли в 2023-м", "riders"),
    ],
)
def test_what_is_said_beside_or_with_a_slip_turns_nothing_away(question: str, fact: str) -> None:
    assert _fact(question) == fact


def test_a_year_with_an_ending_that_is_not_held_is_refused() -> None:
    assert isinstance(_asked("сколько человек перевезли в 2015-м"), Refusal)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Во сколько теплоход отплывает из Ламбино?", "9:25."),
        ("Во сколько теплоход заходит в Ламбино?", "9:10 утра."),
        ("когда теплоход отходит из калевы", "17:40."),
    ],
)
def test_the_end_of_a_way_and_its_verb_choose_the_hour(question: str, line: str) -> None:
    result = _asked(question)
    assert isinstance(result, Answer), result
    assert result.lead is not None
    assert leads.render(result.lead).startswith(line)


def test_what_somebody_did_there_needs_no_verb_of_the_fact() -> None:
    assert _fact("Кто такая Вера Лаврова?", "что она делала в Калеве") == "visit"


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Какая оценка дана причалу?", "Кем дана?"), "praise"),
        (("Можно ли с собакой?", "сколько платить", "на какой палубе"), "dogs"),
        (("Когда закроют линию?", "а город"), "closing"),
    ],
)
def test_a_follow_up_without_a_name_leans_on_what_was_told(turns: tuple[str, ...], fact: str) -> None:
    assert _fact(*turns) == fact


def test_who_gave_an_opinion_is_who_said_it() -> None:
    result = _asked("Какая оценка дана причалу?", "Кем дана?")
    assert isinstance(result, Answer), result
    assert result.lead is not None
    assert leads.render(result.lead) == "Вера Лаврова."


def test_the_hour_of_what_has_only_a_day_is_refused() -> None:
    assert isinstance(_asked("Когда открытие линии?", "во сколько началось"), Refusal)


def test_a_name_in_latin_letters_is_read_and_quoted_as_typed() -> None:
    assert _fact("Jussi Aho кто по должности?") == "aho"
    refusal = _asked("Сколько лет Jussi Aho?")
    assert isinstance(refusal, Refusal), refusal
    assert "Jussi Aho" in refusal.asked


def test_a_noun_that_only_orders_a_list_need_not_be_held() -> None:
    assert _fact("список пассажиров") == "riders"


def test_those_told_of_are_from_their_sides() -> None:
    result = _asked("Откуда Ахо и Лаврова?")
    assert isinstance(result, Answer), result
    assert result.lead is not None
    assert leads.render(result.lead) == "• Юсси Ахо: Финляндия\n• Вера Лаврова: Россия"


def test_what_an_example_asks_of_is_told_rather_than_a_digest() -> None:
    assert _fact("О чём было меню буфета?") == "menu"
    result = _asked("О чём статья?")
    assert isinstance(result, Answer), result
    assert result.rule == "digest"


def test_what_takes_place_there_is_hosted_by_the_place() -> None:
    result = _asked("Кто принимает второй парад?")
    assert isinstance(result, Answer), result
    assert result.lead is not None
    assert leads.render(result.lead) == "Калева."
