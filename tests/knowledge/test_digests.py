"""What a digest shows, whose words are asked for, and which of two events came first."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import EventId
from knowledge.facts.pack import load_files
from knowledge.results import Answer, DigestLead, OrderLead, Polarity, Refusal, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: river
title: Переговоры о реке Лаве
about: Стороны обсудили, как делить воду реки Лавы.
publisher: Вестник
published: "2026-05-05"
examples: [Когда переговоры?]
""",
    "people.yaml": """
- {id: ilves, name: Марк Ильвес, post: министр вод, side: Эстония}
- {id: berzin, name: Янис Берзин, post: министр вод, side: Латвия}
""",
    "events.yaml": """
- {id: talks, title: Переговоры о реке Лаве, when: "2026-05-03", where: Валга, order: 1}
- {id: visit, title: Визит и переговоры о науке в Тарту, when: "2026-04-10", where: Тарту}
- {id: round-2, title: Второй раунд, when: "2026-09", where: Рига, order: 2, follows: talks}
""",
    "facts.yaml": """
- id: hall
  says: Гостям подали морошку.
  topic: talks
  about: [talks]
  questions: [Что подали гостям?, Чем угощали?, Что ели?, Какое было угощение?, Чем кормили?]
- id: subject
  says: На переговорах обсудили, как делить воду реки Лавы.
  topic: talks
  about: [talks]
  questions: [О чём переговоры?, Что обсудили?, Какая тема?]
- id: led
  says: Переговоры вели Марк Ильвес и Янис Берзин.
  topic: people
  about: [talks]
  people: [{id: ilves, role: chair}, {id: berzin, role: chair}]
  questions: [Кто вёл переговоры?, Кто председатель?, Кто возглавил переговоры?]
- id: dam
  says: Эстония считает, что плотина не нужна.
  topic: words
  said_by: Эстония
  questions: [Что думают о плотине?, Нужна ли плотина?, Что сказали про плотину?]
- id: fish
  says: Эстонии и Латвии, по мнению эстонской стороны, надо вместе разводить лосося.
  topic: words
  said_by: Эстония
  questions: [Кого надо разводить?, Что надо разводить вместе?, Что сказали о лососе?]
- id: agreed
  says: Стороны подписали протокол о паводках.
  topic: result
  about: [talks]
  questions: [Что подписали?, Какой протокол?, Что подписали стороны?]
- id: next
  says: Второй раунд пройдёт в Риге в сентябре.
  topic: result
  about: [round-2]
  questions: [Когда второй раунд?, Где второй раунд?, Когда встретятся снова?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Переговоры, people: Люди, words: Слова, result: Итог}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def test_a_digest_has_what_is_central() -> None:
    result = reply("кратко")
    assert isinstance(result, Answer)
    assert {"subject", "led", "agreed", "next"} <= {shown.fact.id for shown in result.shown}


def test_the_words_of_one_side_do_not_answer_what_the_other_thinks() -> None:
    said = reply("Что Эстония думает о плотине?")
    assert isinstance(said, Answer)
    assert said.shown[0].fact.id == "dam"
    assert isinstance(reply("Что Латвия думает о плотине?"), Refusal)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Визит в Тарту был раньше переговоров?", Polarity.YES),
        ("Переговоры были раньше визита в Тарту?", Polarity.NO),
        ("Переговоры были позже визита в Тарту?", Polarity.YES),
    ],
)
def test_yes_or_no_by_the_dates_of_two_events(question: str, polarity: Polarity) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


def test_the_outcome_of_the_main_event_is_what_it_led_to_and_no_other_thing_is() -> None:
    result = reply("Каков результат переговоров?")
    assert isinstance(result, Answer)
    assert "agreed" in [one.fact.id for one in result.shown]
    assert all(one.fact.about[:1] == (EventId("talks"),) for one in result.shown)
    assert isinstance(reply("Какие результаты экзаменов?"), Refusal)


def test_what_one_side_says_confirms_nothing_of_the_other() -> None:
    of_other, of_speaker = (
        reply("Латвии надо разводить лосося?"),
        reply("Эстонии надо разводить лосося?"),
    )
    assert not (isinstance(of_other, Answer) and of_other.lead is not None)
    assert isinstance(of_speaker, Answer)
    assert of_speaker.lead == YesNoLead(polarity=Polarity.YES)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("расскажи кратко о переговорах", "Переговоры о реке Лаве"),
        ("кратко о чём статья про переговоры", "Переговоры о реке Лаве"),
        ("перескажи статью кратко", "Переговоры о реке Лаве"),
        ("расскажи про визит", "Визит и переговоры о науке в Тарту"),
        ("расскажи про Латвию", "Латвия"),
    ],
)
def test_a_digest_is_of_what_is_named_beside_the_words_that_ask_for_it(question: str, title: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, DigestLead)
    assert result.lead.title == title


def test_a_chronology_is_of_the_events_and_of_nothing_unknown() -> None:
    told = reply("Перечисли события по порядку")
    assert isinstance(told, Answer)
    assert isinstance(told.lead, OrderLead)
    assert isinstance(reply("Какая по порядку Венера от Солнца?"), Refusal)
