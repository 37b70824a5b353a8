"""A fact of another deed, thing or person gives no yes and no name, by an invented pack of a bakery."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, AnswerForm, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bakery
title: Пекарня в Кургане
about: пекарне
publisher: Вестник
published: "2026-06-20"
examples: [Когда открыли пекарню?]
""",
    "people.yaml": """
- {id: orlov, name: Иван Орлов, post: пекарь}
- {id: lukin, name: Пётр Лукин, post: пекарь}
- {id: rogova, name: Нина Рогова, post: владелица пекарни}
""",
    "events.yaml": """
- {id: opening, title: Открытие пекарни, when: "2026-05-05", where: Курган}
- {id: fair, title: Ярмарка хлеба, when: "2026-06-06", where: Курган, cancelled: true}
""",
    "facts.yaml": """
- id: opened
  says: В день открытия пекарни бесплатно раздали 200 булок.
  topic: t
  about: [opening]
  questions: [Что раздали в день открытия?]
- id: dismissed
  says: После проверки пекарня уволила Петра Лукина.
  topic: t
  people: [{id: lukin, role: member}]
  questions: [Кого уволили?]
- id: back
  says: Ивана Орлова восстановили на работе 8 июня.
  topic: t
  people: [{id: orlov, role: member}]
  questions: [Кого взяли обратно на работу?]
- id: owner
  says: Владелица Нина Рогова назвала проверку придиркой.
  topic: t
  said_by: rogova
  people: [{id: rogova, role: speaker}]
  questions: [Что сказала Рогова?]
- id: fair-off
  says: Ярмарку хлеба, назначенную на 6 июня, отменили.
  topic: t
  about: [fair]
  questions: [Была ли ярмарка?]
""",
    "terms.yaml": "topics: {t: Пекарня}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize("question", ["Кого выгнали с работы?", "Кого уволили с работы?"])
def test_who_was_dismissed_is_not_who_was_taken_back(question: str) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer)
    assert answer.shown[0].fact.id == "dismissed"


def test_a_quality_of_a_deed_on_the_day_is_not_of_the_event() -> None:
    answer = ENGINE.reply("Открытие было бесплатным?", NEW, NOW).result
    lead = answer.lead if isinstance(answer, Answer) else None
    assert not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.YES


def test_whose_word_it_is_stands_once_and_of_others_nothing_is_held() -> None:
    answer = ENGINE.reply("Орлов назвал проверку придиркой?", NEW, NOW).result
    assert isinstance(answer, Answer)
    assert answer.lead is not None
    assert leads.render(answer.lead) == "Названо одно имя: Нина Рогова; о других не сказано."


@pytest.mark.parametrize("question", ["Ярмарка была или нет?", "ярмарка была или всё ещё нет"])
def test_or_not_asks_for_yes_or_no(question: str) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer)
    assert answer.form is AnswerForm.YES_NO
    assert isinstance(answer.lead, YesNoLead)
    assert answer.lead.polarity is Polarity.NO
