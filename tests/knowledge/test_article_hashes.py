"""The shipped pack is in its own words: it shares no five words in a row with its source article.

The article may not be published here, so only the hashes of its shingles are stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from tests.knowledge.shingles import LENGTH, shingle_hash, shingles, words

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = frozenset((Path(__file__).parent / "article_hashes.txt").read_text(encoding="ascii").split())


@pytest.fixture(scope="module")
def pack() -> FactBase:
    return load_pack(ROOT / "knowledge/dialogue")


def texts(pack: FactBase) -> Iterator[tuple[str, str]]:
    """Every text of a pack with the id or name of its place."""
    source = pack.source
    yield from (("title", source.title), ("about", source.about), ("because", source.because or ""))
    yield from (("example", example) for example in source.examples)
    for fact in pack.facts:
        for text in (fact.says, *fact.questions, fact.because or "", fact.where or "", fact.said_by or ""):
            yield fact.id, text
    for event in pack.events:
        yield event.id, event.title
        yield event.id, event.where or ""
    for person in pack.people:
        for text in (person.name, person.post or "", person.side or "", *person.names):
            yield person.id, text
    for member in (one for group in pack.terms.synonyms for one in group):
        yield "synonyms", member
    for pair in pack.terms.short.items():
        yield from (("short", text) for text in pair)
    for title in pack.terms.topics.values():
        yield "topics", title


def names(pack: FactBase) -> frozenset[str]:
    """Shingles of titles, names and posts, which must be exact."""
    titles = [pack.source.title, *(event.title for event in pack.events)]
    people = [text for person in pack.people for text in (person.name, person.post or "")]
    return frozenset(one for text in (*titles, *people) for one in shingles(text))


def copied(pack: FactBase) -> list[tuple[str, str]]:
    """Shingles of the article in a pack, each with its place."""
    allowed = names(pack)
    return [
        (place, one)
        for place, text in texts(pack)
        for one in shingles(text)
        if shingle_hash(one) in ARTICLE and one not in allowed
    ]


def test_pack_shares_no_five_words_in_a_row_with_the_article(pack: FactBase) -> None:
    assert copied(pack) == []


def test_copied_words_are_found(pack: FactBase) -> None:
    """The pack's title is in the article word for word; copied into a statement it is found."""
    assert len(ARTICLE) == 250
    title = shingles(pack.source.title)
    assert any(shingle_hash(one) in ARTICLE for one in title)
    first, *others = pack.facts
    bare = replace(pack, source=replace(pack.source, title="Диалог"), events=(), people=())
    taken = replace(bare, facts=(replace(first, says=f"Сказано: {pack.source.title}!"), *others))
    assert (first.id, title[-1]) in copied(taken)


def test_shingles_ignore_case_and_punctuation() -> None:
    assert words("«Ёлка» — это, во-первых, лес!") == ["елка", "это", "во", "первых", "лес"]
    assert shingles("Ёлка — это, во-первых, лес.") == ["елка это во первых лес"]
    assert shingles("четыре слова это мало") == []
    assert LENGTH == 5
