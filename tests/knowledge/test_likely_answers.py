"""From which probability a fact answers that lacks nothing but words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.decision.rules import likely_answers, rules
from knowledge.decision.rules.likely_answers import LIKELY_FROM, likely
from knowledge.results import Refusal
from tests.knowledge.rule_contexts import context_of

PARAPHRASE = "кто утопил лодки на регате"


def answered(probability: float, **features: Any) -> bool:
    context = context_of(PARAPHRASE, probability, **features)
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
    assert not answered(LIKELY_FROM, **{feature: 1.0})


def test_answer_names_its_own_rule_and_probability() -> None:
    context = context_of(PARAPHRASE, 0.456)
    refusal = rules.decide(context)
    assert isinstance(refusal, Refusal)
    answer = likely_answers.likely(refusal, context)
    assert answer is not None
    assert (answer.rule, answer.confidence) == ("likely", 0.456)
    assert likely(replace(refusal, rule="unsure"), context) is None
