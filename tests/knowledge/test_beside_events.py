"""What came before or after an event is told from the records, in order, or said not to be held."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import (
    Answer,
    EventsLead,
    JointLead,
    Polarity,
    Reason,
    Refusal,
    Result,
    ValueLead,
    YesNoLead,
)
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: survey
title: Перепись тюленей в заливе
about: переписи тюленей
publisher: Вестник
published: "2026-05-05"
main: first
examples: [Когда прошёл первый облёт?]
""",
    "people.yaml": """
- {id: belov, name: Пётр Белов, post: начальник экспедиции}
""",
    "events.yaml": """
- {id: training, title: Учения лётчиков в Кеми, when: "2026-02", where: Кемь}
- {id: visit, title: Приезд учёных в Умбу, when: "../2026-04-10", where: Умба}
- id: first
  title: Первый облёт залива
  when: "2026-04-20"
  where: Кандалакша
  order: 1
  people: [{id: belov, role: chair}]
- {id: second, title: Второй облёт залива, when: "2026-08", where: Ковда, follows: first, order: 2}
- {id: called-off, title: Встреча в Порье, when: "2026-04-01", where: Порья, cancelled: true}
""",
    "facts.yaml": """
- id: training
  says: В феврале лётчики тренировались в Кеми.
  topic: survey
  about: [training]
  questions: [Когда были учения лётчиков?, Где тренировались лётчики?, Кто тренировался в Кеми?]
- id: visit
  says: Не позднее 10 апреля учёные приехали в Умбу.
  topic: survey
  about: [visit]
  questions: [Куда приехали учёные?, Когда учёные приехали?, Кто приехал в Умбу?]
- id: first
  says: Первый облёт прошёл 20 апреля в Кандалакше.
  topic: survey
  about: [first]
  questions: [Когда прошёл первый облёт?, Где прошёл облёт?, Какого числа облетели залив?]
- id: led
  says: Облётом руководил Пётр Белов.
  topic: survey
  about: [first]
  people: [{id: belov, role: chair}]
  questions: [Кто руководил облётом?, Кто начальник облёта?, Чем руководил Белов?]
- id: second
  says: Второй облёт назначен на август, лететь будут из Ковды.
  topic: survey
  about: [second]
  questions: [Когда будет второй облёт?, Откуда полетят во второй раз?, На какой месяц назначен облёт?]
""",
    "terms.yaml": "synonyms: []\ntopics: {survey: Перепись}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(*turns: str) -> Result:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def _events(*turns: str) -> list[str]:
    result = _reply(*turns)
    assert isinstance(result, Answer), result
    return [event.id for event in result.events]


@pytest.mark.parametrize(
    ("turns", "events"),
    [
        (("Когда прошёл первый облёт?", "а после него?"), ["second"]),
        (("Когда прошёл первый облёт?", "а потом?"), ["second"]),
        (("Когда прошёл первый облёт?", "что было до этого?"), ["training", "visit"]),
        (("Когда прошёл первый облёт?", "а до этого?"), ["visit"]),
        (("Когда прошёл первый облёт?", "а до этого?", "а до этого?"), ["training"]),
        (("Когда прошёл первый облёт?", "а до этого?", "а после этого?"), ["first"]),
        (("Когда будет второй облёт?", "а перед этим?"), ["first"]),
        (("Какие события были до этого?",), ["training", "visit"]),
        (("Какие события были до первого облёта?",), ["training", "visit"]),
        (("Что было перед облётом?",), ["training", "visit"]),
        (("Какие события были раньше облёта?",), ["training", "visit"]),
        (("Что предшествовало облёту?",), ["training", "visit"]),
        (("Что было после приезда?",), ["first", "second"]),
        (("Что было после облёта Белова?",), ["second"]),
        (("Что было между учениями и облётом?",), ["visit"]),
        (("Какие события были между первым и вторым облётом?", "какое событие самое раннее?"), ["training"]),
        (("Какое событие последнее по времени?",), ["second"]),
        (("Какие события были до облёта?", "где было последнее из них?"), ["visit"]),
        (("Что впереди?",), ["second"]),
        (("Что будет потом?",), ["second"]),
        (("Сколько событий было до облёта?",), ["training", "visit"]),
        (("Были ли события до облёта?",), ["training", "visit"]),
    ],
)
def test_the_events_before_or_after_are_told_in_order(turns: tuple[str, ...], events: list[str]) -> None:
    assert _events(*turns) == events


def test_several_get_a_line_each_and_one_asked_for_its_place_that_alone() -> None:
    several = _reply("Какие события были до облёта?")
    assert isinstance(several, Answer)
    assert isinstance(several.lead, EventsLead)
    assert [line.where for line in several.lead.lines] == ["Кемь", "Умба"]
    place = _reply("Когда прошёл первый облёт?", "а до этого где были?")
    assert isinstance(place, Answer)
    assert place.lead == ValueLead(held="Умба")


def test_whether_and_how_many_there_were_is_said_first() -> None:
    whether, count = _reply("Были ли события до облёта?"), _reply("Сколько событий было до облёта?")
    assert isinstance(whether, Answer)
    assert whether.lead == YesNoLead(polarity=Polarity.YES)
    assert isinstance(count, Answer)
    assert isinstance(count.lead, JointLead)
    assert count.lead.leads[0] == ValueLead(held="2", computed=True)


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("Когда будет второй облёт?", "а после него?"), Reason.NOTHING_LATER),
        (("Когда были учения лётчиков?", "а до этого?"), Reason.NOTHING_EARLIER),
    ],
)
def test_that_nothing_is_held_is_said(turns: tuple[str, ...], reason: Reason) -> None:
    result = _reply(*turns)
    assert isinstance(result, Refusal), result
    assert result.reason is reason


@pytest.mark.parametrize(
    "turns",
    [
        ("Что сообщили после облёта залива журналистам?",),
        ("Кто руководил облётом до Белова?",),
        ("Кто руководил облётом?", "а после него?"),
        ("а потом?",),
        ("Что было после пожара?",),
    ],
)
def test_what_asks_for_more_is_not_told_an_event(turns: tuple[str, ...]) -> None:
    result = _reply(*turns)
    assert not isinstance(result, Answer) or result.rule != "beside-event", result


def test_a_question_that_points_back_says_what_it_took_from_the_talk() -> None:
    assert _reply("Когда прошёл первый облёт?", "а после него?").why.carried == ("Первый облёт залива",)
    assert _reply("Какие события были до первого облёта?").why.carried == ()
