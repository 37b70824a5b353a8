"""First lines that say when: the statement's own day, the record's dates, what of a date is not named."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, JointLead, Refusal, ValueLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: repair
title: Ремонт моста
about: ремонту моста
publisher: Вестник
published: "2026-01-19"
examples: [Когда ремонт?]
""",
    "people.yaml": """
- {id: sycheva, name: Полина Сычёва}
- {id: vinogradov, name: Матвей Виноградов}
""",
    "events.yaml": """
- {id: repair, title: Ремонт моста, when: "2026-01-18/2026-01-22"}
- {id: survey, title: Осмотр опор, when: "../2026-01-10"}
""",
    "facts.yaml": """
- id: opens
  says: Проезд обещают открыть 21 января.
  topic: t
  about: [repair]
  questions: [Когда откроют проезд?, Когда пустят машины?, дата открытия проезда]
- id: crews
  says: Ремонт моста ведут две бригады.
  topic: t
  about: [repair]
  questions: [Когда ремонт моста?, Сколько бригад?, Кто чинит мост?]
- id: survey
  says: До ремонта водолазы осмотрели опоры.
  topic: t
  about: [survey]
  questions: [Когда осмотрели опоры?, Кто осмотрел опоры?, дата осмотра опор]
""",
    "terms.yaml": "topics: {t: Мост}\n",
}
_FILES["facts.yaml"] += """
- id: days
  says: Бумагу вывозят по вторникам, пластик — по средам и субботам, стекло — раз в две недели.
  topic: t
  questions: [По каким дням вывозят бумагу?, Когда вывозят пластик?, Как часто вывозят стекло?]
- id: hours
  says: Экскурсии идут по пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00.
  topic: t
  questions: [Когда экскурсии?, По каким дням экскурсии?, Во сколько экскурсии?]
- {id: piles, says: Сваи забили в декабре 2024 года., topic: t, questions: [Когда забили сваи?]}
- {id: rails, says: Перила поставят к маю., topic: t, questions: [Когда поставят перила?]}
- id: pool
  says: Бассейн работает с 6:45 до 22:00, по понедельникам до 14:00 закрыт на чистку.
  topic: t
  questions: [Когда работает бассейн?, До скольки бассейн?, Во сколько открывается бассейн?]
- id: scooters
  says: Оставлять самокат можно на 148 размеченных стоянках, красят их в оранжевый цвет.
  topic: t
  questions: [Где оставлять самокат?, Где стоянки самокатов?, В какой цвет красят стоянки?]
- id: complaints
  says: Пожаловаться на брошенный самокат можно по телефону 3-30-03.
  topic: t
  questions: [Куда жаловаться на самокат?, Как пожаловаться на самокат?]
- id: painter
  says: Художник Аркадий Лосев родился в Кинешме, учился в Мюнхене и оставил около двухсот полотен.
  topic: t
  questions: [Где учился художник?, Где родился художник?, Сколько полотен?]
- id: dairy
  says: Сыроварню открыли в бывшей бане на Набережной, 7.
  topic: t
  questions: [Где сыроварня?, Где открыли сыроварню?, Какой адрес сыроварни?]
- id: forbidden
  says: Нельзя ездить по Пионерскому проспекту, в парке «Ореховая роща» и на пляжах.
  topic: t
  questions: [Где нельзя ездить?, Где запрещено ездить?]
- id: wreck
  says: Пароход лежит в Кандалакшском заливе на глубине 47 метров.
  topic: t
  questions: [Где лежит пароход?, На какой глубине пароход?]
- id: people
  says: Жителей разместили в школе № 3 и спортивном комплексе «Юность», где поставили 800 раскладушек.
  topic: t
  questions: [Где разместили жителей?, Куда увезли жителей?]
- id: troupe
  says: Сцену закроют на ремонт, а труппа переберётся во дворец «Металлург».
  topic: t
  questions: [Куда переберётся труппа?, Где выступит труппа?]
- id: captain
  says: Капитаном станет 45-летний Денис Поляков, до этого он 12 лет водил паром.
  topic: t
  questions: [Кто станет капитаном?, Чем командовал Поляков?, Сколько лет он водил паром?]
- id: puppy
  says: Лучшим щенком признали пятимесячную таксу Клюкву.
  topic: t
  questions: [Кого признали лучшим щенком?, Кто лучший щенок?]
- id: pandas
  says: Родители детёныша — пятилетняя самка Майя и самец Тензинг, которого привезли из Праги.
  topic: t
  questions: [Кто родители детёныша?, Откуда Тензинг?, Сколько лет Майе?]
- id: tent
  says: Шатёр вмещает 1 200 зрителей и весит 16 тонн, ставят его за 18 часов.
  topic: t
  questions: [Сколько весит шатёр?, Сколько зрителей в шатре?, Сколько ставят шатёр?]
- id: script
  says: Сценарий Полины Сычёвой рассказывает о лесничихе Агате, которая ищет брата.
  topic: t
  people: [{id: sycheva, role: member}]
  questions: [О чём сценарий?, Кто написал сценарий?, О ком сценарий?]
- id: pupil
  says: Автором картины признали Матвея Виноградова, ученика Шишкина.
  topic: t
  people: [{id: vinogradov, role: member}]
  questions: [Кто автор картины?, Кто написал картину?, У кого учился Виноградов?]
- id: boy
  says: Среди детей победил десятилетний Артём с дворнягой Кексом.
  topic: t
  questions: [Кто победил среди детей?, Какой мальчик победил?]
- id: final
  says: Финал пройдёт в Барнауле, на стадионе, который ещё достраивают.
  topic: t
  questions: [Где пройдёт финал?, Где финал?]
"""
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "held", "missing"),
    [
        ("Когда откроют проезд?", "21 января", ""),
        ("Когда ремонт моста?", EdtfDate.parse("2026-01-18/2026-01-22"), ""),
        ("Какого числа осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "day"),
        ("В каком месяце осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "month"),
        ("Когда осмотрели опоры?", EdtfDate.parse("../2026-01-10"), ""),
        ("Когда вывозят бумагу?", "По вторникам", ""),
        ("По каким дням вывозят пластик?", "По средам и субботам", ""),
        ("Когда вывозят стекло?", "Раз в две недели", ""),
        ("Как часто вывозят стекло?", "Раз в две недели", ""),
        ("Когда экскурсии?", "По пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Во сколько экскурсии?", "По пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Во сколько экскурсия в субботу?", "По субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Когда экскурсия в пятницу?", "По пятницам в 18:30", ""),
        ("када вывозят бумагу", "По вторникам", ""),
        ("Когда забили сваи?", "В декабре 2024 года", ""),
        ("Когда поставят перила?", "К маю", ""),
        ("Во сколько открывается бассейн?", "С 6:45 до 22:00", ""),
        ("Когда работает бассейн?", "С 6:45 до 22:00", ""),
    ],
)
def test_when(question: str, held: str | EdtfDate, missing: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held=held, missing=missing)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Где оставлять самокат?", "На 148 размеченных стоянках"),
        ("Куда жаловаться на самокат?", None),
        ("Где учился художник?", "В Мюнхене"),
        ("Где сыроварня?", "В бывшей бане на Набережной, 7"),
        ("Где нельзя ездить?", "По Пионерскому проспекту, в парке «Ореховая роща» и на пляжах"),
        ("Где лежит пароход?", "В Кандалакшском заливе"),
        ("Где разместили жителей?", "В школе № 3 и спортивном комплексе «Юность»"),
        ("Куда переберётся труппа?", "Во дворец «Металлург»"),
        ("Где пройдёт финал?", "В Барнауле"),
    ],
)
def test_where(question: str, held: str | None) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == (ValueLead(held=held) if held else None)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Сколько лет капитану?", "45 лет"),
        ("Сколько лет капитан водил паром?", "12 лет"),
        ("Сколько месяцев таксе Клюкве?", "5 месяцев"),
        ("Сколько лет Артёму?", "10 лет"),
    ],
)
def test_an_age_inside_an_adjective(question: str, held: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held=held)


def test_the_age_of_another_is_not_told() -> None:
    assert isinstance(ENGINE.reply("Сколько лет Тензингу?", NEW, NOW).result, Refusal)


def test_each_of_several_measures_is_told() -> None:
    result = ENGINE.reply("Укажите вместимость и массу шатра.", NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == JointLead(leads=(ValueLead(held="1 200 зрителей"), ValueLead(held="16 тонн")))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Как зовут лесничиху?", "Агата"),
        ("Кто написал сценарий?", "Полина Сычёва"),
        ("У кого учился автор картины?", None),
        ("Кто написал картину?", "Матвей Виноградов"),
    ],
)
def test_who(question: str, held: str | None) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    lead = result.lead
    told = lead.held if isinstance(lead, ValueLead) else None
    names = ", ".join(one.person.name for one in told) if isinstance(told, tuple) else told
    assert names == held
