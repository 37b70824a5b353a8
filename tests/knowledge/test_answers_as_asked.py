"""Answers in the form asked for, of an invented planetarium: limits, extremes, ratios, what is planned."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: planetarium
title: Новый планетарий
about: новому планетарию
publisher: Вестник
published: "2025-03-12"
examples: [Сколько стоит билет?]
""",
    "people.yaml": """
- {id: orlov, name: Сергей Орлов, post: директор планетария}
- {id: krylova, name: Дарья Крылова, post: астроном}
- {id: fomin, name: Игорь Фомин, post: лектор}
""",
    "events.yaml": """
- {id: evening-1, title: Первый звёздный вечер, when: "2025-03-10", order: 1}
- {id: evening-2, title: Второй звёздный вечер, when: "2025-09", order: 2, follows: evening-1}
""",
    "facts.yaml": """
- id: next
  says: Второй звёздный вечер проведут в сентябре 2025 года.
  topic: sky
  about: [evening-2]
  questions: [Когда второй звёздный вечер?, Когда следующий вечер?, дата второго вечера]
- id: photos
  says: В зале снимать на фотоаппарат можно, с телефоном снимать нельзя.
  topic: sky
  questions: [Можно ли снимать в зале?, Разрешена ли съёмка?, Можно фотографировать?]
- id: hours
  says: Планетарий открыт с 10 до 20 часов, ночью он не работает.
  topic: sky
  questions: [Когда открыт планетарий?, Как работает планетарий?, часы работы]
- id: parking
  says: Бесплатной парковки у планетария нет.
  topic: sky
  questions: [Есть ли парковка?, Где парковаться?, что с парковкой]
- id: tickets
  says: Взрослый билет стоит 500 рублей, детский — 250 рублей, семейный — 900 рублей.
  topic: sky
  questions: [Сколько стоит билет?, Какие цены на билеты?, цена билета]
- id: school
  says: Школа получила грант в 40 тысяч рублей.
  topic: grants
  questions: [Сколько получила школа?, Какой грант у школы?, грант школы]
- id: lyceum
  says: Лицей получил грант в 100 тысяч рублей.
  topic: grants
  questions: [Сколько получил лицей?, Какой грант у лицея?, грант лицея]
- id: gymnasium
  says: Гимназия получила грант в 60 тысяч рублей.
  topic: grants
  questions: [Сколько получила гимназия?, Какой грант у гимназии?, грант гимназии]
- id: night
  says: На ночной сеанс пускают с 16 лет.
  topic: sky
  questions: [Со скольки пускают на ночной сеанс?, Кого пускают на ночной сеанс?, возраст на ночной сеанс]
- id: free
  says: Детям до 7 лет вход бесплатный, остальным вход обойдётся в 150 рублей.
  topic: sky
  questions: [Кому вход бесплатный?, Платят ли дети за вход?, бесплатный вход]
- id: club
  says: Кружок юных астрономов принимает ребят от 9 до 13 лет.
  topic: sky
  questions: [Кого берут в кружок?, С какого возраста кружок?, возраст кружка]
- id: orlov
  says: Директору Сергею Орлову 54 года.
  topic: staff
  people: [{id: orlov, role: member}]
  questions: [Сколько лет Орлову?, Сколько лет директору?, возраст Орлова]
- id: krylova
  says: Астроному Дарье Крыловой 29 лет.
  topic: staff
  people: [{id: krylova, role: member}]
  questions: [Сколько лет Крыловой?, Сколько лет астроному?, возраст Крыловой]
- id: fomin
  says: Лектору Игорю Фомину 61 год.
  topic: staff
  people: [{id: fomin, role: member}]
  questions: [Сколько лет Фомину?, Сколько лет лектору?, возраст Фомина]
- id: shift-1
  says: Первая смена летней школы начинается 3 июня 2025 года.
  topic: shifts
  when: "2025-06-03"
  questions: [Когда первая смена?, Когда начинается первая смена?, дата первой смены]
- id: shift-2
  says: Вторая смена летней школы начинается 24 июня 2025 года.
  topic: shifts
  when: "2025-06-24"
  questions: [Когда вторая смена?, Когда начинается вторая смена?, дата второй смены]
- id: shift-3
  says: Третья смена летней школы начинается 15 июля 2025 года.
  topic: shifts
  when: "2025-07-15"
  questions: [Когда третья смена?, Когда начинается третья смена?, дата третьей смены]
- id: groups
  says: В группу на экскурсию записывают не больше 20 человек.
  topic: sky
  questions: [Сколько человек в группе?, Какого размера группа?, сколько человек на экскурсии]
- id: trip
  says: Выездную лекцию в школе читают четыре часа.
  topic: sky
  questions: [Сколько идёт выездная лекция?, Как долго читают выездную лекцию?, длина выездной лекции]
- id: share
  says: Каждый пятый посетитель приходит с ребёнком.
  topic: sky
  questions: [Какая доля приходит с ребёнком?, Сколько посетителей с детьми?, кто приходит с ребёнком]
- id: roof
  says: Детей до 6 лет на крышу планетария не пускают.
  topic: sky
  questions: [Кого не пускают на крышу?, Можно ли на крышу с детьми?, дети на крыше]
- id: halls
  says: Самый просторный зал вмещает 90 человек, самый маленький зал — 12 человек.
  topic: sky
  questions: [Сколько вмещают залы?, Какие есть залы?, размеры залов]
- id: dogs
  says: Собакам вход в планетарий запрещён.
  topic: sky
  questions: [Пускают ли с собаками?, Можно ли с собакой?, собаки в планетарии]
- id: monday
  says: По понедельникам планетарий закрыт.
  topic: sky
  questions: [Когда планетарий закрыт?, Есть ли выходной?, выходной день]
- id: pay
  says: Оплатить билет картой нельзя, касса принимает только наличные.
  topic: sky
  questions: [Как оплатить билет?, Чем платить в кассе?, оплата билета]
- id: cafe
  says: Буфета в здании нет, перекусить можно в кафе напротив.
  topic: sky
  questions: [Где поесть?, Что с едой?, где перекусить]
- id: lift
  says: Лифт в башню обсерватории пока не работает.
  topic: sky
  questions: [Что с лифтом?, Как подняться в башню?, лифт башни]
""",
    "terms.yaml": """
topics: {sky: Небо, grants: Гранты, staff: Люди, shifts: Смены}
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_lines(*questions: str) -> list[str]:
    """The first lines of one conversation's answers; empty of a refusal and of an answer without one."""
    conversation, lines = NEW, []
    for question in questions:
        turn = ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
        lead = turn.result.lead if isinstance(turn.result, Answer) else None
        lines.append(leads.render(lead, NOW.date()) if lead is not None else "")
    return lines


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Сколько осталось до второго звёздного вечера?",
            "По плану: сентябрь 2025 года; с тех пор прошло от 3 до 4 месяцев "
            "(посчитаны полные месяцы), состоялось ли, не знаю.",
        ),
    ],
)
def test_since_a_planned_day_it_is_not_said_that_it_took_place(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Бесплатная парковка есть?", "Нет."),
        ("У планетария нет бесплатной парковки?", "Да, это так."),
        ("С фотоаппаратом снимать можно?", "Да."),
        ("С телефоном снимать можно?", "Нет."),
        ("Ночью работает?", "Нет."),
        ("Перекусить можно?", "Да."),
        ("Наличными можно?", ""),
        ("Картой можно?", "Нет."),
    ],
)
def test_yes_or_no_is_told_by_the_part_that_has_what_is_asked(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Какой билет самый дорогой?", "Семейный — 900 рублей."),
        ("самый дешёвый билет", "Детский — 250 рублей."),
        ("минимальная цена билета", "Детский — 250 рублей."),
        ("У кого самый большой грант?", "Лицей получил грант в 100 тысяч рублей (из названных)."),
        ("самый маленький грант", "Школа получила грант в 40 тысяч рублей (из названных)."),
        ("кто старше всех?", "Лектору Игорю Фомину 61 год (из названных)."),
        ("кто самый молодой?", "Астроному Дарье Крыловой 29 лет (из названных)."),
        (
            "когда раньше всего начинается смена?",
            "Первая смена летней школы начинается 3 июня 2025 года (из названных).",
        ),
        ("самый дорогой пирог", ""),
        ("самый большой зал", ""),
        ("самый умный лектор", ""),
        ("кто записал больше всех?", ""),
    ],
)
def test_the_most_of_all_is_told_where_values_of_one_measure_are_held(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Во сколько раз семейный билет дороже детского?",
            "В 3,6 раза: 900 рублей и 250 рублей (посчитано).",
        ),
        ("Насколько взрослый билет дороже, чем детский?", "250 рублей: 500 рублей и 250 рублей (посчитано)."),
        (
            "На сколько грант лицея больше гранта школы?",
            "60 000 рублей: 100 тысяч рублей и 40 тысяч рублей (посчитано).",
        ),
        (
            "Во сколько раз грант школы больше гранта лицея?",
            "Наоборот. В 2,5 раза: 40 тысяч рублей и 100 тысяч рублей (посчитано).",
        ),
        ("На сколько лет Орлов старше Крыловой?", "25 лет: 54 года и 29 лет (посчитано)."),
        ("На сколько взрослый билет дороже студенческого?", ""),
    ],
)
def test_a_ratio_and_a_difference_are_computed_from_two_values_held(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("сколько вход?", "150 рублей."),
        ("сколько детский билет?", "250 рублей."),
        ("сколько грант лицея?", "100 тысяч рублей."),
        ("сколько парковка?", ""),
        ("Сколько лицей потратил на билет?", ""),
    ],
)
def test_how_much_of_a_thing_not_counted_asks_its_price(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Мне 12 лет, пустят на ночной сеанс?", "Нет: с 16 лет."),
        ("Мне 18 лет, пустят на ночной сеанс?", "Да: с 16 лет."),
        ("Мне 12, пустят на ночной сеанс?", "Нет: с 16 лет."),
        ("Ребёнку 5 лет, вход бесплатный?", "Да: до 7 лет."),
        ("Ребёнку 8 лет, вход бесплатный?", "Нет: до 7 лет."),
        ("Сыну 10 лет, возьмут в кружок?", "Да."),
        ("Нас 15 человек, запишут группу на экскурсию?", "Да: не больше 20 человек."),
        ("Нас 25 человек, запишут группу на экскурсию?", "Нет: не больше 20 человек."),
        ("На ночной сеанс пускают с 18 лет?", "Нет: с 16 лет."),
    ],
)
def test_a_value_is_held_against_a_limit(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("asked", "follow_up", "line"),
    [
        ("Когда вторая смена?", "А следующая?", "Вторник, 15 июля 2025 года."),
        ("Дата второй смены", "А следующей?", "Вторник, 15 июля 2025 года."),
        ("Когда вторая смена?", "А предыдущая?", "Вторник, 3 июня 2025 года."),
        ("Когда третья смена?", "А следующая?", ""),
    ],
)
def test_the_next_of_what_is_numbered_is_counted_from_the_last_asked(
    asked: str, follow_up: str, line: str
) -> None:
    assert first_lines(asked, follow_up)[1] == line


def test_an_item_of_what_was_told_is_taken_by_its_number() -> None:
    first = ENGINE.reply("На сколько грант лицея больше гранта школы?", NEW, NOW)
    second = ENGINE.reply("пункт 2", first.conversation, NOW).result
    assert isinstance(second, Answer)
    assert [one.fact.id for one in second.shown] == ["school"]


@pytest.mark.parametrize(
    ("question", "unanswered"),
    [
        ("Где и когда пройдёт второй звёздный вечер?", ["Где пройдёт второй звёздный вечер"]),
        (
            "Когда, где и для кого пройдёт второй звёздный вечер?",
            ["где пройдёт второй звёздный вечер", "для кого пройдёт второй звёздный вечер"],
        ),
        ("Когда второй звёздный вечер и где он пройдёт?", ["где он пройдёт"]),
    ],
)
def test_of_a_double_question_only_the_part_without_an_answer_is_quoted(
    question: str, unanswered: list[str]
) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert [one.text.rstrip("?") for one in result.unanswered] == unanswered


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Какая доля посетителей приходит с ребёнком?", "Каждый пятый."),
        ("20 процентов посетителей приходит с ребёнком?", "Да."),
    ],
)
def test_each_fifth_is_a_share(question: str, line: str) -> None:
    assert first_lines(question) == [line]


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("Паром опоздал на два часа.", ValueKind.DURATION, 7200),
        ("Встречу назначили на два часа.", ValueKind.CLOCK, 120),
        ("Музей закрыли на два часа дня.", ValueKind.CLOCK, 840),
        ("Убирают каждый пятый день.", ValueKind.ORDINAL, 5),
    ],
)
def test_the_verb_says_whether_hours_are_a_length_of_time(text: str, kind: ValueKind, amount: float) -> None:
    assert [(one.kind, one.low) for one in read_values(text)] == [(kind, amount)]
