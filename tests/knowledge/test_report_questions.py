"""Who published the report, when, and where one fact is from; never a person who made the thing itself."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Result, SmallTalk, ValueLead
from tests.knowledge.sample_base import NOW

FILES = {
    "source.yaml": """
id: crossing
title: Открытие пешеходного моста через Лузу
about: Я отвечаю на вопросы об открытии пешеходного моста через Лузу.
publisher: газета «Ветлинские вести»
published: "2023-09-11"
place: Ветлинск
examples: [Когда открыли мост?]
""",
    "people.yaml": """
- {id: kuzmin, name: Илья Кузьмин, post: архитектор}
- {id: belov, name: Олег Белов, post: главный инженер}
""",
    "events.yaml": """
- {id: opening, title: Открытие пешеходного моста, when: "2023-09-09", where: Ветлинск}
""",
    "facts.yaml": """
- id: opened
  says: Пешеходный мост через Лузу открыли 9 сентября 2023 года в Ветлинске.
  topic: bridge
  about: [opening]
  paragraph: 1
  questions: [Когда открыли мост?, Где открыли мост?, Через какую реку мост?]
- id: design
  says: Проект моста выполнил архитектор Илья Кузьмин.
  topic: bridge
  people: [{id: kuzmin, role: architect}]
  paragraph: 2
  questions: [Кто автор проекта моста?, Кто архитектор моста?, Кто спроектировал мост?]
- id: built
  says: Мост строила компания «Северстрой» из Вологды.
  topic: bridge
  paragraph: 2
  questions: [Кто строил мост?, Какая компания строила мост?, Откуда компания?]
- id: flood
  says: Срок сдвинули на год из-за паводка весной 2022 года.
  topic: bridge
  paragraph: 3
  questions: [Почему сдвинули срок?, На сколько сдвинули срок?, Когда был паводок?]
- id: said
  says: Опоры стоят на скале, сказал главный инженер Олег Белов.
  said_by: belov
  topic: bridge
  paragraph: 4
  questions: [Что сказал Белов?, На чём стоят опоры?, Кто рассказал об опорах?]
""",
    "terms.yaml": "synonyms: []\ntopics: {bridge: Мост}\n",
}


def reply(question: str, **changed: str) -> Result:
    files = FILES | {f"{name}.yaml": text for name, text in changed.items()}
    engine = Engine(load_files({name: text.encode() for name, text in files.items()}))
    return engine.reply(question, NEW, NOW).result


def _told(result: Result) -> tuple[list[str], object]:
    assert isinstance(result, Answer), result
    lead = result.lead
    held = lead.held if isinstance(lead, ValueLead) else None
    return [one.fact.id for one in result.shown], held


@pytest.mark.parametrize(
    "question",
    [
        "Кто написал об этом?",
        "кто автор заметки",
        "Кто источник?",
        "В какой газете?",
        "Какая газета писала о мосте?",
        "Когда вышла заметка?",
        "Какого числа опубликована статья?",
        "Чья это новость?",
    ],
)
def test_the_source_is_told_of_the_whole_report(question: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer), result
    assert result.small_talk is SmallTalk.SOURCE


@pytest.mark.parametrize(
    "question", ["Кто сообщил о паводке?", "откуда инфа про паводок", "Откуда сведения о паводке?"]
)
def test_the_fact_asked_of_is_shown_under_its_own_source(question: str) -> None:
    assert _told(reply(question)) == (["flood"], "газета «Ветлинские вести»")


def test_a_maker_or_a_speaker_is_still_told() -> None:
    assert _told(reply("Кто автор проекта моста?"))[0] == ["design"]
    assert _told(reply("Кто рассказал об опорах?"))[0] == ["said"]
    wrote = reply("Кто написал проект моста?")
    assert not isinstance(wrote, Answer) or _told(wrote)[0] == ["design"]


def test_words_for_a_report_that_the_base_has_are_its_own() -> None:
    facts = FILES["facts.yaml"] + (
        "- {id: song, says: Песню о мосте написал Олег Белов., topic: bridge, "
        "questions: [Кто написал песню?, Кто сочинил песню?, Какую песню написали?]}\n"
    )
    assert _told(reply("Кто написал песню о мосте?", facts=facts))[0] == ["song"]
