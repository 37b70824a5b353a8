"""The pack is in its own words: it holds no five words in a row of the article it was made from.

The article is not ours to publish, so only the hashes of its runs stand here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from tests.knowledge.runs import LENGTH, hashed, runs, words

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = frozenset((Path(__file__).parent / "article_hashes.txt").read_text(encoding="ascii").split())


@pytest.fixture(scope="module")
def pack() -> FactBase:
    return load_pack(ROOT / "knowledge/dialogue")


def texts(pack: FactBase) -> Iterator[tuple[str, str]]:
    """Every text of a pack that an editor writes, with where it stands."""
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
    """Runs that stand in a title, a name or a post: those must be exact."""
    titles = [pack.source.title, *(event.title for event in pack.events)]
    people = [text for person in pack.people for text in (person.name, person.post or "")]
    return frozenset(run for text in (*titles, *people) for run in runs(text))


def copied(pack: FactBase) -> list[tuple[str, str]]:
    """Runs of the article in a pack, with where each stands."""
    allowed = names(pack)
    return [
        (place, run)
        for place, text in texts(pack)
        for run in runs(text)
        if hashed(run) in ARTICLE and run not in allowed
    ]


def test_no_five_words_in_a_row_are_the_articles(pack: FactBase) -> None:
    assert copied(pack) == []


def test_a_run_of_the_article_would_be_found(pack: FactBase) -> None:
    """The pack's title stands in the article word for word; in a statement's midst it would be seen."""
    assert len(ARTICLE) == 250
    title = runs(pack.source.title)
    assert any(hashed(run) in ARTICLE for run in title)
    first, *others = pack.facts
    bare = replace(pack, source=replace(pack.source, title="Диалог"), events=(), people=())
    taken = replace(bare, facts=(replace(first, says=f"Сказано: {pack.source.title}!"), *others))
    assert (first.id, title[-1]) in copied(taken)


def test_runs_know_no_case_and_no_punctuation() -> None:
    assert words("«Ёлка» — это, во-первых, лес!") == ["елка", "это", "во", "первых", "лес"]
    assert runs("Ёлка — это, во-первых, лес.") == ["елка это во первых лес"]
    assert runs("четыре слова это мало") == []
    assert LENGTH == 5
