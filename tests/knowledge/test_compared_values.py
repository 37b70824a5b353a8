"""A stated value held against others: the same, another, or of a kind that is not held."""

from __future__ import annotations

import pytest

from knowledge.decision.context.comparison import Match, compare_values
from knowledge.language.values import Value, read_values


def value(text: str) -> Value:
    (found,) = read_values(text)
    return found


@pytest.mark.parametrize(
    ("stated", "held", "before", "match"),
    [
        ("10 процентов", "12 процентов", "больше", Match.SAME),
        ("12 процентов", "12 процентов", "больше", Match.OTHER),
        ("14 процентов", "12 процентов", "больше", Match.OTHER),
        ("14 процентов", "12 процентов", "меньше", Match.SAME),
        ("12 процентов", "12 процентов", "меньше", Match.OTHER),
        ("12 процентов", "12 процентов", "", Match.SAME),
        ("10 процентов", "12 процентов", "", Match.OTHER),
        ("10 процентов", "12 километров", "", Match.UNKNOWN),
        ("10 процентов", "12 километров", "больше", Match.UNKNOWN),
        ("в 5:40", "в 17:40", "", Match.SAME),
        ("в 17:40", "в 5:40", "", Match.OTHER),
    ],
)
def test_a_stated_value_is_held_against_another(stated: str, held: str, before: str, match: Match) -> None:
    assert compare_values(value(stated), [value(held)], before) is match


def test_one_of_several_values_is_enough() -> None:
    held = [value("7 процентов"), value("12 процентов")]
    assert compare_values(value("10 процентов"), held, "больше") is Match.SAME
    assert compare_values(value("10 процентов"), held, "меньше") is Match.SAME
    assert compare_values(value("12 процентов"), held) is Match.SAME
