"""Words that deny each other by «не-», held against an invented pack of a mine."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.opposed_words import has_denying
from knowledge.results import Answer, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: mine
title: Проверка шахты
about: проверке шахты
publisher: Вестник
published: "2026-05-05"
examples: [Когда проверили шахту?]
""",
    "people.yaml": """
- {id: zuev, name: Павел Зуев, post: инспектор}
- {id: rogova, name: Нина Рогова, post: директор шахты}
""",
    "events.yaml": '- {id: check, title: Проверка шахты, when: "2026-05-04", where: Кемерово}\n',
    "facts.yaml": """
- id: lift
  says: Инспектор Павел Зуев признал подъёмник неисправным.
  topic: t
  about: [check]
  people: [{id: zuev, role: inspector}]
  questions: [Что решил инспектор?, Кто проверил подъёмник?]
- id: lift-director
  says: Директор шахты Нина Рогова назвала подъёмник исправным.
  topic: t
  about: [check]
  said_by: rogova
  people: [{id: rogova, role: speaker}]
  questions: [Что сказала директор?, Что сказала Рогова?]
- id: dismissal
  says: Увольнение трёх бригадиров суд счёл обоснованным.
  topic: t
  questions: [Что решил суд об увольнении?]
- id: turnout
  says: За неявку на проверку оштрафовали механика.
  topic: t
  questions: [За что оштрафовали механика?]
- id: air
  says: Директор Нина Рогова назвала воздух в шахте безвредным и допустимым.
  topic: t
  said_by: rogova
  people: [{id: rogova, role: speaker}]
  questions: [Что Рогова сказала о воздухе?]
""",
    "terms.yaml": "topics: {t: Шахта}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _first_line(question: str) -> str:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer), answer
    return leads.render(answer.lead) if answer.lead is not None else ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Инспектор признал подъёмник исправным?", "Нет: неисправным."),
        ("Инспектор признал подъёмник неисправным?", "Да."),
        ("Инспектор признал подъемник исправнным?", "Нет: неисправным."),
        ("Рогова назвала подъёмник неисправным?", "Нет: исправным."),
        ("Рогова назвала подъёмник исправным?", "Да."),
        ("Подъёмник исправен?", "Нет: неисправным."),
        ("Суд счёл увольнение необоснованным?", "Нет: обоснованным."),
        ("Механика оштрафовали за явку на проверку?", "Нет, это не так."),
    ],
)
def test_what_a_prefix_denies_is_no(question: str, line: str) -> None:
    assert _first_line(question) == line


def test_what_somebody_said_is_not_held_against_others() -> None:
    answer = ENGINE.reply("Воздух в шахте недопустимый?", NEW, NOW).result
    lead = answer.lead if isinstance(answer, Answer) else None
    assert not isinstance(lead, YesNoLead) or lead.polarity not in (Polarity.YES, Polarity.NO)


def test_the_opposite_does_not_answer_what_is_asked() -> None:
    answer = ENGINE.reply("Кто признал увольнение бригадиров необоснованным?", NEW, NOW).result
    assert not isinstance(answer, Answer) or "dismissal" not in {one.fact.id for one in answer.shown}


@pytest.mark.parametrize(("text", "denies"), [("Подъёмник неисправен", True), ("Подъёмник исправен", False)])
def test_a_text_that_denies_nothing_is_known_by_its_words(text: str, denies: bool) -> None:
    assert has_denying(text) is denies
