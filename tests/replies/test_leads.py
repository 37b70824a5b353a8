"""First lines: lengths of time, order, and what a yes/no question gets."""

from __future__ import annotations

from datetime import date

import pytest

from bot.replies.answers import leads
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Person, PersonId
from knowledge.results import (
    Held,
    JointLead,
    ListLead,
    OrderLead,
    Participant,
    Polarity,
    SpanLead,
    ValueLead,
    YesNoLead,
)

DECEMBER = EdtfDate.parse("2015-12-01")
JUNE = EdtfDate.parse("2016-06")
ANNA = Participant(person=Person(id=PersonId("anna"), name="Анна Белова"))
JEAN = Participant(person=Person(id=PersonId("jean"), name="Жан Мартен"))


@pytest.mark.parametrize(
    ("span", "amount", "unit", "full", "when", "text"),
    [
        ("until", (42, 71), "day", False, (JUNE,), "Осталось от 42 до 71 дня (посчитано до июня 2016 года)."),
        ("until", (1, 1), "day", False, (JUNE,), "Остался 1 день (посчитано до июня 2016 года)."),
        ("until", (21, 21), "day", False, (JUNE,), "Остался 21 день ("),
        ("until", (0, 0), "day", False, (JUNE,), "Осталось 0 дней ("),
        (
            "until",
            (1, 2),
            "month",
            True,
            (JUNE,),
            "Осталось от 1 до 2 месяцев (посчитаны полные месяцы до июня 2016 года).",
        ),
        (
            "since",
            (10, 10),
            "year",
            True,
            (DECEMBER,),
            "Прошло 10 лет (посчитаны полные годы от 1 декабря 2015 года).",
        ),
        ("since", (10, 10), "year", False, (DECEMBER,), "Прошло 10 лет (посчитано от"),
        ("since", (1, 1), "week", True, (DECEMBER,), "Прошла 1 неделя (посчитаны полные недели "),
        ("passed", (0, 0), "month", True, (DECEMBER,), "Уже прошло меньше месяца ("),
        ("until", (0, 1), "year", True, (JUNE,), "Осталось около года (посчитано до июня 2016 года)."),
        ("passed", (3, 21), "week", True, (DECEMBER,), "Уже прошло от 3 до 21 недели"),
        (
            "between",
            (6, 6),
            "month",
            True,
            (DECEMBER, JUNE),
            "6 месяцев (посчитаны полные месяцы от 1 декабря 2015 года до июня 2016 года).",
        ),
    ],
)
def test_length_of_time(
    span: str, amount: tuple[int, int], unit: str, full: bool, when: tuple[EdtfDate, ...], text: str
) -> None:
    lead = SpanLead(span=span, low=amount[0], high=amount[1], unit=unit, dates=when, full=full)
    assert leads.render(lead).startswith(text)


def test_since_a_planned_day_it_is_not_said_that_it_took_place() -> None:
    lead = SpanLead(span="passed", low=10, high=10, unit="year", dates=(JUNE,), full=True, planned=True)
    assert leads.render(lead) == (
        "По плану: июнь 2016 года; с тех пор прошло 10 лет (посчитаны полные годы), состоялось ли, не знаю."
    )


def test_order_gives_a_date_once() -> None:
    visit, talks = ("Визит в июне 2016 года", JUNE), ("Переговоры «двух»", EdtfDate.parse("2016-07"))
    assert leads.render(OrderLead(items=(visit, talks))) == (
        "Раньше: Визит в июне 2016 года.\nПозже: Переговоры «двух»: июль 2016 года."
    )
    unknown = leads.render(OrderLead(items=(visit, talks), known=False))
    assert unknown.startswith("По датам не понять, что раньше:\n• ")


def test_an_order_of_several_is_not_denied_for_the_sake_of_two() -> None:
    items = tuple((f"Встреча {number}", JUNE) for number in range(3))
    assert leads.render(OrderLead(items=items)).startswith("По порядку:\n1. Встреча 0")
    assert leads.render(OrderLead(items=items, known=False)).startswith(
        "По порядку, насколько известны даты:"
    )


def test_a_list_after_another_first_line_has_lines_of_its_own() -> None:
    joint = JointLead(leads=(ValueLead(held="Двое"), ListLead(items=("Рейн", "Озола"))))
    assert leads.render(joint) == "Двое.\n• Рейн\n• Озола"


@pytest.mark.parametrize(
    ("polarity", "held", "denying", "text"),
    [
        (Polarity.YES, None, False, "Да."),
        (Polarity.YES, None, True, "Да, это так."),
        (Polarity.NO, None, True, "Нет, это не так."),
        (Polarity.NO, (ANNA,), False, "Нет: Анна Белова."),
        (Polarity.PLANNED, JUNE, False, "По плану: июнь 2016 года; состоялось ли, не знаю."),
        (Polarity.SET, (ANNA, JEAN), False, "Названы Анна Белова и Жан Мартен; о других не сказано."),
        (Polarity.SET, (ANNA,), False, "Названо одно имя: Анна Белова; о других не сказано."),
        (Polarity.COARSER, JUNE, False, "Точный день не назван: июнь 2016 года."),
        (Polarity.OPEN, "США", False, "Прямо об этом не сказано, место указано так: США."),
    ],
)
def test_yes_no(polarity: Polarity, held: Held | None, denying: bool, text: str) -> None:
    assert leads.render(YesNoLead(polarity=polarity, held=held, denying=denying)) == text


def test_another_place_is_contrasted_in_the_readers_form() -> None:
    lead = YesNoLead(polarity=Polarity.NO, held="в Пекине", given="в Москве")
    assert leads.render(lead) == "Нет: в Пекине, а не в Москве."


def test_what_is_planned_for_later_has_not_been_yet() -> None:
    planned = YesNoLead(polarity=Polarity.PLANNED, held=JUNE)
    assert leads.render(planned, date(2016, 5, 31)) == "Ещё нет: по плану июнь 2016 года."
    assert leads.render(planned, date(2016, 6, 1)) == "По плану: июнь 2016 года; состоялось ли, не знаю."
