"""No question is drafted or suggested whose word forms do not agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import knowledge
from knowledge.drafting.advice.suggestions import suggest_examples
from knowledge.drafting.grammar.agreement import forms_agree
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.facts.pack import load_pack
from tests.drafting.test_pack import TODAY

DELEGATES = "На встрече 5 мая 2025 года Анна Лось и Пётр Белов представляли городской совет Ольховки."
SHIPPED = Path(knowledge.__file__).parent / "dialogue"


@pytest.mark.parametrize(
    "question",
    [
        "Что представляли Анна Лось?",
        "Что открывали губернатор Елена Ветрова?",
        "Когда открыли новый библиотеку?",
        "Кто купил старинная карту?",
        "Сколько стоят 5 билет?",
    ],
)
def test_forms_that_do_not_agree(question: str) -> None:
    assert not forms_agree(question)


@pytest.mark.parametrize(
    "question",
    [
        "Что представляла Анна Лось?",
        "Что сказала директор парка Нина Лось?",
        "Что представляли Анна Лось и Пётр Белов?",
        "Что обсуждали на встрече?",
        "Кто была министр юстиции?",
        "Где два крупных города?",
        "Сколько стоят 5 билетов?",
        "Что было в 2016 году?",
        "Синьхуа ли сообщило о встрече?",
        "Когда открыли новую библиотеку?",
        "Довольны ли жители новой линией трамвая?",
    ],
)
def test_forms_that_agree(question: str) -> None:
    assert forms_agree(question)


def test_questions_of_people_agree() -> None:
    """Of what editors wrote almost nothing is taken for a fault."""
    asked = [question for fact in load_pack(SHIPPED).facts for question in fact.questions]
    assert [one for one in asked if not forms_agree(one)] == []


def test_nothing_else_is_suggested() -> None:
    base = load_pack(SHIPPED)
    every = [one for fact in base.facts for one in suggest_examples(fact, base, most=50)]
    assert every
    assert [one for one in every if not forms_agree(one)] == []


def test_nothing_else_is_drafted() -> None:
    base = draft_pack(DELEGATES, TODAY)
    assert base is not None
    every = [one for fact in base.drafts for one in fact.questions]
    assert [one for one in every if "представляли" in one]
    assert [one for one in every if not forms_agree(one)] == []


def test_what_readers_asked_is_offered_in_their_words() -> None:
    base = load_pack(SHIPPED)
    fact = replace(base.facts[0], questions=base.facts[0].questions[:1])
    asked = "Что обсуждали наша делегация?"
    assert suggest_examples(fact, base, [asked])[0] == asked
