"""«Разве … не» supposes what it names."""

from __future__ import annotations

import pytest

from knowledge.understanding.doubting_denials import without_doubting_denial


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("А разве второй съезд не в Твери?", "А разве второй съезд в Твери?"),
        ("Разве не Орлов министр?", "Разве Орлов министр?"),
        ("Разве Орлов не министр?", "Разве Орлов министр?"),
        ("Разве Орлов не приехал?", "Разве Орлов не приехал?"),
        ("Съезд не в Твери?", "Съезд не в Твери?"),
        ("Разве?", "Разве?"),
    ],
)
def test_only_the_denial_of_a_doubted_part_is_left_out(text: str, read: str) -> None:
    assert without_doubting_denial(text) == read
