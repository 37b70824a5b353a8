"""Sets of Russian words stand in the tables of `knowledge/data`, edited without any Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT: Mapping[str, str] = {
    "knowledge/decision/context/name_capitals.py": "endings of a surname in other cases",
    "knowledge/facts/ids.py": "letters with their Latin spelling",
    "knowledge/language/one_slip.py": "pairs of letters that are mistaken for each other",
    "knowledge/language/date_parser.py": "endings of numbers written in digits, as a pattern",
    "knowledge/language/tokens.py": "endings of numbers written in digits, as a pattern",
    "knowledge/scoring/counted_nouns.py": "the forms of «человек» after a number",
    "knowledge/understanding/request_parser.py": "endings of surnames that look like short adjectives",
    "knowledge/language/values/tokenizing.py": "endings of numbers and units with a sign, as a pattern",
}
"""File -> why its letters stay in the code."""
_PHRASE = re.compile(r"[а-яё]+\.?(?: [а-яё]+)*", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"(?:[а-яё]+(?: [а-яё]+)*\|){2}[а-яё]", re.IGNORECASE)


def is_phrase(node: ast.expr | None) -> bool:
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_PHRASE.fullmatch(node.value))
    )


def word_sets(code: str) -> Iterator[int]:
    """Lines with two words or more in one collection, in one text that is split, or three in one pattern."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                found = sum(map(is_phrase, items)) > 1
            case ast.Dict(keys=keys, values=values):
                found = sum(map(is_phrase, keys)) > 1 or sum(map(is_phrase, values)) > 1
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                found = sum(map(bool, map(_PHRASE.fullmatch, re.split(r"[\s|,]+", text)))) > 1
            case ast.Constant(value=str(text)):
                found = bool(_ALTERNATIVES.search(text))
            case _:
                found = False
        if found and isinstance(node, ast.expr):
            yield node.lineno


@pytest.mark.parametrize(
    "code",
    [
        "A = {'он', 'она'}",
        "A = frozenset(['он', 'она'])",
        "if word in ('с', 'со'): pass",
        "A = {'день': 1, 'неделя': 7}",
        "A = {1: 'раз', 2: 'два раза'}",
        "A = 'он его ему'.split()",
        "A = 'он|его'.split('|')",
        "A = re.compile(r'(?:до|после|между) ')",
        "A = rf'(?:до|после|{x}|между|от|из) '",
        "A = {('с', 'какого'), ('до', 'какого')}",
    ],
)
def test_a_set_of_words_is_found(code: str) -> None:
    assert list(word_sets(code))


@pytest.mark.parametrize(
    "code",
    ["A = word == 'не'", "A = text.replace('ё', 'е')", "A = ('date', 'place')", "A = r'[а-яё]+(?:а|и)'"],
)
def test_single_words_and_letter_ranges_are_no_sets(code: str) -> None:
    assert list(word_sets(code)) == []


def test_sets_of_words_stand_in_tables() -> None:
    found = {
        str(file.relative_to(ROOT)): lines
        for file in sorted((ROOT / "knowledge").rglob("*.py"))
        if (lines := list(word_sets(file.read_text(encoding="utf-8"))))
    }
    assert {file: lines for file, lines in found.items() if file not in KEPT} == {}
    assert sorted(KEPT) == sorted(found), "an exception that nothing needs any more"
