"""Quotes of a question as typed, and the question with its corrections made."""

from __future__ import annotations

import pytest

from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.typed_question import LONGEST_REPEATED, TypedQuestion

SLIPS = (SpellingCorrection("втрой", "второй"), SpellingCorrection("Лнич", "Линч"))
TYPED = TypedQuestion("Ещё: придёт на втрой  диалог Лнич?", SLIPS)


@pytest.mark.parametrize(
    ("phrase", "quoted"),
    [
        ("придет", "придёт"),
        ("линч", "Лнич"),
        ("второй диалог", "втрой  диалог"),
        ("придет на второй диалог Линч", "придёт на втрой  диалог Лнич"),
        ("здание", "здание"),
        ("", ""),
    ],
)
def test_quotes_are_as_typed(phrase: str, quoted: str) -> None:
    assert TYPED.quote(phrase) == quoted


def test_a_quotation_mark_that_closes_a_name_is_quoted_too() -> None:
    typed = TypedQuestion("Сколько стоит «Зимний обоз»?")
    assert typed.quote("сколько стоит «зимний обоз»") == "Сколько стоит «Зимний обоз»"


def test_words_run_together_are_quoted_as_one() -> None:
    typed = TypedQuestion("когда Второйдиалог", (SpellingCorrection("Второйдиалог", "Второй диалог"),))
    assert typed.quote("второй диалог") == "Второйдиалог"
    assert typed.corrected() == ""


def test_corrected_question_keeps_all_else() -> None:
    assert TYPED.corrected() == "Ещё: придёт на второй диалог Линч?"


def test_a_question_that_is_repeated_has_no_slip_left() -> None:
    """Neither in words that matter little nor in those of the wrong layout or written apart."""
    changes = (
        *SLIPS,
        SpellingCorrection("rjulf", "когда"),
        SpellingCorrection("сосотоится", "состоится"),
        SpellingCorrection("кибер сила", "киберсила"),
    )
    typed = TypedQuestion("rjulf сосотоится втрой диалог о кибер сила?", changes)
    assert typed.corrected() == "когда состоится второй диалог о киберсила?"


@pytest.mark.parametrize(
    ("written", "read"), [("пожалуста", "пожалуйста"), ("rjulf", "когда"), ("кибер сила", "киберсила")]
)
def test_slips_that_matter_little_are_not_shown(written: str, read: str) -> None:
    assert TypedQuestion(f"{written} диалог", (SpellingCorrection(written, read),)).corrected() == ""


def test_deciding_function_word_is_shown() -> None:
    assert TypedQuestion("Ктто там?", (SpellingCorrection("Ктто", "Кто"),)).corrected() == "Кто там?"


def test_of_a_long_question_only_the_words_are_repeated() -> None:
    long = TypedQuestion("Лнич " + "диалог " * LONGEST_REPEATED, SLIPS)
    assert long.corrected() == "Линч"
