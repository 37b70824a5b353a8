"""Raw text to words: one spelling of what Unicode spells in many ways."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.language.tokens import LONGEST_QUESTION, folded_words, normalize, sentences, tokens


@pytest.mark.parametrize(
    ("written", "cleaned"),
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
def test_one_spelling(written: str, cleaned: str) -> None:
    assert normalize(written) == cleaned


@pytest.mark.parametrize("text", ["ᄀ\u200bᅡ", "ﷺ" * LONGEST_QUESTION, "⑳" * LONGEST_QUESTION, "а " * 4096])
def test_cleaning_twice_changes_nothing_where_signs_join_or_unfold(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert len(once) <= LONGEST_QUESTION


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    cleaned = normalize(text)
    for token in tokens(cleaned):
        assert cleaned[token.start : token.end] == token.written
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


def test_a_capital_letter_is_seen() -> None:
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
def test_plain_text_is_cleaned_as_any_other(text: str) -> None:
    # A soft hyphen, which is dropped, takes the way of all other text.
    assert normalize(text) == normalize(f"{text}\u00ad")


SIGNS = st.sampled_from("аЯёЁй zQİßΣς09№ -'’`«».,!?:;()—%\u0301\u00ad\n🎉Ａ")


@given(st.text() | st.text(SIGNS))
@example("Ё" * (LONGEST_QUESTION + 1))
@example("Иволга-2, 2-Я, № 7 и O’Нил")
def test_folded_words_are_those_of_the_tokens(text: str) -> None:
    assert folded_words(text) == [token.word for token in tokens(normalize(text))]
