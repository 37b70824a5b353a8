"""Whose words they are that a question repeats: held against who said the fact with every word of them."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

FILES = {
    "source.yaml": """
id: talks
title: Переговоры Норвегии и Исландии о сельди
about: Я отвечаю на вопросы о переговорах Норвегии и Исландии о сельди.
publisher: Северный рыбак
published: "2018-05-11"
place: Берген
examples: [О чём переговоры?]
""",
    "people.yaml": """
- {id: hansen, name: Улаф Хансен, post: министр рыболовства, side: Норвегия}
- {id: jonsson, name: Эйнар Йонссон, post: посол, side: Исландия}
""",
    "events.yaml": """
- {id: talks, title: Переговоры о сельди, when: "2018-05-10", where: Берген}
""",
    "facts.yaml": """
- id: quota
  says: Квоту на сельдь надо сократить вдвое, заявил Улаф Хансен.
  topic: talks
  about: [talks]
  said_by: hansen
  paragraph: 1
  questions: [Что заявил Хансен о квоте?, Как изменить квоту на сельдь?, Надо ли сократить квоту?]
- id: nets
  says: Исландия намерена запретить мелкие сети.
  topic: talks
  about: [talks]
  said_by: Исландия
  paragraph: 2
  questions: [Что намерена запретить Исландия?, Какие сети запретят?, Запретят ли мелкие сети?]
- id: guest
  says: Исландию на переговорах представлял посол Эйнар Йонссон.
  topic: talks
  about: [talks]
  people: [{id: jonsson, role: member}]
  paragraph: 3
  questions: [Кто представлял Исландию?, Кто такой Йонссон?, Кто посол Исландии?]
- id: stocks-norway
  says: Запасы рыбы общие, отметил Улаф Хансен.
  topic: talks
  about: [talks]
  said_by: hansen
  paragraph: 3
  questions: [Чьи запасы рыбы?, Что отметил Хансен?, Общие ли запасы рыбы?]
- id: stocks-iceland
  says: Исландия назвала запасы рыбы общими.
  topic: talks
  about: [talks]
  said_by: Исландия
  paragraph: 3
  questions: [Чьи запасы рыбы?, Какими Исландия назвала запасы?, Общие ли запасы рыбы?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Переговоры}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in FILES.items()}))


def told(question: str) -> tuple[Polarity | None, list[str]]:
    result = ENGINE.reply(question, NEW, NOW).result
    if not isinstance(result, Answer):
        return None, []
    polarity = result.lead.polarity if isinstance(result.lead, YesNoLead) else None
    return polarity, [str(one.fact.id) for one in result.shown]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Исландия заявила, что квоту на сельдь надо сократить вдвое?", "quota"),
        ("Йонссон сказал, что квоту надо сократить?", "quota"),
        ("Говорил ли Хансен, что запретит мелкие сети?", "nets"),
    ],
)
def test_words_of_another_are_shown_and_nothing_is_held_of_the_one_named(question: str, fact: str) -> None:
    polarity, facts = told(question)
    assert facts == [fact]
    assert polarity in (Polarity.SET, None)


@pytest.mark.parametrize(
    "question",
    [
        "Хансен заявил, что квоту на сельдь надо сократить вдвое?",
        "Норвегия заявила, что квоту на сельдь надо сократить вдвое?",
        "Исландия заявила, что квоту на треску надо сократить вдвое?",
        "Исландия заявила, что квоту на сельдь надо отменить?",
        "Йонссон отметил, что запасы рыбы общие?",
        "Исландия названа той, что должна квоту на сельдь сократить вдвое?",
    ],
)
def test_nothing_is_denied_of_the_own_words_or_of_other_ones(question: str) -> None:
    assert told(question)[0] is not Polarity.NO


@pytest.mark.parametrize(
    "question", ["Обе стороны назвали запасы рыбы общими?", "Отметили ли общие запасы обе стороны?"]
)
def test_both_sides_are_shown_where_both_said_it(question: str) -> None:
    polarity, facts = told(question)
    assert polarity is Polarity.YES
    assert sorted(facts) == ["stocks-iceland", "stocks-norway"]


def test_both_are_not_affirmed_by_one() -> None:
    assert told("Обе стороны заявили, что квоту надо сократить вдвое?")[0] is not Polarity.YES
