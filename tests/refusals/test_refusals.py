"""Refusals of whole question sets are true; `python -m tests.refusals` checks all sets, here is a sample."""

from __future__ import annotations

import pytest

from tests.hypothesis_profiles import each_nth
from tests.refusals.checking import Checked, check
from tests.refusals.question_sets import question_sets

SAMPLE = ("dialogue", "dialogue, tuning personas", "lottery", "park")
NAMED = 0.9
"""The share of refused near misses that name what is missing."""


@pytest.fixture(scope="module")
def checked() -> list[Checked]:
    return [
        check(questions, choose=lambda items: each_nth(items, 3))
        for questions in question_sets()
        if questions.name in SAMPLE
    ]


@pytest.mark.deep
def test_no_refusal_calls_absent_what_the_base_holds(checked: list[Checked]) -> None:
    assert sum(one.refusals for one in checked) > 120
    assert [offender for one in checked for offender in one.untrue] == []


@pytest.mark.deep
def test_refused_near_misses_name_what_is_missing(checked: list[Checked]) -> None:
    near, nameless = sum(one.near for one in checked), sum(len(one.nameless) for one in checked)
    assert near > 70
    assert 1 - nameless / near >= NAMED


def test_every_set_has_a_pack_and_only_those_that_judge_are_not_shown() -> None:
    sets = list(question_sets())
    assert {one.judges for one in sets if "judging" in one.folder.parts} == {True}
    assert {one.judges for one in sets if "tuning" in one.folder.parts} == {False}
    assert all((one.pack / "facts.yaml").is_file() and one.items() for one in sets)
