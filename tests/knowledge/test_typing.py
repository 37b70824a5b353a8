"""Typing mended: layout, Latin letters, slips, words run together, and words that must stay."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.keyboard_layout import (
    is_cyrillic,
    is_latin,
    latin_layout,
    russian_layout,
    transliterated,
    unmixed,
)
from knowledge.language.spell_checker import SpellChecker
from knowledge.language.spelling_variants import misheard, slips_allowed, sounds, stem, swaps
from knowledge.language.tokens import normalize

OWN = (
    "второй второго диалог диалога диалоге линч lynch вашингтон вашингтоне пекин пекине кибербезопасность"
    " председатель председательствовал мост моста джонсон шэнкунь механизм сотрудничество"
).split()
ASKING = "кто когда где какой какая сколько состоится ли был".split()
REPAIRER = SpellChecker(OWN, ASKING)


def mended(text: str) -> str:
    return REPAIRER.repair(normalize(text)).text


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("kogda", "когда"),
        ("predsedatelstvoval", "председателствовал"),
        ("kakoy", "какой"),
        ("svoya", "своя"),
        ("syn", "сын"),
        ("shchuka", "щука"),
        ("yozhik", "ежик"),
        ("Xenon", "ксенон"),
        ("4udo", "чудо"),
    ],
)
def test_latin_letters(latin: str, russian: str) -> None:
    assert transliterated(latin) == russian


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя АБВ", max_size=30))
def test_the_layouts_are_each_others_reverse(text: str) -> None:
    assert russian_layout(latin_layout(text)) == text


def test_letters_that_only_look_cyrillic() -> None:
    assert unmixed("Pекин") == "Рекин"
    assert unmixed("cтopoнa") == "сторона"
    assert unmixed("cap") == "cap"
    assert (is_latin("Lynch"), is_latin("Lуnch"), is_cyrillic("Lуnch"), is_latin("12")) == (
        True,
        False,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        # slips and letters that sound alike
        ("кагда второй диолог", "когда второй диалог"),
        ("вашингтн", "вашингтон"),
        ("механизим", "механизм"),
        ("председательстовал", "председательствовал"),
        ("лнич", "линч"),
        # the layout
        ("rjulf dnjhjq lbfkju", "когда второй диалог"),
        ("когда dnjhjq диалог", "когда второй диалог"),
        ("Rjulf lbfkju", "Когда диалог"),
        # a name that the base spells in Latin, typed on the Russian layout
        ("Днтср", "lynch"),
        # Latin letters
        ("kto predsedatelstvoval", "кто председательствовал"),
        ("kakoy dialog v pekine", "какой диалог в пекине"),
        ("kогдa", "когда"),
        # run together and torn apart
        ("второйдиалог", "второй диалог"),
        ("кибер безопасность", "кибербезопасность"),
        ("мост кибер  безопасность", "мост кибербезопасность"),
        # a misspelling of a word that the base does not use
        ("зарегестрируют", "зарегистрируют"),
    ],
)
def test_mended(typed: str, read: str) -> None:
    assert mended(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "когда второй диалог",
        "погода в Москве",
        "молот и пикник",
        "мостки",
        "в 2016 году, 12",
        "когда был Lynch",
        "iPhone",
        "когда II диалог",
        "линь",
        "!!!",
        "",
    ],
)
def test_words_that_stay(text: str) -> None:
    assert REPAIRER.repair(text).changes == ()
    assert mended(text) == text


@pytest.mark.parametrize(
    ("typed", "changes"),
    [
        ("кагда диалог", [("кагда", "когда")]),
        ("rjulf диалог", [("rjulf", "когда")]),
        ("predsedatelstvoval", [("predsedatelstvoval", "председательствовал")]),
        ("кибер безопасность", [("кибер безопасность", "кибербезопасность")]),
    ],
)
def test_each_repair_says_what_was_written_and_how_it_was_read(
    typed: str, changes: list[tuple[str, str]]
) -> None:
    assert [(one.written, one.read) for one in REPAIRER.repair(typed).changes] == changes


@given(st.text(max_size=40))
def test_any_text_can_be_mended(text: str) -> None:
    cleaned = normalize(text)
    once = REPAIRER.repair(cleaned)
    assert REPAIRER.repair(cleaned) == once
    assert (once.text == cleaned) or once.changes


def test_a_word_without_end_is_not_looked_for() -> None:
    assert mended("вдь" * 1000) == "вдь" * 1000


def test_mending_is_the_same_in_every_process() -> None:
    """Of asking words with one stem the same is read whatever the seed of hashes."""
    code = (
        "from knowledge.language.spell_checker import Repairer;"
        "r = Repairer([], 'которого которая которой котором'.split());"
        "print(ascii([r.repair(t).text for t in ('каторава', 'котарай', 'коттора', 'катораму')]))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_how_spelling_varies() -> None:
    assert stem("диалогами") == "диалог"
    assert stem("дом") == "дом"
    assert sounds("кагда") == sounds("когда")
    assert sounds("диалог") != sounds("прилог")
    assert [slips_allowed("а" * length) for length in (4, 5, 7, 8, 11, 12)] == [0, 1, 1, 2, 2, 3]
    assert misheard("превет") == "привет"
    assert misheard("йцукен") is None
    assert "линч" in set(swaps("лнич"))
