"""The parts and modifiers of a statement, and the features of a fact about something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId, Participation, Person, PersonId, Terms
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.parsed_facts.statement import split_statement
from knowledge.results import Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import weigh_terms
from knowledge.scoring.contrast import contrast_features
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.modifiers import find_modifiers
from knowledge.understanding.question import parse_question
from tests.knowledge.sample_base import SOURCE

LEXICON = Lexicon(Terms())
DEPUTY = Person(id=PersonId("deputy"), name="Анна Белова", post="заместитель министра экономики")


def fact(says: str, *questions: str, people: tuple[Participation, ...] = (), when: str | None = None) -> Fact:
    date = EdtfDate.parse(when) if when else None
    return Fact(id=FactId("one"), says=says, topic="t", questions=questions, people=people, when=date)


def nonzero_features(ask: str, about: Fact) -> dict[str, float]:
    """The contrast features of a question and the only fact of a base that are not 0."""
    base = FactBase(source=replace(SOURCE, title="Пуск", about="О пуске."), people=(DEPUTY,), facts=(about,))
    searcher = Searcher(base)
    query = weigh_terms(parse_question(normalize(ask), searcher.lexicon, asking=True), searcher.index)
    parsed = searcher.index[0]
    found = contrast_features(query, parsed, match_terms(query, parsed.keys))
    return {name: value for name, value in found.items() if value}


def test_words_without_a_predicate_belong_to_the_part_before() -> None:
    text = normalize(
        "Пуск собирались начать в декабре, но срок сдвинули из-за замены датчика, старого и хрупкого."
    )
    found = split_statement(text, LEXICON.read(text))
    assert [part.is_reason for part in found] == [False, False, True]
    assert "декабрь" in found[0].keys
    assert {"датчик", "хрупкий"} <= found[2].keys


def test_part_fills_a_slot_unless_the_question_has_the_word() -> None:
    text = normalize("Комиссия отменила 12 пусков 14 мая 2025 года в порту.")
    (part,) = split_statement(text, LEXICON.read(text))
    assert all(part.fills(slot, frozenset()) for slot in (Slot.PERSON, Slot.NUMBER, Slot.DATE, Slot.PLACE))
    assert not part.fills(Slot.PERSON, frozenset({"комиссия"}))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Тепловая камера", {("камера", "тепловой")}),
        ("Министр юстиции ушёл", {("министр", "юстиция")}),
        ("Секция «Городская среда»", {("секция", "городской"), ("секция", "среда"), ("среда", "городской")}),
        ("Камера, тепловая", set()),
    ],
)
def test_modifiers_of_nouns(text: str, pairs: set[tuple[str, str]]) -> None:
    terms = LEXICON.read(normalize(text))
    assert {
        (terms[b.noun].lemma, terms[b.modifier].lemma) for b in find_modifiers(normalize(text), terms)
    } == pairs


MOVED = fact(
    "Сначала спутник собирались запустить в декабре 2019 года, но срок сдвинули из-за замены датчика.",
    "Когда сначала собирались запустить спутник?",
    when="2019-12",
)
CAMERA = fact("Тепловую камеру собрал институт.", "Кто собрал тепловую камеру?")


@pytest.mark.parametrize(
    ("ask", "about", "feature"),
    [
        ("Какого числа заменили датчик?", MOVED, "filler_far"),
        ("Почему сломался датчик?", MOVED, "reason_reversed"),
        ("Сколько стоит датчик?", fact("Датчик заменили.", "Что заменили?"), "filler_lacking"),
        ("Кто собрал оптическую камеру?", CAMERA, "modifier_clash"),
        ("Кто собрал старую камеру?", fact("Новую камеру собрал институт."), "opposite"),
        ("Когда закончилась фаза?", fact("Фаза началась в мае 2019 года."), "opposite"),
        ("Кто соберёт камеру?", CAMERA, "tense_clash"),
        ("Кто ещё собрал камеру?", CAMERA, "asks_more"),
        ("Какие страны пришли?", fact("На встречу пришли девять стран."), "bare_head"),
        ("Что институт сказал о деньгах?", CAMERA, "about_lost"),
        ("Как называется институт?", CAMERA, "nameless"),
        (
            "Кто министр экономики?",
            fact("Говорила Анна Белова.", people=(Participation(person=DEPUTY.id, role="speaker"),)),
            "post_clash",
        ),
    ],
)
def test_fact_about_something_else_has_the_feature(ask: str, about: Fact, feature: str) -> None:
    assert feature in nonzero_features(ask, about)


@pytest.mark.parametrize(
    ("ask", "about"),
    [
        ("Когда собирались запустить спутник?", MOVED),
        ("Почему сдвинули срок?", MOVED),
        ("Кто собрал тепловую камеру?", CAMERA),
        ("Какие страны пришли?", fact("На встречу пришли две страны, Китай и США.", "Какие страны пришли?")),
        ("Когда не состоялся пуск?", fact("Пуск отменили в мае 2019 года.")),
        ("Сколько ещё датчиков?", fact("Заменили пять датчиков.")),
    ],
)
def test_fact_about_just_that_has_no_contrast(ask: str, about: Fact) -> None:
    assert nonzero_features(ask, about) == {}


def test_a_pair_of_opposites_that_the_question_itself_names_is_no_contrast() -> None:
    about = fact("Подъём начался утром и занял шесть часов.")
    assert "opposite" in nonzero_features("Когда подъём закончился?", about)
    assert "opposite" not in nonzero_features("Сколько прошло, когда подъём начался и закончился?", about)
