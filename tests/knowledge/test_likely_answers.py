"""From which probability a fact answers that lacks nothing but words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.decision.rules import likely_answers, rules
from knowledge.decision.rules.likely_answers import LIKELY_FROM, WITHOUT_ASKED_THING_FROM, likely
from knowledge.results import Refusal
from tests.knowledge.rule_contexts import context_of

PARAPHRASE = "кто утопил лодки на регате"


def answered(probability: float, text: str = PARAPHRASE, **features: Any) -> bool:
    context = context_of(text, probability, **{"cover": 0.5, **features})
    refusal = rules.decide(context)
    assert isinstance(refusal, Refusal)
    return likely(refusal, context) is not None


def test_words_alone_need_less_than_what_else_is_lacking() -> None:
    assert LIKELY_FROM < rules.ANSWER_FROM
    assert answered(LIKELY_FROM)
    assert not answered(LIKELY_FROM - 0.001)


@pytest.mark.parametrize(
    "feature", ["missing_name", "missing_number", "slot_lacking", "uncounted", "opposite"]
)
def test_what_else_is_lacking_refuses(feature: str) -> None:
    assert not answered(LIKELY_FROM, PARAPHRASE, **{feature: 1.0})


def test_fact_met_but_loosely_is_no_answer() -> None:
    assert not answered(LIKELY_FROM, loose=0.5)


def test_fact_without_the_thing_asked_for_must_be_likelier() -> None:
    assert answered(WITHOUT_ASKED_THING_FROM, "какие песни пели на регате")
    assert not answered(WITHOUT_ASKED_THING_FROM - 0.001, "какие песни пели на регате")


def test_word_that_is_in_no_dictionary_is_no_paraphrase() -> None:
    assert not answered(0.49, "кто утопил лгтбку на регате")


def test_answer_names_its_own_rule_and_probability() -> None:
    context = context_of(PARAPHRASE, 0.456, cover=0.5)
    refusal = rules.decide(context)
    assert isinstance(refusal, Refusal)
    answer = likely_answers.likely(refusal, context)
    assert answer is not None
    assert (answer.rule, answer.confidence) == ("likely", 0.456)
    assert likely(replace(refusal, rule="unsure"), context) is None
