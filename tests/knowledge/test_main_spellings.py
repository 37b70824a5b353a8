"""Names that a base has in several spellings are shown in the main one."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.language.main_spellings import MainSpellings
from knowledge.language.spell_checker import SpellChecker
from tests.knowledge.sample_base import NOW

DIALOGUE = Engine(load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"))
SPELLINGS = MainSpellings(
    [
        ("Го Шэнкунь", ("Guo", "Шенкунь", "Гуо Шенкунь", "Го Шэн-кунь")),
        ("Лоретта Линч", ("Линч", "Лорета Линч", "Lynch")),
        ("Лорета Кунц", ()),
    ]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("го шенкунь кто это", "го шэнкунь кто это"),
        ("Что сказал Гуо Шенкунь?", "Что сказал Го Шэнкунь?"),
        ("по словам Шенкуня", "по словам Шэнкуня"),
        ("Линч и диалог", "Линч и диалог"),
        ("Лорета Кунц", "Лорета Кунц"),
        ("", ""),
    ],
)
def test_a_name_is_shown_in_its_main_spelling(text: str, shown: str) -> None:
    assert SPELLINGS.respell(text) == shown


@pytest.mark.parametrize(("typed", "read"), [("ето", "это"), ("кто ето", "кто это"), ("эта", "эта")])
def test_what_the_dictionary_knows_as_a_misspelling_is_mended(typed: str, read: str) -> None:
    assert SpellChecker([], []).repair(typed).text == read


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("го шенкунь кто ето", "го шэнкунь кто это"),
        ("кагда сосотоится втарой диолог", "когда состоится второй диалог"),
        ("а кто такая лорета линчь ето", "а кто такая лоретта линч это"),
    ],
)
def test_the_question_as_understood_has_no_misspelt_word(typed: str, understood: str) -> None:
    why = DIALOGUE.reply(typed, NEW, NOW).result.why
    assert why.understood == understood
    assert why.corrected in ("", understood)
