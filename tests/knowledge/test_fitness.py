"""Whether a fact holds the kind of thing that a question asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.facts.model import Fact, FactBase, FactId, Terms
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.results import Slot
from knowledge.retrieval.query_terms import TermClass, weigh_terms
from knowledge.scoring.searcher import Searcher
from knowledge.scoring.slot_compatibility import names_kind, slots
from knowledge.understanding.question import understand
from tests.knowledge.bases import SOURCE

LEXICON = Lexicon(Terms())


def signs(ask: str, says: str) -> dict[str, float]:
    """How a question meets the only fact of a base, by sign; `named` if it names the kind of thing."""
    fact = Fact(id=FactId("one"), says=says, topic="t", questions=("О чём это?",))
    searcher = Searcher(FactBase(source=replace(SOURCE, title="Пуск", about="О пуске."), facts=(fact,)))
    query = weigh_terms(understand(normalize(ask), searcher.lexicon, asking=True), searcher.index)
    evidence = searcher.index[0]
    return {**slots(query, evidence), "named": float(names_kind(query, evidence))}


@pytest.mark.parametrize(
    ("ask", "says", "lacks"),
    [
        ("С какого числа продают билеты?", "Билеты продают с 12 мая 2025 года.", False),
        ("С какого дня ходит трамвай?", "Трамвай начал ходить 6 сентября.", False),
        ("С какого года она директор?", "Директор уехала 6 сентября 2025 года.", True),
        ("С какого года она директор?", "Директор вернулась с выставки.", True),
    ],
)
def test_since_when_is_told_after_a_preposition_or_of_a_beginning(ask: str, says: str, lacks: bool) -> None:
    assert bool(signs(ask, says)["since"]) is lacks


@pytest.mark.parametrize(
    ("ask", "says", "named"),
    [
        ("Сколько дюймов экран?", "Экран у него 6,5 дюйма.", True),
        ("Сколько дюймов экран?", "Экран у него весит 20 граммов.", False),
        ("срок гарантии", "Гарантия на часы два года.", True),
        ("дата гарантии", "Гарантия на часы два года.", False),
    ],
)
def test_what_is_counted_and_how_long_are_named_by_the_statement(ask: str, says: str, named: bool) -> None:
    found = signs(ask, says)
    assert bool(found["named"]) is named
    assert bool(found["slot_lacking"]) is not named


def test_half_an_hour_tells_how_long() -> None:
    assert not signs("Сколько времени он держится под водой?", "Под водой он держится полчаса.")[
        "lacking_sure"
    ]
    assert signs("Сколько времени он держится под водой?", "Под водой он держится твёрдо.")["lacking_sure"]


@pytest.mark.parametrize(
    ("ask", "number"),
    [
        ("Где собирают «Норд 2»?", False),
        ("Чем хорош «Норд 2 Про»?", False),
        ("Кто прибыл в Минск 2 мая?", True),
    ],
)
def test_a_number_in_a_name_is_no_number_asked_about(ask: str, number: bool) -> None:
    fact = Fact(id=FactId("one"), says="Часы собирают в Минске.", topic="t", questions=())
    searcher = Searcher(FactBase(source=SOURCE, facts=(fact,)))
    words = weigh_terms(understand(normalize(ask), searcher.lexicon, asking=True), searcher.index).terms
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
def test_which_asks_who_only_of_those_who_act(ask: str, slot: Slot) -> None:
    assert understand(normalize(ask), LEXICON, asking=True).slot is slot


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("армянской", "Армении", True),
        ("томичи", "Томск", True),
        ("кемеровчане", "Кемерово", True),
        ("шведы", "Швейцария", False),
        ("Шанхай", "шанс", False),
    ],
)
def test_lands_and_towns_meet_what_is_made_of_them(one: str, other: str, meet: bool) -> None:
    (first,), (second,) = LEXICON.read(one), LEXICON.read(other)
    assert bool(dict(first.keys).keys() & dict(second.keys).keys()) is meet
