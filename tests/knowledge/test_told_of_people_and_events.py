"""Sides, homes and posts of people, and halves of a question, on an invented pack."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.decision.leads.group_subjects import group_subject
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, Polarity, Refusal, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: dykes
title: Совещание о дамбах
about: совещании о дамбах
publisher: Берег
published: "2022-04-07"
examples: [Когда совещание?]
""",
    "people.yaml": """
- {id: fokin, name: Пётр Фокин, post: министр рыболовства, side: Латвия}
- {id: ozols, name: Янис Озолс, post: губернатор Видземе, side: Латвия}
- {id: jaan, name: Яан Тамм, post: директор порта, side: Эстония}
""",
    "events.yaml": """
- id: first
  title: Первое совещание о дамбах
  when: "2022-04-06"
  where: Айнажи
  order: 1
  people: [{id: fokin, role: chair}, {id: jaan, role: chair}]
- {id: second, title: Второе совещание о дамбах, when: "2023-05", where: Пярну, follows: first, order: 2}
- {id: walk, title: Встреча губернаторов, when: "2022-03", where: Валга}
""",
    "facts.yaml": """
- id: day
  says: Совещание о дамбах состоялось 6 апреля 2022 года.
  topic: t
  about: [first]
  questions: [Когда было совещание?, Какого числа прошло совещание?, дата совещания]
- id: place
  says: Совещание о дамбах прошло в Айнажи.
  topic: t
  about: [first]
  questions: [Где прошло совещание?, В каком городе было совещание?, место совещания]
- id: chairs
  says: На совещании председательствовали двое, Пётр Фокин и Яан Тамм.
  topic: t
  about: [first]
  people: [{id: fokin, role: chair}, {id: jaan, role: chair}]
  questions: [Кто председательствовал?, Кто вёл совещание?, председатели совещания]
- id: fokin-post
  says: Пётр Фокин — министр рыболовства.
  topic: t
  people: [{id: fokin, role: member}]
  questions: [Кто такой Фокин?, Какой пост у Фокина?, должность Фокина]
- id: ozols-post
  says: Янис Озолс — губернатор Видземе.
  topic: t
  people: [{id: ozols, role: member}]
  questions: [Кто такой Озолс?, должность Озолса]
- id: jaan-post
  says: Яан Тамм — директор порта.
  topic: t
  people: [{id: jaan, role: member}]
  questions: [Кто такой Тамм?, должность Тамма]
- id: walked
  says: Губернаторы встретились в Валге в марте.
  topic: t
  about: [walk]
  questions: [Где встретились губернаторы?, Когда встретились губернаторы?]
- id: pumps
  says: Закупить насосы страны решили в марте 2022 года.
  topic: t
  when: "2022-03"
  questions: [Когда решили закупить насосы?, Что решили закупить?, решение о насосах]
- id: next
  says: Второе совещание проведут в Пярну в мае 2023 года.
  topic: t
  about: [second]
  questions: [Где пройдёт второе совещание?, Когда второе совещание?]
- id: report
  says: О совещании сообщил 7 апреля 2022 года «Берег».
  topic: t
  about: [first]
  when: "2022-04-07"
  questions: [Кто сообщил о совещании?, Когда сообщили о совещании?]
""",
    "terms.yaml": "topics: {t: Совещание}\n",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def lead(text: str) -> str:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert result.lead is not None
    return leads.render(result.lead)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Фокин чью сторону представлял?", "Латвия."),
        ("какую страну представлял Тамм", "Эстония."),
        ("от какой стороны был Фокин", "Латвия."),
    ],
)
def test_the_side_of_a_person_is_told(text: str, line: str) -> None:
    assert lead(text) == line


@pytest.mark.parametrize("text", ["Где живёт Фокин?", "где жил Тамм", "где прописан Озолс"])
def test_no_home_is_told_where_none_is_held(text: str) -> None:
    assert isinstance(ask(text), Refusal)


def test_a_post_that_the_base_does_not_hold_is_not_denied() -> None:
    result = ask("Фокин — капитан порта?")
    assert not (isinstance(result, Answer) and isinstance(result.lead, YesNoLead)) or (
        result.lead.polarity is not Polarity.YES
    )
    assert (
        lead("Фокин — генеральный прокурор?")
        == "Названа должность: министр рыболовства; о других не сказано."
    )
    assert lead("Фокин — министр обороны?").startswith("Нет")


def test_both_halves_are_told_of_one_event() -> None:
    assert lead("где и кто председательствовал") == "Айнажи. Пётр Фокин и Яан Тамм."


def test_what_was_only_decided_is_denied_for_no_day() -> None:
    assert lead("Насосы закуплены в апреле?").startswith("Пока сказано только о решении")


def test_all_people_named_are_counted() -> None:
    assert lead("сколько людей названо").startswith("Трое")


def test_only_what_is_to_come_is_counted_as_planned() -> None:
    assert lead("сколько совещаний запланировано").startswith("1 ")
    assert lead("сколько совещаний ещё будет").startswith("1 ")


@pytest.mark.parametrize(
    "text", ["назови всех", "кто упоминается", "список действующих лиц", "назови все фамилии"]
)
def test_everybody_named_is_listed(text: str) -> None:
    assert all(name in lead(text) for name in ("Пётр Фокин", "Янис Озолс", "Яан Тамм"))


@pytest.mark.parametrize("text", ["список дат", "перечисли все даты", "какие даты названы"])
def test_all_dates_are_listed(text: str) -> None:
    assert all(day in lead(text) for day in ("6 апреля 2022", "март 2022", "май 2023"))


def test_the_events_of_a_month_are_told() -> None:
    assert "Первое совещание" in lead("что было в апреле 2022")
    assert isinstance(ask("что построили в апреле 2022"), Refusal)


def test_a_place_is_that_of_the_event_with_the_number() -> None:
    assert lead("в каком городе второе совещание").startswith("Пярну")


def test_a_doubted_place_is_held_against_what_was_told_last() -> None:
    told = ENGINE.reply("Где прошло первое совещание?", NEW, NOW)
    result = ENGINE.reply("А разве не в Пярну?", told.conversation, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.NO


@pytest.mark.parametrize(
    ("says", "group"),
    [
        ("Губернаторы двух стран встретились в Валге.", "Губернаторы двух стран"),
        ("Незадолго до письма министра послы Латвии и Эстонии дали указания.", "послы Латвии и Эстонии"),
        ("Встречу с губернаторами провёл Пётр Фокин.", None),
    ],
)
def test_a_group_that_did_something_is_found(says: str, group: str | None) -> None:
    assert group_subject(says, Lexicon(BASE.terms).read(says)) == group


@pytest.mark.parametrize(
    ("text", "polarity"),
    [("«Берег» сообщил 6 апреля?", Polarity.NO), ("«Берег» сообщил 7 апреля?", Polarity.YES)],
)
def test_a_report_is_dated_by_its_own_day(text: str, polarity: Polarity) -> None:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


def test_the_day_of_a_report_is_not_that_of_the_event() -> None:
    result = ask("Совещание было 7 апреля?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.NO
