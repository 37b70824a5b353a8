"""The first line of an answer to a proposition: «да» or «нет» with what the base holds instead."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: paper
title: Музей часов открылся
about: открытию музея часов
publisher: Вестник
published: "2026-05-05"
examples: [Когда работает музей?]
""",
    "people.yaml": """
- {id: rybin, name: Олег Рыбин, post: директор музея}
- {id: zotova, name: Анна Зотова, post: мэр города}
- {id: lamm, name: Ирма Ламм, post: часовщик, side: Латвия}
- {id: kim, name: Савва Ким, post: сторож музея}
- {id: kask, name: Тоомас Каск, post: часовщик, side: Эстония}
""",
    "events.yaml": """
- {id: free, title: Дни бесплатного входа, when: "2026-05-12/2026-05-13"}
- {id: tower, title: Запуск башенных часов, when: "2026-09"}
""",
    "facts.yaml": """
- id: director
  says: Директор музея — Олег Рыбин.
  topic: museum
  people: [{id: rybin, role: member}]
  questions: [Кто директор музея?, Кто руководит музеем?, Как зовут директора?]
- id: mayor
  says: Мэр города — Анна Зотова.
  topic: museum
  people: [{id: zotova, role: member}]
  questions: [Кто мэр города?, Кто возглавляет город?, Как зовут мэра?]
- id: hours
  says: По будням музей работает с 10:00 до 18:00, в субботу — до 20:00, в воскресенье закрыт.
  topic: museum
  questions: [Когда работает музей?, До скольки открыт музей?, Какой график у музея?]
- id: free
  says: 12 и 13 мая вход в музей бесплатный.
  topic: museum
  about: [free]
  when: "2026-05-12/2026-05-13"
  questions: [Когда вход бесплатный?, В какие дни пускают бесплатно?, Когда можно попасть в музей бесплатно?]
- id: refund
  says: За билеты на отменённые экскурсии музей вернёт деньги.
  topic: museum
  questions: [Вернут ли деньги за билет?, Что с билетами на экскурсии?, Как вернуть деньги за экскурсию?]
- id: paintings
  says: Картины привезли из Твери, среди них работы сорока двух мастеров.
  topic: museum
  where: Москва
  questions: [Откуда привезли картины?, Сколько мастеров?, Откуда картины?]
- id: latvia
  says: Латвийскую группу вела Ирма Ламм.
  topic: museum
  people: [{id: lamm, role: member}]
  questions: [Кто вёл группу из Латвии?, Кто возглавлял латвийскую группу?, Кто был у латвийцев главным?]
- id: estonia
  says: Эстонскую группу вёл Тоомас Каск.
  topic: museum
  people: [{id: kask, role: member}]
  questions: [Кто вёл группу из Эстонии?, Кто возглавлял эстонскую группу?, Кто был у эстонцев главным?]
- id: discount
  says: Детям дают скидку 50 процентов, студентам — 30 процентов.
  topic: museum
  questions: [Какая скидка студентам?, Какая скидка детям?, Есть ли скидки?]
- id: absent
  says: На приём Ирма Ламм не пришла, гостей собралось девять.
  topic: museum
  people: [{id: lamm, role: member}]
  questions: [Кто не пришёл на приём?, Пришла ли Ламм на приём?, Сколько было гостей на приёме?]
- id: night
  says: Савва Ким ночью не уходил и воров не видел.
  topic: museum
  people: [{id: kim, role: member}]
  questions: [Что делал Ким ночью?, Видел ли Ким воров?, Где был Ким ночью?]
- id: prices
  says: За взрослый билет на улице Мира, 11, просят 6 рублей за штуку.
  topic: museum
  questions: [Сколько просят за взрослый билет?, Почём взрослый билет?, Какая цена у взрослого билета?]
- id: hall
  says: Второй зал откроют не раньше 2027 года.
  topic: museum
  questions: [Когда откроют второй зал?, Что со вторым залом?, Откроют ли второй зал?]
""",
    "terms.yaml": "synonyms: []\ntopics: {museum: Музей}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def lead(question: str) -> YesNoLead:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead), result
    return result.lead


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Олег Рыбин — директор музея?", Polarity.YES),
        ("Олег Рыбин — мэр города?", Polarity.NO),
        ("Анна Зотова — директор музея?", Polarity.NO),
        ("В субботу музей работает?", Polarity.YES),
        ("В воскресенье музей работает?", Polarity.NO),
        ("В воскресенье музей не работает?", Polarity.YES),
        ("12 мая вход в музей бесплатный?", Polarity.YES),
        ("14 мая вход в музей бесплатный?", Polarity.NO),
        ("14 мая ещё бесплатно пускают в музей?", Polarity.NO),
        ("Олег Рыбин не директор музея?", Polarity.NO),
        ("12 мая вход в музей не бесплатный?", Polarity.NO),
        ("14 мая вход в музей не бесплатный?", Polarity.YES),
        ("Пётр Сидоров — директор музея?", Polarity.NO),
        ("Музей вернёт деньги за билеты на экскурсии?", Polarity.YES),
        ("Ирма Ламм — часовщик из Латвии?", Polarity.YES),
        ("Ирма Ламм это министр культуры?", Polarity.NO),
        ("Ирма Ламм вела латвийскую группу?", Polarity.YES),
        ("Студентам дают скидку 30 процентов?", Polarity.YES),
        ("Детям дают скидку 50 процентов, студентам 30 процентов?", Polarity.YES),
        ("Второй зал откроют не раньше 2027 года?", Polarity.YES),
        ("Второй зал откроют не раньше 2029 года?", Polarity.NO),
        ("Запуск башенных часов уже прошёл?", Polarity.PLANNED),
        ("скидка детям 40 процентов, да?", Polarity.NO),
        ("детям скидывают половину?", Polarity.YES),
        ("студентам скидка больше двадцати процентов?", Polarity.YES),
        ("работы мастеров: сорока двух, верно?", Polarity.YES),
        ("мастеров было тридцать, так?", Polarity.NO),
        ("Ирма Ламм директор?", Polarity.NO),
        ("Подтвердите, что студентам скидка 50 процентов.", Polarity.NO),
        ("Второй зал откроют не раньше двадцать девятого года?", Polarity.NO),
        ("Ирма Ламм была на приёме?", Polarity.NO),
        ("На приёме были шестеро?", Polarity.NO),
        ("Савва Ким — сторож музея?", Polarity.YES),
        ("Савва Ким — директор музея?", Polarity.NO),
    ],
)
def test_polarity_is_that_of_the_base(question: str, polarity: Polarity) -> None:
    assert lead(question).polarity is polarity


def test_no_names_the_post_that_the_person_has() -> None:
    assert lead("Олег Рыбин — мэр города?").held == "директор музея"


def test_no_names_the_dates_that_the_base_has() -> None:
    assert lead("14 мая вход в музей бесплатный?").held == EdtfDate.parse("2026-05-12/2026-05-13")


def test_no_names_where_it_comes_from_not_where_it_is() -> None:
    assert lead("Картины привезли из Рязани?").held == "из Твери"


@pytest.mark.parametrize("question", ["не 14 мая ли вход в музей бесплатный?"])
def test_a_suggestion_with_not_is_held_against_the_base(question: str) -> None:
    before = ENGINE.reply("Когда вход бесплатный?", NEW, NOW).conversation
    result = ENGINE.reply(question, before, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert (result.lead.polarity, result.lead.denying) == (Polarity.NO, False)


def test_a_count_in_another_case_is_given_in_digits() -> None:
    result = ENGINE.reply("Сколько мастеров?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held="42 мастера")


def test_lead_says_that_the_question_denies() -> None:
    assert lead("Олег Рыбин не директор музея?").denying
    assert not lead("Олег Рыбин — директор музея?").denying


def test_no_names_who_has_the_post() -> None:
    assert lead("Пётр Сидоров — директор музея?").held == "Олег Рыбин"


def test_nobody_has_led_another_side() -> None:
    result = ENGINE.reply("Тоомас Каск вёл латвийскую группу?", NEW, NOW).result
    assert not (isinstance(result, Answer) and isinstance(result.lead, YesNoLead)) or (
        result.lead.polarity is not Polarity.YES
    )


def test_an_ordinal_must_be_met() -> None:
    result = ENGINE.reply("Первый зал откроют в 2027 году?", NEW, NOW).result
    assert not (isinstance(result, Answer) and isinstance(result.lead, YesNoLead))


@pytest.mark.parametrize("question", ["За взрослый билет на улице Мира, 11, просят 6 рублей за штуку?"])
def test_no_is_not_said_by_the_words_of_the_question_itself(question: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert not isinstance(result.lead, YesNoLead) or result.lead.polarity is not Polarity.NO
