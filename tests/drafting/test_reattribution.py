"""A drafted statement given to another speaker."""

from __future__ import annotations

import pytest

from knowledge.drafting.people.reattribution import Speaker, asked_of, reattributed

NINA, IGOR = (Speaker(name=name, is_person=True) for name in ("Нина Котова", "Игорь Белов"))
SASHA = Speaker(name="Саша Белова", is_person=True)
LOS = Speaker(name="Нина Лось", is_person=True)
CHINA = Speaker(name="Китай", is_person=False)


@pytest.mark.parametrize(
    ("says", "was", "now", "left"),
    [
        ("По словам Нины Котовой, мост открыт.", NINA, IGOR, "По словам Игоря Белова, мост открыт."),
        ("По словам Нины Котовой, мост открыт.", NINA, SASHA, "Саша Белова: мост открыт."),
        ("По словам Нины Котовой, мост открыт.", NINA, CHINA, "По мнению китайской стороны, мост открыт."),
        ("По мнению китайской стороны, мост открыт.", CHINA, None, "Мост открыт."),
        ("Нина Лось: «Мы ждали».", LOS, IGOR, "Игорь Белов: «Мы ждали»."),
        ("Нина Лось: мост открыт.", LOS, IGOR, "По словам Игоря Белова, мост открыт."),
        ("Мост открыт.", NINA, IGOR, "Мост открыт."),
        ("Мост открыт.", None, IGOR, "Мост открыт."),
    ],
)
def test_a_statement_names_its_new_speaker(
    says: str, was: Speaker | None, now: Speaker | None, left: str
) -> None:
    assert reattributed(says, was, now) == left


def test_questions_ask_after_the_words_of_the_new_speaker() -> None:
    asked = ("Что сказала Нина Котова?", "Мост: что сказала Котова о сроке?", "Мост открыт?")
    assert asked_of(asked, NINA, IGOR) == (
        "Что сказал Игорь Белов?",
        "Мост: что сказал Белов о сроке?",
        "Мост открыт?",
    )
    assert asked_of(asked, NINA, None) == ("Мост открыт?",)
