"""A meeting asked for before another one is not that other one."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Переговоры Орловии и Вендии о рыболовстве
about: переговорам Орловии и Вендии
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошли переговоры?]
""",
    "people.yaml": """
- {id: marsh, name: Пётр Марш, post: премьер-министр Орловии}
- {id: olin, name: Карл Олин, post: премьер-министр Вендии}
""",
    "events.yaml": """
- {id: talks, title: Первые переговоры о рыболовстве, when: "2026-04-20", where: Шуя}
- id: visit
  title: Поездка Петра Марша в Вязники
  when: "2026-02"
  where: Вязники
  people: [{id: marsh, role: guest}, {id: olin, role: host}]
- id: tver
  title: Встреча премьер-министров в Твери
  when: "2026-04-01"
  where: Тверь
  people: [{id: marsh, role: member}, {id: olin, role: member}]
""",
    "facts.yaml": """
- id: tver
  says: Первого апреля премьер-министры снова встретились в Твери.
  topic: talks
  about: [tver]
  questions: [Где встретились премьер-министры?, Когда встретились в Твери?, Кто виделся в Твери?]
- id: visit
  says: В феврале Пётр Марш приезжал в Вязники к Карлу Олину.
  topic: talks
  about: [visit]
  people: [{id: marsh, role: guest}]
  questions: [Куда ездил Марш?, Когда Марш приезжал в Вязники?, К кому приезжал Марш?]
- id: first
  says: Переговоры в Шуе стали первыми.
  topic: talks
  about: [talks]
  questions: [Какие это переговоры по счёту?, Встречались ли стороны раньше?, Первые ли это переговоры?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Переговоры}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(*turns: str) -> Result:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    return turn.result


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        (("Где премьер-министры встретились до Твери?",), "Вязники"),
        (("Где премьер-министры виделись перед встречей в Твери?",), "Вязники"),
        (("До Твери премьер-министры уже встречались?",), None),
        (("Когда премьер-министры встретились в Твери?", "а до этого они встречались?"), None),
    ],
)
def test_an_earlier_event_of_the_same_people_is_told(turns: tuple[str, ...], lead: str | None) -> None:
    result = _reply(*turns)
    assert isinstance(result, Answer), result
    assert [one.fact.id for one in result.shown] == ["visit"]
    assert result.lead == (None if lead is None else ValueLead(held=lead))


def test_without_an_earlier_event_it_is_refused() -> None:
    assert isinstance(_reply("Где Марш и Олин встречались до поездки в Вязники?"), Refusal)


def test_that_it_was_the_first_is_no_yes() -> None:
    result = _reply("До Шуи стороны встречались?")
    assert not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead)


@pytest.mark.parametrize(
    "question",
    ["Где встретились премьер-министры?", "Где снова встретились до срока премьер-министры?"],
)
def test_the_meeting_itself_is_told_as_before(question: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held="Тверь")
