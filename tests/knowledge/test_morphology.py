"""Lemmas, grammatical marks and approximate roots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.morphology import analyse, lemma
from knowledge.language.roots import root


@pytest.mark.parametrize(
    ("word", "first"),
    [("диалогов", "диалог"), ("шла", "идти"), ("людей", "человек"), ("ее", "она"), ("елкой", "елка")],
)
def test_lemma(word: str, first: str) -> None:
    assert lemma(word) == first


def test_analyse() -> None:
    beijing = analyse("пекине")
    assert (beijing.first_pos, beijing.known) == ("NOUN", True)
    assert "Geox" in beijing.marks
    assert "impr" in analyse("подскажите").moods
    assert analyse("линч").marks == {"Surn"}
    assert analyse("диалог").genders == {"masc"}
    assert not analyse("кракозябрус").known


@pytest.mark.parametrize("word", ["", "123", "\U00017000", "𗀀𗀁", "x" * 500, "'"])
def test_any_text_has_a_lemma(word: str) -> None:
    assert analyse(word).lemmas


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("встреча", "встретиться"),
        ("председатель", "председательствовать"),
        ("сотрудничество", "сотрудничать"),
        ("создать", "создание"),
        ("победа", "победить"),
        ("строить", "строительство"),
        ("открыть", "открытие"),
        ("париж", "парижский"),
        ("китай", "китайский"),
        ("преступление", "преступник"),
        ("выставка", "выставить"),
        ("билет", "билетный"),
    ],
)
def test_words_of_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мост", "место"),
        ("диалог", "диагноз"),
        ("год", "город"),
        ("мир", "мэр"),
        ("страна", "сторона"),
        ("вода", "водитель"),
        ("лист", "лиса"),
        ("вопрос", "спросить"),
        ("музей", "музыка"),
        ("министр", "министерство"),
        ("билет", "балет"),
        ("марафон", "марка"),
    ],
)
def test_words_of_different_roots(one: str, other: str) -> None:
    assert root(one) != root(other)


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=20))
def test_root_is_a_prefix_of_the_word(word: str) -> None:
    found = root(word)
    assert len(found) >= min(3, len(word))
    assert word.startswith(found[:-2])
