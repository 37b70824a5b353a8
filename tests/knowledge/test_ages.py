"""A bare number after a person in the dative is an age."""

from __future__ import annotations

import pytest

from knowledge.understanding.ages import without_whose_age


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("дочке 7, возьмёте?", "7 лет, возьмёте?"),
        ("мне 15, дадут самокат?", "мне 15 лет, дадут самокат?"),
        ("что стоит на «Иволге-2»?", "что стоит на «Иволге-2»?"),
        ("мне 2 билета", "мне 2 билета"),
    ],
)
def test_a_number_of_a_name_is_no_age(text: str, read: str) -> None:
    assert without_whose_age(text, lambda _word: False) == read
