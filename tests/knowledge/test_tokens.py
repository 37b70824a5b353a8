"""Normalising raw text and splitting it into tokens."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.language.tokens import LONGEST_QUESTION, folded_words, normalize, sentences, tokens


@pytest.mark.parametrize(
    ("written", "normalized"),
    [
        ("Ёлка ещё", "Елка еще"),
        ("е\u0308лка", "елка"),
        ("ко\u0301гда", "когда"),
        ("мо\u00adст", "мост"),
        ("мост\u200b", "мост"),
        ("Ｗａｓｈｉｎｇｔｏｎ", "Washington"),
        ("ﬁле", "fiле"),
        ("в\u00a02016\u2009году", "в 2016 году"),
        ("  когда\t\n второй  ", "когда второй"),
        ("когда\x00диалог\x07", "когда диалог"),
        ("когда 🎉 диалог👍🏽", "когда диалог"),
        ("👨‍👩‍👧‍👦", ""),
        ("1️⃣", "1"),
        ("O’Нил O`Нил O´Нил", "O'Нил O'Нил O Нил"),
        ("\ud800когда", "когда"),
        ("Что?! «Да»…", "Что?! «Да»..."),
    ],
)
def test_normalize(written: str, normalized: str) -> None:
    assert normalize(written) == normalized


@pytest.mark.parametrize("text", ["ᄀ\u200bᅡ", "ﷺ" * LONGEST_QUESTION, "⑳" * LONGEST_QUESTION, "а " * 4096])
def test_normalize_is_idempotent_for_special_characters(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert len(once) <= LONGEST_QUESTION


@given(st.text(max_size=60))
def test_normalize_is_idempotent(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(st.text(max_size=60))
def test_token_offsets(text: str) -> None:
    normalized = normalize(text)
    for token in tokens(normalized):
        assert normalized[token.start : token.end] == token.written
        assert token.word == token.written.lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("китайско-американский", ["китайско", "американский"]),
        ("О'Нил, 2016-06!", ["о'нил", "2016", "06"]),
        ("«Второй» диалог?", ["второй", "диалог"]),
        ("а_б", ["а", "б"]),
        ("2-я, 3-его и №4, № 5", ["2-я", "3-его", "и", "№4", "№ 5"]),
        ("2-яблоко 5-дневный", ["2", "яблоко", "5", "дневный"]),
        ("?! ...", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


def test_capitalised_tokens() -> None:
    assert [token.capitalised for token in tokens("Где пекин, Китай")] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Что? Где! Да... Нет", ("Что", "Где", "Да", "Нет")),
        ("длина 3.5 метра. Ширина", ("длина 3.5 метра", "Ширина")),
        ("одна строка", ("одна строка",)),
        ("а; б", ("а", "б")),
        ("...", ()),
    ],
)
def test_sentences(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


@given(st.text("абвёЁАzZ09 .,!?:;()\"'«»–—№%/+=*-", max_size=40))
def test_fast_path_normalizes_like_the_general_one(text: str) -> None:
    # A soft hyphen, which is removed, makes the text take the general path.
    assert normalize(text) == normalize(f"{text}\u00ad")


SIGNS = st.sampled_from("аЯёЁй zQİßΣς09№ -'’`«».,!?:;()—%\u0301\u00ad\n🎉Ａ")


@given(st.text() | st.text(SIGNS))
@example("Ё" * (LONGEST_QUESTION + 1))
@example("Иволга-2, 2-Я, № 7 и O’Нил")
def test_folded_words_equal_the_words_of_tokens(text: str) -> None:
    assert folded_words(text) == [token.word for token in tokens(normalize(text))]
