"""Lengths and spans of events that are named alike, by an invented pack of a regatta."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: regatta
title: Регата в Самаре
about: регате
publisher: Вестник
published: "2026-06-20"
main: regatta-1
examples: [Когда регата?]
""",
    "people.yaml": "- {id: orlov, name: Иван Орлов, post: судья}\n",
    "events.yaml": """
- {id: regatta-1, title: Первая регата, when: "2026-06-05", where: Самара, order: 1}
- {id: protest, title: Разбор итогов регаты, when: "2026-06-12", where: яхт-клуб}
- id: regatta-2
  title: Вторая регата
  when: "2026-07-18/2026-07-20"
  where: Самара
  follows: regatta-1
  order: 2
""",
    "facts.yaml": """
- id: first
  says: Регату в Самаре провели 5 июня 2026 года с 9:00 до 15:00.
  topic: t
  about: [regatta-1]
  questions: [Когда была регата?]
- id: jury
  says: Итоги регаты разобрали 12 июня 2026 года в яхт-клубе.
  topic: t
  about: [protest]
  questions: [Когда разобрали итоги?]
- id: second
  says: Вторая регата начнётся 18 июля 2026 года и продлится три дня.
  topic: t
  about: [regatta-2]
  when: "2026-07-18/2026-07-20"
  questions: [Сколько продлится вторая регата?, Когда вторая регата?]
- id: prize
  says: Победители потребовали премию в 50 тысяч рублей, а клуб предложил 20 тысяч рублей.
  topic: t
  questions: [Какую премию потребовали?]
""",
    "terms.yaml": "topics: {t: Регата}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько дней прошло с регаты до разбора итогов?", "7 дней"),
        ("Через сколько дней после регаты был разбор?", "7 дней"),
        ("Сколько часов длилась регата?", "6 часов"),
        ("Сколько длилась регата?", "6 часов"),
        ("Сколько продлится вторая регата?", "Три дня"),
        ("До какого числа продлится вторая регата?", "Понедельник, 20 июля 2026 года"),
        ("Во сколько закончилась регата?", "15:00"),
    ],
)
def test_length_and_last_day(question: str, line: str) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer), answer
    assert answer.lead is not None
    assert leads.render(answer.lead, NOW.date()).startswith(line)


def test_a_gap_of_amounts_is_no_time_between_the_events() -> None:
    answer = ENGINE.reply("Каков разрыв между требуемой и предложенной премией?", NEW, NOW).result
    assert not isinstance(answer, Answer) or answer.rule != "time"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько дней осталось до второй регаты?", "Осталось 17 дней"),
        ("Сколько дней осталось до начала второй регаты?", "Осталось 17 дней"),
    ],
)
def test_what_lasts_is_awaited_from_its_first_day(question: str, line: str) -> None:
    now = datetime(2026, 7, 1, 9, tzinfo=UTC)
    answer = ENGINE.reply(question, NEW, now).result
    assert isinstance(answer, Answer), answer
    assert answer.lead is not None
    assert leads.render(answer.lead, now.date()).startswith(line)
