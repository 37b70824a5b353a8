"""Posts that a question gives to people: with a complement of another, of several, since when, by «он»."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, ListLead, Polarity, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: forum
title: Форум Орловии и Вендии о рыболовстве
about: форуму Орловии и Вендии в 2026 году
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошёл форум?]
""",
    "people.yaml": """
- {id: marsh, name: Пётр Марков, post: председатель правительства Орловии, side: Орловия}
- {id: olin, name: Карл Олин, post: министр торговли Вендии, side: Вендия}
- {id: zimina, name: Ольга Зимина, post: министр юстиции Вендии, side: Вендия}
- {id: lapin, name: Антон Лапин, post: директор рыбного порта}
""",
    "events.yaml": """
- id: forum
  title: Первый форум о рыболовстве
  when: "2026-04-20"
  where: Шуя
  order: 1
  people: [{id: olin, role: chair}, {id: zimina, role: chair}]
- {id: second, title: Второй форум о рыболовстве, when: "2026-09", where: Тверь, follows: forum, order: 2}
""",
    "facts.yaml": """
- id: place
  says: Форум прошёл в Шуе.
  topic: talks
  about: [forum]
  questions: [Где прошёл форум?, В каком городе был форум?, Где был первый форум?]
- id: second
  says: Второй форум стороны проведут в Твери в сентябре 2026 года.
  topic: talks
  about: [second]
  questions: [Где пройдёт второй форум?, Когда пройдёт второй форум?, Когда следующий форум?]
- id: chairs
  says: На форуме председательствовали двое — Карл Олин и Ольга Зимина.
  topic: talks
  about: [forum]
  people: [{id: olin, role: chair}, {id: zimina, role: chair}]
  questions: [Кто председательствовал на форуме?, Кто вёл форум?, Председатели форума?]
- id: marsh
  says: Пётр Марков — председатель правительства Орловии.
  topic: talks
  people: [{id: marsh, role: member}]
  questions: [Кто такой Пётр Марков?, Какая должность у Маркова?, Кто глава правительства Орловии?]
- id: olin
  says: Карл Олин — министр торговли Вендии.
  topic: talks
  people: [{id: olin, role: member}]
  questions: [Кто такой Карл Олин?, Какая должность у Олина?, Кто министр торговли Вендии?]
- id: zimina
  says: Ольга Зимина — министр юстиции Вендии.
  topic: talks
  people: [{id: zimina, role: member}]
  questions: [Кто такая Ольга Зимина?, Какая должность у Зиминой?, Кто министр юстиции Вендии?]
- id: lapin
  says: Директором рыбного порта Антон Лапин стал в марте 2024 года.
  topic: talks
  people: [{id: lapin, role: member}]
  questions: [Кто директор порта?, С какого времени Лапин директор?, Когда Лапин стал директором порта?]
""",
    "terms.yaml": """
synonyms:
  - [председатель форума, ведущий]
  - [председательствовать, вести, руководить]
topics: {talks: Форум}
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(*turns: str) -> Result:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def _polarity(*turns: str) -> Polarity | None:
    result = _reply(*turns)
    lead = result.lead if isinstance(result, Answer) else None
    return lead.polarity if isinstance(lead, YesNoLead) else None


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Пётр Марков — председатель форума?", Polarity.SET),
        ("Олин — председатель форума?", Polarity.YES),
        ("Пётр Марков — председатель правительства?", Polarity.YES),
        ("Марков — председатель правительства Орловии?", Polarity.YES),
        ("Марков — глава Вендии?", Polarity.NO),
    ],
)
def test_a_post_has_its_own_complement(question: str, polarity: Polarity) -> None:
    assert _polarity(question) is polarity


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Олин и Зимина министры?", ["olin", "zimina"]),
        ("Оба ли министры Олин и Зимина?", ["olin", "zimina"]),
        ("Зимина и Олин — министры Вендии?", ["olin", "zimina"]),
    ],
)
def test_a_post_of_several_is_theirs_one_by_one(question: str, facts: list[str]) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert result.lead == YesNoLead(polarity=Polarity.YES)
    assert [one.fact.id for one in result.shown] == facts


@pytest.mark.parametrize(
    "question",
    ["Марков и Зимина министры?", "Олин и Зимина — министры торговли?", "Олин и Зимина министры обороны?"],
)
def test_a_post_of_one_of_several_gets_no_yes(question: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, ListLead)
    assert len(result.lead.items) == len(result.shown) > 1


def test_the_chairs_of_a_meeting_hold_no_post_of_that_name() -> None:
    assert _polarity("Олин и Зимина председатели?") is Polarity.YES


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Лапин директор с 2022 года?", Polarity.NO),
        ("Лапин директор с 2024 года?", Polarity.YES),
        ("Лапин директор порта с марта 2024 года?", Polarity.YES),
    ],
)
def test_a_date_of_a_post_is_held_against_the_date(question: str, polarity: Polarity) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity
    assert result.lead.held != "директор рыбного порта"


@pytest.mark.parametrize(
    ("turns", "polarity"),
    [
        (("Кто такая Зимина?", "она министр?"), Polarity.YES),
        (("Кто такая Зимина?", "она министр торговли?"), Polarity.NO),
        (("Кто такая Зимина?", "а не министр торговли?"), Polarity.NO),
        (("Кто такая Зимина?", "министр юстиции?"), Polarity.YES),
        (("Кто такой Марков?", "он министр?"), Polarity.POST),
        (("Кто такой Марков?", "не министр?"), Polarity.POST),
        (("Кто такой Марков?", "он председатель форума?"), Polarity.SET),
        (("Кто председательствовал на форуме?", "а Зимина министр?"), Polarity.YES),
        (("Кто председательствовал на форуме?", "он министр?"), Polarity.YES),
        (("Где прошёл форум?", "не министр торговли?"), None),
    ],
)
def test_a_post_in_a_follow_up_is_asked_of_the_person(
    turns: tuple[str, ...], polarity: Polarity | None
) -> None:
    assert _polarity(*turns) is polarity


@pytest.mark.parametrize(
    ("turns", "polarity", "held"),
    [
        (("Где пройдёт второй форум?", "а первый не там?"), Polarity.NO, "в Шуе"),
        (("Где прошёл первый форум?", "а второй там же?"), Polarity.NO, "в Твери"),
        (("второй в Шуе?",), Polarity.NO, "в Твери"),
        (("второй в Твери?",), Polarity.YES, None),
    ],
)
def test_a_place_told_last_is_that_of_there(
    turns: tuple[str, ...], polarity: Polarity, held: str | None
) -> None:
    result = _reply(*turns)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert (result.lead.polarity, result.lead.held) == (polarity, held)
