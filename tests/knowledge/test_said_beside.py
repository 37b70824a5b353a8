"""Tails, parentheses and requests beside a question, and a day alone asked of a base about one event."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Answer, Polarity, Result, SmallTalk, ValueLead, Wish, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bells
title: Состязание звонарей
about: состязании звонарей
publisher: Листок
published: "2015-08-20"
examples: [Когда состязание?]
""",
    "people.yaml": """
- {id: orlov, name: Пётр Орлов, post: звонарь}
- {id: vetrov, name: Лев Ветров, post: звонарь}
""",
    "events.yaml": """
- {id: first, title: Первое состязание звонарей, when: "2015-08-19", where: Каргополь, order: 1}
- {id: second, title: Второе состязание звонарей, when: "2016-07", where: Тотьма, order: 2}
""",
    "facts.yaml": """
- id: day
  says: Состязание звонарей прошло 19 августа 2015 года в Каргополе.
  topic: t
  about: [first]
  questions: [Когда было состязание?, Какого числа прошло состязание?, дата состязания]
- id: judges
  says: Судьями состязания были Пётр Орлов и Лев Ветров.
  topic: t
  about: [first]
  people: [{id: orlov, role: member}, {id: vetrov, role: member}]
  questions: [Кто судил состязание?, Кто были судьями?, судьи состязания]
- id: gifts
  says: Звонарям подарили самовары и валенки.
  topic: t
  paragraph: 4
  questions: [Что подарили звонарям?, Какие подарки дали звонарям?, подарки звонарям]
- id: second
  says: Второе состязание назначено на июль 2016 года в Тотьме.
  topic: t
  about: [second]
  questions: [Когда второе состязание?, Где второе состязание?, дата второго состязания]
- id: told
  says: О состязании написал 20 августа 2015 года «Листок».
  topic: t
  about: [first]
  questions: [Кто написал о состязании?, Кто сообщил о состязании?, какая газета писала]
""",
    "terms.yaml": "topics: {t: Состязание}\nsynonyms: []\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def first_fact(text: str) -> str:
    result = ask(text)
    return str(result.shown[0].fact.id) if isinstance(result, Answer) and result.shown else ""


@pytest.mark.parametrize(
    "text",
    [
        "кто судил состязание а то тёща сердится",
        "кто судил состязание, а то я в дороге и состязание скоро",
        "Не могли бы вы подсказать, потому что мне срочно для эфира, кто судил состязание",
        "Кто, напомните зрителям, судил состязание?",
        "кек кто судил состязание",
        "так смотри кто судил состязание",
        "кто судил состязание, только без мудрёных слов",
        "напиши по именам всех судей",
        "выпиши судей состязания",
    ],
)
def test_what_stands_beside_a_question_changes_no_answer(text: str) -> None:
    assert first_fact(text) == "judges"


def test_what_would_happen_stays_where_the_base_speaks_of_it() -> None:
    assert "судьи" in ENGINE._searcher.prepare("когда состязание а то судьи уедут").text


@pytest.mark.parametrize(
    "text", ["перескажи статью а то завуч спросит", "нужен реферат этой заметки, строк на шесть"]
)
def test_a_summary_is_asked_for_in_so_many_lines(text: str) -> None:
    result = ask(text)
    assert isinstance(result, Answer)
    assert result.rule == "digest"


@pytest.mark.parametrize("text", ["напиши оду о состязании", "напиши судьям жалобу"])
def test_what_the_base_does_not_hold_is_another_task(text: str) -> None:
    result = ask(text)
    assert isinstance(result, Answer)
    assert result.wish is Wish.ACT


@pytest.mark.parametrize("text", ["здарова, железяка", "приветос чувак"])
def test_a_rude_address_is_a_greeting(text: str) -> None:
    result = ask(text)
    assert isinstance(result, Answer)
    assert result.small_talk is SmallTalk.GREETING


@pytest.mark.parametrize(
    "text", ["откуда ты всё это знаешь", "а кто про это написал", "С чьей ленты мы это читаем?"]
)
def test_who_told_is_answered_by_the_fact_that_says_so(text: str) -> None:
    assert first_fact(text) == "told"


def test_the_source_itself_is_a_wish() -> None:
    result = ask("дай ссылку на источник")
    assert isinstance(result, Answer)
    assert result.wish is Wish.SOURCE


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Моя тётя уверена, что состязание было в июле. Это так?", Polarity.NO),
        ("ради спора: состязание было в августе?", Polarity.YES),
        ("это было в среду?", Polarity.YES),
        ("в понедельник что ли это было", Polarity.NO),
        ("это в пятнадцатом году случилось?", Polarity.YES),
        ("в каком году это было, в 2014?", Polarity.NO),
        ("это было в июле?", Polarity.NO),
    ],
)
def test_a_day_is_held_against_the_main_event(text: str, polarity: Polarity) -> None:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


def test_what_is_ahead_is_not_held_against_the_past_event() -> None:
    assert first_fact("это будет в июле?") == "second"


@pytest.mark.parametrize("text", ["в пятнадцатом году", "это в двадцать третьем году было"])
def test_a_short_year_in_words_is_a_date(text: str) -> None:
    value = next(one for one in read_values(text) if one.kind is ValueKind.DATE)
    assert value.dates[0].year in (2015, 2023)


@pytest.mark.parametrize("text", ["пятнадцатый год подряд", "на пятнадцатом году жизни"])
def test_years_counted_are_no_date(text: str) -> None:
    assert not any(one.kind is ValueKind.DATE for one in read_values(text))


def test_what_the_nearest_fact_lacks_is_no_exception_to_it() -> None:
    assert first_fact("какие подарки дали звонарям кроме денег") == "gifts"


def test_the_only_one_told_is_no_answer_to_who_else() -> None:
    assert first_fact("что подарили звонарям кроме самоваров") != "gifts"


@pytest.mark.parametrize("text", ["в каком абзаце", "где именно в статье это сказано"])
def test_where_the_source_says_it(text: str) -> None:
    before = ENGINE.reply("Что подарили звонарям?", NEW, NOW)
    result = ENGINE.reply(text, before.conversation, NOW).result
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == "gifts"
    assert isinstance(result.lead, ValueLead)
    assert result.lead.held == "абзац 4"
