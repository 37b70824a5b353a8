"""Limits that readers and scripts rely on: the number of options, the decimals of probabilities."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.decision.rules.rules import decide
from knowledge.engine import Engine
from knowledge.results import Choices
from tests.knowledge.rule_contexts import context_of
from tests.knowledge.sample_base import BASE, NOW

ASKED = ("Когда прошла первая регата?", "погода в Туле", "третья регата", "кто судил лодки", "регата")


def test_many_facts_with_the_keywords_give_four_choices() -> None:
    context = context_of("регата", 0.3, terse_full=1)
    assert len(context.search.facts) > 4
    result = decide(context)
    assert isinstance(result, Choices)
    assert len(result.options) == 4


@pytest.mark.parametrize("text", ASKED)
def test_probabilities_have_three_decimals(text: str) -> None:
    result = Engine(BASE).reply(text, NEW, NOW).result
    assert result.why is not None
    for value in (result.confidence, result.why.score, result.why.runner_up_score):
        assert value == round(value, 3)
