"""Near misses: what words alone do not tell, what befell nobody, limits, roles, and how all turned out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.decision.rules import contrast_rules
from knowledge.engine import Engine
from knowledge.facts.pack import load_files, load_pack
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.rule_contexts import context_of
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: fair
title: Ярмарка мёда в Ельце
about: ярмарке мёда
publisher: Вестник
published: "2025-09-12"
examples: [Когда прошла ярмарка?]
""",
    "people.yaml": """
- {id: aro, name: Микко Аро, post: директор пасеки, side: Финляндия}
- {id: lind, name: Эва Линд, post: министр торговли, side: Швеция}
- {id: berg, name: Улла Берг, post: главный пчеловод, side: Швеция}
""",
    "events.yaml": """
- id: fair
  title: Ярмарка мёда
  when: "2025-09-05"
  where: Елец
  order: 1
  people: [{id: aro, role: chair}, {id: lind, role: chair}, {id: berg, role: chair}]
- id: trip
  title: Поездка Линд в Финляндию
  when: "2025-07"
  where: Хельсинки
  people: [{id: lind, role: guest}]
- {id: talks, title: Встреча пчеловодов в Орле, when: "2025-08-20", where: Орёл}
""",
    "facts.yaml": """
- id: topic
  says: Ярмарка Финляндии и Швеции посвящена мёду.
  topic: t
  about: [fair]
  questions: [О чём ярмарка?, Чему посвящена ярмарка?, тема ярмарки]
- id: chairs
  says: Ярмарку вели трое — Микко Аро, Эва Линд и Улла Берг.
  topic: t
  about: [fair]
  people: [{id: aro, role: chair}, {id: lind, role: chair}, {id: berg, role: chair}]
  questions: [Кто вёл ярмарку?, Кто ведущие ярмарки?, Сколько председателей было на ярмарке?]
- id: swedes
  says: Шведскую сторону на ярмарке представляли Эва Линд и Улла Берг.
  topic: t
  about: [fair]
  people: [{id: lind, role: chair}, {id: berg, role: chair}]
  questions: [Кто представлял Швецию?, Кто был от шведов?, Кто возглавлял шведскую делегацию?]
- id: finn
  says: Финскую сторону на ярмарке представлял Микко Аро.
  topic: t
  about: [fair]
  people: [{id: aro, role: chair}]
  questions: [Кто представлял Финляндию?, Кто был от финнов?, Кто возглавлял финскую делегацию?]
- id: trip
  says: В июле 2025 года Эва Линд ездила в Финляндию.
  topic: t
  about: [trip]
  people: [{id: lind, role: guest}]
  questions: [Куда ездила Линд?, Когда Линд была в Финляндии?, поездка Линд]
- id: talks
  says: В августе пчеловоды встретились в Орле.
  topic: t
  about: [talks]
  questions: [Где встретились пчеловоды?, Когда встретились пчеловоды?, встреча в Орле]
- id: hall
  says: Павильон ярмарки вмещает до 500 зрителей.
  topic: t
  about: [fair]
  questions: [Сколько зрителей вмещает павильон?, вместимость павильона]
- id: square
  says: На площадь у павильона выходило до двух тысяч человек.
  topic: t
  about: [fair]
  questions: [Сколько человек выходило на площадь?, Сколько людей было на площади?, люди на площади]
- id: stalls
  says: Число лавок за год выросло до 40 лавок.
  topic: t
  about: [fair]
  questions: [До скольких лавок выросла ярмарка?, Сколько лавок стало на ярмарке?, число лавок]
- id: two
  says: Стороны назвали себя двумя самыми крупными производителями мёда.
  topic: t
  about: [fair]
  questions: [Кем назвали себя стороны?, Кто крупнейшие производители мёда?, крупнейшие производители]
- id: next
  says: Стороны условились построить медовый завод.
  topic: t
  about: [fair]
  questions: [О чём условились стороны?, Что решили построить?, медовый завод]
""",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)
_SHIPPED = Engine(load_pack(Path(__file__).parents[2] / "knowledge" / "dialogue"))


def told(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def first_line(question: str) -> str:
    """The lead of the answer; empty where the statement says it all."""
    result = told(question)
    assert isinstance(result, Answer), question
    return leads.render(result.lead, NOW.date()) if result.lead is not None else ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько зрителей вмещает павильон?", "До 500 зрителей."),
        ("на сколько зрителей рассчитан павильон", "До 500 зрителей."),
        ("сколько человек выходило на площадь?", "До двух тысяч человек."),
        ("Сколько лавок стало на ярмарке?", "40 лавок."),
    ],
)
def test_at_most_so_many_is_said_as_such(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize("question", ["сколько судей не утонуло", "что будет с судьями если лодка утонула"])
def test_what_is_denied_or_only_supposed_befell_nobody(question: str) -> None:
    assert contrast_rules.harm_untold(context_of(question, 0.8)) is None


def test_what_befell_is_refused_where_it_is_asked() -> None:
    assert isinstance(contrast_rules.harm_untold(context_of("сколько судей утонуло", 0.8)), Refusal)


def test_no_half_of_a_name_is_told() -> None:
    result = told("Линд возглавляла делегацию Швеции?")
    assert "Линда и Улла" not in (
        leads.render(result.lead, NOW.date()) if isinstance(result, Answer) and result.lead else ""
    )


@pytest.mark.parametrize(
    "question",
    ["Линд возглавляла шведскую делегацию?", "Аро возглавлял делегацию?", "Финляндия согласна со Швецией?"],
)
def test_no_yes_to_what_only_an_example_says(question: str) -> None:
    result = told(question)
    assert not isinstance(result, Answer) or result.lead is None


@pytest.mark.parametrize("question", ["чем всё кончилось", "чем дело кончилось", "чем закончилась ярмарка"])
def test_how_all_ended_is_told_as_the_outcome(question: str) -> None:
    result = told(question)
    assert isinstance(result, Answer)
    assert result.rule == "digest"


def test_how_something_unknown_ended_is_refused() -> None:
    assert isinstance(told("чем закончился матч"), Refusal)


def test_a_preposition_is_no_choice() -> None:
    result = told("Встреча в Орле прошла до августа или в самом августе?")
    assert isinstance(result, Answer)
    assert result.lead is None


@pytest.mark.parametrize(
    ("question", "rule"), [("кто из трёх китаец", "people-set"), ("кто из трёх американец", "people-set")]
)
def test_those_who_are_only_counted_are_told_by_side(question: str, rule: str) -> None:
    assert _SHIPPED.reply(question, NEW, NOW).result.rule == rule


def test_head_of_a_land_is_no_chair_of_a_meeting() -> None:
    assert _SHIPPED.reply("кто самый главный в Китае", NEW, NOW).result.rule != "people-set"
