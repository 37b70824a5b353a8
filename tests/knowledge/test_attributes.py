"""Attributes (price, age, reason, …) that a question asks for or a statement gives."""

from __future__ import annotations

import pytest

from knowledge.facts.model import Terms
from knowledge.language.attributes import asked_attributes, stated_attributes
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.understanding.question import parse_question

LEXICON = Lexicon(Terms())


def asked(text: str) -> set[str]:
    question = parse_question(normalize(text), LEXICON, asking=True)
    return {one for ids in asked_attributes(question.terms, question.counted_place).values() for one in ids}


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Сколько лет Лоретте Линч?", {"age-of-person"}),
        ("Сколько ему лет?", {"age-of-person"}),
        ("Какой у него возраст?", {"age"}),
        ("Сколько лет строили мост?", {"age", "duration"}),
        ("Сколько времени шёл диалог?", {"duration"}),
        ("Какого цвета мост?", {"color"}),
        ("Где он родился?", {"birth"}),
        ("Почему ушёл министр?", {"reason"}),
        ("Какая заработная плата?", {"salary"}),
        # «стоит» that is no price
        ("На скольких опорах стоит мост?", set()),
        ("Когда второй диалог?", set()),
        ("Кто вёл диалог?", set()),
    ],
)
def test_attributes_asked_for(text: str, attributes: set[str]) -> None:
    assert asked(text) == attributes


def test_stoit_after_skolko_asks_for_a_price() -> None:
    assert {"price", "cost"} <= asked("Сколько стоит билет?")


@pytest.mark.parametrize(
    ("text", "stated", "missing"),
    [
        ("Билет стоит 100 рублей.", "price", "duration"),
        ("Мост строили 3 года.", "duration", "price"),
        ("Ушёл, потому что устал.", "reason", "purpose"),
        ("Дорогу открыли 1 мая 2016 года.", "opening-hours", "duration"),
        ("Красный мост.", "color", "length"),
    ],
)
def test_attributes_stated(text: str, stated: str, missing: str) -> None:
    found = stated_attributes(LEXICON.read(text))
    assert missing not in found
    assert (stated in found) is (stated != "opening-hours")
