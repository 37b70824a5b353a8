"""The inverted index: adding and removing facts, candidates, weights, posting lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.model import FactId
from knowledge.language.lexicon import Lexicon
from knowledge.retrieval.index import Index
from knowledge.retrieval.postings import Postings, merge_postings
from knowledge.scoring.searcher import Searcher
from tests.bench.generator import generate_base
from tests.hypothesis_profiles import max_examples
from tests.knowledge.parsing import parse_facts
from tests.knowledge.sample_base import BASE, ENVOY, JUDGES, NEXT, OPENED

LEXICON = Lexicon(BASE.terms)
LONG = replace(OPENED, id=FactId("long"), says=" ".join(["Озеро Белое лежит у леса и реки."] * 12))
LONGER = replace(OPENED, id=FactId("longer"), says=" ".join(["Озеро Белое видно с горы."] * 30))
ASKED = ("когда вторая регата", "кто судил", "озеро белое", "сколько лодок", "мэр Тулы", "Жан Мартен и озеро")


PARSED = parse_facts(*BASE.facts, LONG, LONGER)


def found(index: Index, text: str, most: int = 20) -> list[tuple[str, float]]:
    terms = LEXICON.read(text, asking=True)
    return [(index[number].fact.id, round(score, 9)) for number, score in index.candidates(terms, most)]


def weights(index: Index) -> list[float]:
    return [index.weight(term) for text in ASKED for term in LEXICON.read(text)]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(sorted(PARSED))), max_size=25))
@max_examples(30)
def test_adding_and_removing_equals_a_new_index(steps: list[tuple[bool, FactId]]) -> None:
    index, numbers = Index(), dict[FactId, int]()
    for add, fact in steps:
        if fact in numbers:
            index.remove(numbers.pop(fact))
        if add:
            numbers[fact] = index.add(PARSED[fact])
    fresh = Index(PARSED[fact] for fact in numbers)
    assert len(index) == len(fresh) == len(numbers)
    assert weights(index) == weights(fresh)
    for text in ASKED:
        assert found(index, text) == found(fresh, text)


def test_mean_length_is_that_of_the_remaining_statements() -> None:
    index = Index([PARSED[LONG.id], PARSED[LONGER.id]])
    index.remove(0)
    assert found(index, "озеро белое") == found(Index([PARSED[LONGER.id]]), "озеро белое")
    assert found(index, "озеро белое")[0][1] > 0


def test_removed_fact_is_not_found() -> None:
    index = Index([PARSED[OPENED.id], PARSED[NEXT.id]])
    assert {fact for fact, _ in found(index, "регата")} == {"opened", "next"}
    index.remove(0)
    assert {fact for fact, _ in found(index, "регата")} == {"next"}
    with pytest.raises(KeyError):
        index.remove(0)


def test_candidates_are_sorted_and_limited() -> None:
    index = Index(PARSED[fact.id] for fact in BASE.facts)
    best = found(index, "вторая регата в Калуге")
    assert best[0][0] == "next"
    scores = [score for _, score in best]
    assert scores == sorted(scores, reverse=True)
    assert found(index, "вторая регата в Калуге", 2) == best[:2]
    assert found(index, "погода") == []
    assert found(Index(), "регата") == []


def test_fact_that_only_refers_to_a_word_has_half_the_score() -> None:
    """«Посол» is in the texts of one fact, and only in the post of a judge in the other."""
    scores = dict(found(Index([PARSED[ENVOY.id], PARSED[JUDGES.id]]), "посол"))
    assert scores["judges"] == pytest.approx(scores["envoy"] / 2)


def test_rare_word_has_more_weight() -> None:
    index = Index(PARSED[fact.id] for fact in BASE.facts)
    assert index.idf("регата") < index.idf("озеро") < index.idf("погода")
    assert index.frequency("погода") == 0
    (weather,) = LEXICON.read("погода")
    assert index.best_key(weather) is None
    assert index.weight(weather) == index.max_idf
    function, polite, light = LEXICON.read("и уважаемые состоялась")
    assert index.weight(function) == 0 < index.weight(polite) < index.weight(light)


@pytest.mark.no_cover
def test_pruned_candidates_are_the_same_as_all() -> None:
    made = generate_base(300, 60)
    searcher = Searcher(made.base)
    for text in made.questions:
        terms = searcher.lexicon.read(text, asking=True)
        whole = searcher.index.candidates(terms, len(made.base.facts))
        assert searcher.index.candidates(terms, 8) == whole[:8]


def test_shared_posting_lists_are_copied_on_write() -> None:
    lists = merge_postings([(("лодка", "~лод"), [1, 3]), (("~лод",), [0, 3]), (("парус", "~парус"), [2])])
    assert lists == {"лодка": [1, 3], "~лод": [0, 1, 3], "парус": [2], "~парус": [2]}
    postings = Postings(lists)
    postings.move(5, frozenset(), frozenset({"парус"}))
    postings.move(2, frozenset({"~парус"}), frozenset())
    assert (postings.get("парус"), postings.get("~парус")) == ([2, 5], None)
