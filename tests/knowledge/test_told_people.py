"""Sets of people across the turns of a talk: «из них», «остальные», «оба», «третий», on an invented pack."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW, from_json, to_json
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, Result, ValueLead, YesNoLead
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
- {id: roze, name: Анна Розе, post: министр финансов, side: Латвия}
- {id: jaan, name: Яан Тамм, post: директор порта, side: Эстония}
- {id: kask, name: Мати Каск, post: президент союза, side: Эстония}
""",
    "events.yaml": """
- id: first
  title: Первое совещание о дамбах
  when: "2022-04-06"
  where: Айнажи
  people: [{id: fokin, role: chair}, {id: roze, role: chair}, {id: jaan, role: chair}]
""",
    "facts.yaml": """
- id: place
  says: Совещание о дамбах прошло в Айнажи.
  topic: t
  about: [first]
  questions: [Где прошло совещание?, В каком городе было совещание?, место совещания]
- id: chairs
  says: На совещании председательствовали трое, Пётр Фокин, Анна Розе и Яан Тамм.
  topic: t
  about: [first]
  people: [{id: fokin, role: chair}, {id: roze, role: chair}, {id: jaan, role: chair}]
  questions: [Кто председательствовал?, Кто вёл совещание?, председатели совещания]
- id: latvians
  says: Латвию на совещании представляли председатели Пётр Фокин и Анна Розе.
  topic: t
  about: [first]
  people: [{id: fokin, role: chair}, {id: roze, role: chair}]
  questions: [Кто председательствовал от Латвии?, Кто представлял Латвию?, латвийские председатели]
- id: speech
  says: Яан Тамм выступил с докладом о шлюзах.
  topic: t
  about: [first]
  people: [{id: jaan, role: speaker}]
  questions: [Кто выступил на совещании?, О чём доклад Тамма?, Кто выступал с докладом?]
- id: fokin-post
  says: Пётр Фокин — министр рыболовства.
  topic: t
  people: [{id: fokin, role: member}]
  questions: [Кто такой Фокин?, Какой пост у Фокина?, должность Фокина]
- id: roze-post
  says: Анна Розе — министр финансов.
  topic: t
  people: [{id: roze, role: member}]
  questions: [Кто такая Розе?, Какой пост у Розе?, должность Розе]
- id: jaan-post
  says: Яан Тамм — директор порта.
  topic: t
  people: [{id: jaan, role: member}]
  questions: [Кто такой Тамм?, Какой пост у Тамма?, должность Тамма]
- id: kask-post
  says: Мати Каск — президент союза.
  topic: t
  people: [{id: kask, role: member}]
  questions: [Кто такой Каск?, Какой пост у Каска?, должность Каска]
- id: race
  says: Гонку лодок выиграли Мати Каск и Яан Тамм.
  topic: t
  people: [{id: kask, role: winner}, {id: jaan, role: winner}]
  questions: [Кто выиграл гонку?, Кто победил в гонке лодок?, победители гонки]
""",
    "terms.yaml": """
topics: {t: Совещание}
synonyms:
  - [Эстония, эстонский, эстонцы, эстонец]
  - [Латвия, Латвийская Республика, латвийский, латвийцы, латвиец]
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))
ALL, CHAIRS, LATVIANS = "Назови всех людей", "Кто председательствовал?", "Кто председательствовал от Латвии?"


def _reply(*turns: str) -> Result:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = from_json(to_json(turn.conversation))
    return turn.result


def _lead(*turns: str) -> str:
    result = _reply(*turns)
    assert isinstance(result, Answer), result
    return leads.render(result.lead) if result.lead is not None else result.shown[0].fact.says


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        ((ALL, "кто из них эстонцы"), "Яан Тамм и Мати Каск."),
        ((ALL, "кто из них эстонцы", "а остальные?"),
         "• Пётр Фокин: министр рыболовства\n• Анна Розе: министр финансов"),
        ((LATVIANS, "а остальные?"), "Яан Тамм: директор порта, Эстония."),
        ((CHAIRS, "Кто из них представлял Латвийскую Республику?"), "Пётр Фокин и Анна Розе."),
        ((CHAIRS, "кто из них не от Латвии"), "Яан Тамм."),
        (("Кто такой Тамм?", "кто ещё от Эстонии?"), "Мати Каск."),
    ],
)  # fmt: skip
def test_those_of_a_set_are_told(turns: tuple[str, ...], lead: str) -> None:
    assert _lead(*turns) == lead


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        ((CHAIRS, "а остальные?"), "Названы Пётр Фокин, Анна Розе и Яан Тамм"),
        ((CHAIRS, "И Каск среди них?"), "Названы Пётр Фокин, Анна Розе и Яан Тамм"),
        (("Кто выступил на совещании?", "кроме него?"), "Названо одно имя: Яан Тамм"),
        ((LATVIANS, "а остальные выступали?", ), "Да"),
        ((CHAIRS, "кто из них представлял Латвию?", "а остальные выступили?"), "Да"),
        ((ALL, "кто из них эстонцы", "а остальные выступили?"), "Названо одно имя: Яан Тамм"),
    ],
)  # fmt: skip
def test_of_others_only_what_is_told(turns: tuple[str, ...], named: str) -> None:
    assert _lead(*turns).split(";")[0].rstrip(".") == named


def test_whoever_is_among_them_is_affirmed() -> None:
    assert _lead(CHAIRS, "А Розе среди них?") == "Да."


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        ((LATVIANS, "Кто третий?"), "Яан Тамм"),
        (("Кто такой Фокин?", "а Розе?", "Где прошло совещание?", "Кто третий?"), "Яан Тамм"),
        ((LATVIANS, "а второй кто?"), "Анна Розе"),
        (("Кто такой Тамм?", "а второй эстонец?"), "Мати Каск"),
        ((CHAIRS, "а она кто такая, вторая-то, Розе эта"), "Анна Розе"),
    ],
)
def test_one_is_chosen_by_an_ordinal(turns: tuple[str, ...], says: str) -> None:
    assert _lead(*turns).startswith(says)


@pytest.mark.parametrize(
    "turns",
    [
        ("Кто выиграл гонку?", "а второй кто?"),
        (CHAIRS, "а четвёртый кто?"),
        ("Кто такой Тамм?", "а третий эстонец?"),
        ("Кто такой Тамм?", "Кто третий?"),
    ],
)
def test_a_place_that_nobody_told_of_has_is_not_given(turns: tuple[str, ...]) -> None:
    result = _reply(*turns)
    assert not isinstance(result, Answer) or result.rule != "last-told"


def test_who_did_it_is_not_widened_by_the_side() -> None:
    assert "Каск" not in _lead("Кто выступил на совещании?", "кто ещё от Эстонии?")


def test_the_posts_of_all_whom_he_may_mean_are_told() -> None:
    assert _lead(CHAIRS, "Какую должность он занимает?").count("•") > 1
    assert _lead(CHAIRS, "Занимает ли он должность министра?").count("•") > 1
    assert _lead(LATVIANS, "Какую должность она занимает?") == "Анна Розе — министр финансов."


def test_both_are_the_last_two_told_of() -> None:
    result = _reply("Кто такой Тамм?", "а Фокин?", "а Розе?", "они оба министры?")
    assert not (isinstance(result, Answer) and isinstance(result.lead, ValueLead))
    told = _reply(LATVIANS, "оба?")
    assert isinstance(told, Answer)
    assert isinstance(told.lead, YesNoLead)
    assert told.lead.polarity is Polarity.YES


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Кто был в Айнажи от Эстонии?", "Яан Тамм."),
        ("кто всем этим рулил", "Пётр Фокин, Анна Розе и Яан Тамм."),
        ("Назови людей с эстонской стороны", "• Яан Тамм: директор порта\n• Мати Каск: президент союза"),
        ("Кто из эстонцев назван?", "• Яан Тамм: директор порта\n• Мати Каск: президент союза"),
    ],
)
def test_those_of_a_side_are_told_by_themselves(text: str, lead: str) -> None:
    assert _lead(text) == lead


@pytest.mark.parametrize("text", ["Кто был в Пярну от Эстонии?", "кто рулил ледоколом"])
def test_nobody_is_named_for_what_is_not_told(text: str) -> None:
    assert not isinstance(_reply(text), Answer)


def test_a_refusal_quotes_only_what_was_typed() -> None:
    result = _reply("Кто такой Каск?", "а в Айнажи?")
    assert not isinstance(result, Refusal) or not any("Каск" in one for one in result.apart)
