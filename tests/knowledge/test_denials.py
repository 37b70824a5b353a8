"""What a text denies, and questions of what is not so."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Terms
from knowledge.facts.pack import load_files
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, ExtremeLead, Lead, Polarity, Reason, Refusal, ValueLead, YesNoLead
from knowledge.understanding.denials import denied_places, differ_in_denial
from tests.knowledge.sample_base import NOW

LEXICON = Lexicon(Terms())
_FILES = {
    "source.yaml": """
id: regatta
title: Регата на озере
about: регате на озере
publisher: Вестник
published: "2026-07-05"
examples: [Когда регата?]
""",
    "people.yaml": "- {id: gromov, name: Пётр Громов, post: судья}\n",
    "events.yaml": """
- {id: regatta, title: Регата, when: "2026-07-03/2026-07-06"}
- {id: night, title: Ночная гонка, when: "2026-07-04", cancelled: true}
""",
    "facts.yaml": """
- id: judge
  says: Гонки судил Пётр Громов.
  topic: race
  people: [{id: gromov, role: member}]
  questions: [Кто судил гонки?, Кто был судьёй?, Как зовут судью?]
- id: days
  says: Регата шла четыре дня, с 3 по 6 июля.
  topic: race
  about: [regatta]
  questions: [Когда была регата?, Сколько дней шла регата?, В какие дни шла регата?]
- id: speed
  says: У берега яхты шли не быстрее шести узлов.
  topic: race
  questions: [С какой скоростью шли у берега?, Какая скорость у берега?, Быстро ли шли яхты у берега?]
- id: shop
  says: Магазин у причала по понедельникам не работает, без пропуска туда не пускают.
  topic: shore
  questions: [Когда закрыт магазин?, Кого пускают в магазин?, Что с магазином?]
- id: night
  says: Ночную гонку 4 июля отменили из-за тумана.
  topic: race
  about: [night]
  questions: [Почему не было ночной гонки?, Что с ночной гонкой?, Состоялась ли ночная гонка?]
- id: rescued
  says: На борту парома было 58 человек, спаслись 39.
  topic: shore
  questions: [Сколько человек было на борту?, Сколько человек спаслось?]
- id: letters
  says: Из сундука достали письма, 12 писем пока не прочитаны.
  topic: shore
  questions: [Что достали из сундука?, Сколько писем не прочитано?]
- id: flights
  says: Из-за пепла отменили шесть рейсов и задержали одиннадцать.
  topic: shore
  questions: [Что с рейсами?, Сколько рейсов отменили?, Сколько рейсов задержали?]
- id: boats
  says: Инспекторы не пустили 14 лодок, у девяти нет номера.
  topic: shore
  questions: [Сколько лодок не пустили?, Какие лодки не пустили?]
""",
    "terms.yaml": "synonyms: []\ntopics: {race: Гонки, shore: Берег}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> object:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("кто не приехал", ["приехал"]),
        ("кто не смог приехать", ["смог", "приехать"]),
        ("продавать дом не будет", ["будет", "продавать"]),
        ("где нельзя купаться", ["купаться"]),
        ("вход без билета", ["билета"]),
        ("что не нашли", ["нашли"]),
        ("не нашли, где это", []),
        ("не позднее мая", []),
        ("не больше двух", []),
        ("не только дети", []),
        ("придёт или нет", []),
        ("не в мае ли это было", []),
        ("не знаете, где", []),
    ],
)
def test_the_words_denied(text: str, denied: list[str]) -> None:
    terms = LEXICON.read(text, asking=True)
    assert [terms[at].word for at in denied_places(terms)] == denied


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("ставку не меняли", "ставку не меняли", False),
        ("ставку не меняли", "ставку меняли", True),
        ("ставку меняли", "ставку не меняли", True),
        ("купила дом", "купила дом и о споре не знала", False),
    ],
)
def test_texts_differ_where_one_denies_what_the_other_states(one: str, other: str, differ: bool) -> None:
    assert differ_in_denial(LEXICON.read(one), LEXICON.read(other)) is differ


@pytest.mark.parametrize("question", ["Кто не судил гонки?", "Когда не шла регата?"])
def test_what_is_so_does_not_answer_what_is_not(question: str) -> None:
    result = reply(question)
    assert isinstance(result, Refusal)
    assert result.reason is Reason.NEGATED


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Когда магазин не работает?", "shop"),
        ("Не подскажете, кто судил гонки?", "judge"),
        ("Почему ночной гонки не было?", "night"),
        ("Регата была не в июне, а когда?", "days"),
    ],
)
def test_a_fact_that_denies_the_same_answers(question: str, fact: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer), result
    assert result.shown[0].fact.id == fact


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Яхты у берега шли не быстрее шести узлов?", Polarity.YES),
        ("Яхты у берега шли не быстрее девяти узлов?", Polarity.NO),
        ("Ночную гонку 4 июля отменили, да?", Polarity.YES),
        ("Регата шла с 3 по 6 июля?", Polarity.YES),
        ("Регата шла с 3 по 20 июля?", Polarity.NO),
        ("Регата была 5 июля?", Polarity.YES),
    ],
)
def test_a_proposition_with_a_denial_or_a_span(question: str, polarity: Polarity) -> None:
    result = reply(question)
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead), result
    assert result.lead.polarity is polarity


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Сколько человек не спаслось?", ExtremeLead(text="19", computed=True)),
        ("Сколько рейсов не полетело из-за пепла?", ValueLead(held="Шесть рейсов")),
        ("Сколько писем ещё не прочитано?", ValueLead(held="12 писем")),
        ("Сколько лодок не прошло проверку инспекторов?", ValueLead(held="14 лодок")),
    ],
)
def test_how_many_are_not_so(question: str, lead: Lead) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert result.lead == lead


def test_an_amount_of_what_is_not_so_is_none_of_what_is() -> None:
    result = ENGINE.reply("Сколько писем уже прочитано?", NEW, NOW).result
    assert isinstance(result, Refusal)
    assert result.reason is Reason.NEGATED
