"""Whether a fact can fill the slot that a question asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.facts.model import Fact, FactBase, FactId, Terms
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.results import Slot
from knowledge.retrieval.query_terms import TermClass, weigh_terms
from knowledge.scoring.searcher import Searcher
from knowledge.scoring.slot_compatibility import names_kind, slot_features
from knowledge.understanding.question import parse_question
from tests.knowledge.sample_base import SOURCE

LEXICON = Lexicon(Terms())


def features(ask: str, says: str) -> dict[str, float]:
    """The slot features of a question and the only fact of a base, and `named`: whether `names_kind`."""
    fact = Fact(id=FactId("one"), says=says, topic="t", questions=("О чём это?",))
    searcher = Searcher(FactBase(source=replace(SOURCE, title="Пуск", about="О пуске."), facts=(fact,)))
    query = weigh_terms(parse_question(normalize(ask), searcher.lexicon, asking=True), searcher.index)
    parsed = searcher.index[0]
    return {**slot_features(query, parsed), "named": float(names_kind(query, parsed))}


@pytest.mark.parametrize(
    ("ask", "says", "lacks"),
    [
        ("С какого числа продают билеты?", "Билеты продают с 12 мая 2025 года.", False),
        ("С какого дня ходит трамвай?", "Трамвай начал ходить 6 сентября.", False),
        ("С какого года она директор?", "Директор уехала 6 сентября 2025 года.", True),
        ("С какого года она директор?", "Директор вернулась с выставки.", True),
    ],
)
def test_start_is_stated_after_a_preposition_or_with_a_verb_of_beginning(
    ask: str, says: str, lacks: bool
) -> None:
    assert bool(features(ask, says)["since"]) is lacks


@pytest.mark.parametrize(
    ("ask", "says", "named"),
    [
        ("Сколько дюймов экран?", "Экран у него 6,5 дюйма.", True),
        ("Сколько дюймов экран?", "Экран у него весит 20 граммов.", False),
        ("срок гарантии", "Гарантия на часы два года.", True),
        ("дата гарантии", "Гарантия на часы два года.", False),
    ],
)
def test_statement_names_a_count_or_a_duration(ask: str, says: str, named: bool) -> None:
    found = features(ask, says)
    assert bool(found["named"]) is named
    assert bool(found["slot_lacking"]) is not named


def test_half_an_hour_is_a_duration() -> None:
    assert not features("Сколько времени он держится под водой?", "Под водой он держится полчаса.")[
        "lacking_sure"
    ]
    assert features("Сколько времени он держится под водой?", "Под водой он держится твёрдо.")["lacking_sure"]


@pytest.mark.parametrize(
    ("ask", "number"),
    [
        ("Где собирают «Норд 2»?", False),
        ("Чем хорош «Норд 2 Про»?", False),
        ("Кто прибыл в Минск 2 мая?", True),
    ],
)
def test_number_in_a_name_is_not_a_number_term(ask: str, number: bool) -> None:
    fact = Fact(id=FactId("one"), says="Часы собирают в Минске.", topic="t", questions=())
    searcher = Searcher(FactBase(source=SOURCE, facts=(fact,)))
    words = weigh_terms(parse_question(normalize(ask), searcher.lexicon, asking=True), searcher.index).terms
    assert any(word.term_class is TermClass.NUMBER and word.term.word == "2" for word in words) is number


@pytest.mark.parametrize(
    ("ask", "slot"),
    [
        ("В каком музее открылась выставка?", Slot.STATEMENT),
        ("Какую организацию он представлял?", Slot.STATEMENT),
        ("На какие компании он жаловался?", Slot.STATEMENT),
        ("Какая компания построила мост?", Slot.PERSON),
        ("С каким министром он встречался?", Slot.PERSON),
        ("Какое наибольшее число людей он вмещает?", Slot.NUMBER),
        ("Какое сегодня число?", Slot.DATE),
        ("Какого числа открылась выставка?", Slot.DATE),
    ],
)
def test_which_asks_for_a_person_only_of_agents(ask: str, slot: Slot) -> None:
    assert parse_question(normalize(ask), LEXICON, asking=True).slot is slot


@pytest.mark.parametrize(
    ("one", "other", "matches"),
    [
        ("армянской", "Армении", True),
        ("томичи", "Томск", True),
        ("кемеровчане", "Кемерово", True),
        ("шведы", "Швейцария", False),
        ("Шанхай", "шанс", False),
    ],
)
def test_countries_and_towns_match_derived_words(one: str, other: str, matches: bool) -> None:
    (first,), (second,) = LEXICON.read(one), LEXICON.read(other)
    assert bool(dict(first.keys).keys() & dict(second.keys).keys()) is matches
