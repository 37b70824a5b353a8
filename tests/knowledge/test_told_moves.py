"""What a statement says of a move, and the date that holds after it, by an invented pack of a club."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from knowledge.scoring.former_values import former_values
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: club
title: Шахматный клуб
about: шахматному клубу
publisher: Вестник
published: "2026-09-01"
examples: [Когда турнир?]
""",
    "people.yaml": "- {id: orlov, name: Иван Орлов, post: тренер}\n",
    "events.yaml": """
- {id: open, title: Открытие клуба, when: "2026-08-20", where: Томск}
- {id: cup, title: Турнир юниоров, when: "2026-10-09", where: Томск}
- {id: lecture, title: Лекция гроссмейстера, when: "2026-09-27", where: библиотека}
- {id: picnic, title: Пикник клуба, when: "2026-09-06", where: парк, cancelled: true}
""",
    "facts.yaml": """
- id: opened
  says: Шахматный клуб открыли в Томске 20 августа 2026 года.
  topic: t
  about: [open]
  questions: [Когда открыли клуб?]
- id: cup-moved
  says: Турнир юниоров перенесли с 2 октября на 9 октября из-за ремонта зала.
  topic: t
  about: [cup]
  when: "2026-10-09"
  questions: [Когда турнир юниоров?, Почему перенесли турнир?]
- id: lecture-date
  says: Лекция гроссмейстера пройдёт не 20 сентября, а 27 сентября 2026 года.
  topic: t
  about: [lecture]
  when: "2026-09-27"
  questions: [Когда лекция гроссмейстера?]
- id: picnic-off
  says: Пикник в парке, назначенный на 6 сентября, отменили из-за дождей.
  topic: t
  about: [picnic]
  questions: [Почему отменили пикник?, Будет ли пикник?]
""",
    "terms.yaml": "topics: {t: Клуб}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Когда турнир юниоров?", "Пятница, 9 октября 2026 года."),
        ("На какое число перенесли турнир?", "Пятница, 9 октября 2026 года."),
        ("С какого числа перенесли турнир?", "2 октября."),
        ("На какое число раньше назначали турнир юниоров?", "2 октября."),
        ("Турнир юниоров будет 9 октября?", "Да."),
        ("Турнир юниоров будет 2 октября?", "Нет: пятница, 9 октября 2026 года."),
        ("Перенесли ли турнир юниоров?", "Да."),
        ("Турнир перенесли на 9 октября?", "Да."),
        ("Турнир перенесли с 2 октября?", "Да."),
        ("Турнир перенесли на 16 октября?", "Нет: перенесли с 2 октября на 9 октября."),
        ("Турнир юниоров отменили?", "Нет: перенесли с 2 октября на 9 октября."),
        ("Когда лекция гроссмейстера?", "Воскресенье, 27 сентября 2026 года."),
        ("Лекция будет 27 сентября?", "Да."),
        ("Пикник отменили?", "Да."),
    ],
)
def test_what_holds_after_a_move(question: str, line: str) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer), answer
    assert answer.lead is not None
    assert leads.render(answer.lead, NOW.date()) == line


def test_the_earlier_date_is_asked_for_after_that_of_the_event() -> None:
    first = ENGINE.reply("Когда турнир юниоров?", NEW, NOW)
    answer = ENGINE.reply("а раньше на какое число был назначен", first.conversation, NOW).result
    assert isinstance(answer, Answer)
    assert answer.lead is not None
    assert leads.render(answer.lead) == "2 октября."


def test_a_change_of_another_event_does_not_tell_of_this_one() -> None:
    answer = ENGINE.reply("Открытие клуба перенесли?", NEW, NOW).result
    assert not isinstance(answer, Answer)


@pytest.mark.parametrize(
    ("says", "former"),
    [
        ("Матч перенесли с 19 на 21 ноября.", ["19"]),
        ("Матч, назначенный на 14 ноября, перенесли на 20 ноября.", ["14 ноября"]),
        ("Матч отложили до 20 ноября, первоначально его назначали на 14 ноября.", ["14 ноября"]),
        ("Концерт состоится не в субботу, а в воскресенье.", ["субботу"]),
        ("Пришли не 15, а 20 человек.", ["15"]),
        ("Вместо 5 мая урок пройдёт 7 мая.", ["5 мая"]),
        ("В ночь с 19 на 20 ноября выпал снег.", []),
        ("Матч, назначенный на 14 ноября, отменили.", []),
        ("Билет подорожал с 28 до 35 рублей.", []),
    ],
)
def test_values_that_no_longer_hold(says: str, former: list[str]) -> None:
    assert [says[one.start : one.end] for one in former_values(says)] == former
