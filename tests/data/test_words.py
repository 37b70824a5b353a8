"""The tables of words: sorted, without doubles, of words that the dictionary knows, without contradictions.

What breaks a rule and stays for a reason stands in `exceptions/`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from knowledge.data.tables import DATA, Table, read_table, read_words, split_cell
from knowledge.language.antonyms import antonyms
from knowledge.language.morphology import analyse, is_known
from knowledge.language.synonyms import hyponym_keys, one_way_pairs, synonym_groups

EXCEPTIONS = Path(__file__).parent / "exceptions"
FILES = sorted(DATA.rglob("*.tsv"))
LEMMA_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "antonyms": ("words", "opposites"),
    "attributes": ("asked_by", "after_how_many", "stated_by"),
    "hyponyms": ("general", "special"),
    "nouns": ("word",),
    "one_way_synonyms": ("word", "stands_for"),
    "roles": ("words",),
    "synonyms": ("words",),
    "verbs": ("word",),
    "word_families": ("words",),
}
"""Folder -> the columns in which each word is a lemma."""
STEMS = DATA / "verbs/denials.tsv"
"""Beginnings of words, the one table of its folder that holds no lemmas."""


def table_of(file: Path) -> Table:
    lines = file.read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#"))
    return read_table(file, *header.split("\t"))


@cache
def lemmas() -> frozenset[str]:
    """Every word that must be a lemma, those of phrases among them."""
    return frozenset(
        word
        for folder, columns in LEMMA_COLUMNS.items()
        for file in {*(DATA / folder).glob("*.tsv")} - {STEMS}
        for column in columns
        for cell in table_of(file).column(column)
        for word in " ".join(split_cell(cell)).split()
    )


def exceptions(name: str) -> frozenset[str]:
    return read_words(str(EXCEPTIONS / name))


def nested_groups() -> Iterator[str]:
    """Rows of synonyms whose words all stand in one other row."""
    by_word = defaultdict(list)
    groups = [(group, frozenset(group)) for group in synonym_groups()]
    for group, words in groups:
        for word in words:
            by_word[word].append(words)
        assert len(group) > 1, group
    for group, words in groups:
        if any(words < other for other in by_word[group[0]]):
            yield " = ".join(group)


def contradictions() -> Iterator[str]:
    """Antonyms of which one stands for the other: as synonyms, one way, or as the kind of a general word."""
    general, special = hyponym_keys()
    heads = {key: word for word, key in general.items()}
    pairs = chain(
        ((one, other) for group in synonym_groups() for one in group for other in group if one < other),
        one_way_pairs(),
        ((heads[key], word) for word, keys in special.items() for key in keys),
    )
    for one, other in pairs:
        if other in antonyms().get(one, ()):
            yield f"{one} = {other}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(DATA)))
def test_rows_are_sorted_and_no_word_stands_twice_in_a_cell(file: Path) -> None:
    table = table_of(file)
    rows = list(table)
    numbers = all(first.lstrip("-").replace(".", "").isdigit() for first, *_ in rows)
    assert rows == sorted(rows, key=lambda cells: float(cells[0]) if numbers else "\t".join(cells))
    assert len(set(map(tuple, rows))) == len(rows)
    for cell in chain.from_iterable(rows):
        assert not [word for word, times in Counter(split_cell(cell)).items() if times > 1], cell
        if "text" not in table.columns:
            assert cell == cell.replace("ё", "е"), "ё is written as е"


def test_no_group_and_no_pair_stands_twice() -> None:
    groups = Counter(frozenset(group) for group in synonym_groups())
    assert [group for group, times in groups.items() if times > 1] == []
    pairs = Counter(map(tuple, one_way_pairs()))
    assert [pair for pair, times in pairs.items() if times > 1] == []
    inside = {pair for group in groups for pair in pairs if group.issuperset(pair)}
    assert inside == set(), "both words stand in one row of synonyms"


def test_a_word_does_not_stand_for_itself() -> None:
    assert [pair for pair in one_way_pairs() if pair[0] == pair[1]] == []
    general, special = hyponym_keys()
    assert [word for word, key in general.items() if key in special.get(word, ())] == []


def test_no_row_of_synonyms_lies_inside_another() -> None:
    assert set(nested_groups()) == exceptions("nested_groups")


def test_nothing_that_stands_for_a_word_is_its_antonym() -> None:
    assert set(contradictions()) == exceptions("contradictions")


def test_the_dictionary_knows_every_lemma() -> None:
    unknown = {word for word in lemmas() if not all(map(is_known, word.split("-")))}
    assert unknown == exceptions("unknown_lemmas")


def test_every_word_is_in_its_dictionary_form() -> None:
    """Another form is never met: «итоги» of a text is «итог»."""
    known = {word for word in lemmas() if "-" not in word and is_known(word)}
    assert {word for word in known if word not in analyse(word).lemmas} == exceptions("inflected_lemmas")
