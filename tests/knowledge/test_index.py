"""The inverted index, parsed facts and query terms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactId
from knowledge.language.lexicon import Lexicon
from knowledge.parsed_facts.number_extraction import date_keys
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.results import Slot
from knowledge.retrieval.index import Index
from knowledge.retrieval.postings import Postings, merge_postings
from knowledge.retrieval.query_terms import QueryTerms, TermClass, weigh_terms
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.question import understand
from tests.bench.generator import make
from tests.hypothesis_profiles import max_examples
from tests.knowledge.sample_base import BASE, BOATS, ENVOY, JUDGES, NEXT, OPENED, SPEECH

LEXICON = Lexicon(BASE.terms)
LONG = replace(OPENED, id=FactId("long"), says=" ".join(["Озеро Белое лежит у леса и реки."] * 12))
LONGER = replace(OPENED, id=FactId("longer"), says=" ".join(["Озеро Белое видно с горы."] * 30))
ASKED = ("когда вторая регата", "кто судил", "озеро белое", "сколько лодок", "мэр Тулы", "Жан Мартен и озеро")


def parse(*facts: Fact) -> dict[FactId, ParsedFact]:
    index = Searcher(replace(BASE, facts=facts)).index
    return {index[number].fact.id: index[number] for number in range(len(index))}


PARSED = parse(*BASE.facts, LONG, LONGER)


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


def test_parsed_fact() -> None:
    opened, judges, boats, speech = (PARSED[fact.id] for fact in (OPENED, JUDGES, BOATS, SPEECH))
    assert {Slot.DATE, Slot.PLACE} <= opened.example_slots & opened.field_slots & opened.statement_slots
    assert {"/5", "#2020", "#1", "№1"} <= opened.keys
    assert Slot.PERSON in judges.field_slots & judges.statement_slots
    assert Slot.SPEAKER not in judges.field_slots
    assert judges.roles == {"chair"}
    assert "возглавить" in judges.indirect_keys
    assert "лодка" in boats.quantity_keys
    assert Slot.NUMBER in boats.example_slots
    assert "speaker" in speech.roles
    assert "jean" in speech.speakers
    # the posts of its people are in no text of the fact, only in what it refers to
    assert "посол" in judges.indirect_keys
    assert "посол" not in judges.text_keys
    assert {"№2", "№+", "следующий"} <= PARSED[NEXT.id].keys


def test_left_out_example_takes_its_keys_and_slots_along() -> None:
    bare = replace(ENVOY, questions=("Чем занят Мартен?", "Когда назначили посла?"))
    whole = parse(bare)[bare.id]
    left = whole.without("Когда назначили посла?")
    assert Slot.DATE in whole.example_slots
    assert Slot.DATE not in left.example_slots
    assert "назначить" in whole.keys
    assert "назначить" not in left.keys
    assert whole.without("Чего нет?") is whole


@pytest.mark.parametrize(
    ("when", "keys"),
    [
        ("2016", {"#2016", "2016"}),
        ("2016-06", {"#2016", "2016", "/6"}),
        ("2025-22", {"#2025", "2025", "лето"}),
        ("2015-12-01", {"#2015", "2015", "/12", "#1", "вторник"}),
        ("../2015-12", {"#2015", "2015", "/12"}),
        ("2023-08-02/2023-09", {"#2023", "2023", "/8", "#2", "среда", "/9"}),
    ],
)
def test_keys_of_a_date(when: str, keys: set[str]) -> None:
    assert date_keys(EdtfDate.parse(when)) == keys
    assert date_keys(None) == set()


def weighed(text: str) -> QueryTerms:
    index = Index(PARSED[fact.id] for fact in BASE.facts)
    return weigh_terms(understand(text, LEXICON, asking=True), index)


@pytest.mark.parametrize(
    ("text", "word", "term_class"),
    [
        ("когда третья регата", "третья", TermClass.ORDINAL),
        ("регата 2019 года", "2019", TermClass.NUMBER),
        ("регата в июле", "июле", TermClass.NUMBER),
        ("регата в Париже", "париже", TermClass.NAME),
        ("кто такой Зуборез", "зуборез", TermClass.NAME),
        ("сколько лет мэру", "лет", TermClass.ATTRIBUTE),
        ("какой парус у лодки", "парус", TermClass.HEAD),
        ("что было после регаты", "после", TermClass.RELATION),
        ("где парус", "парус", TermClass.NOUN),
        ("кто утонул", "утонул", TermClass.VERB),
        ("где красиво", "красиво", TermClass.OTHER),
    ],
)
def test_term_class(text: str, word: str, term_class: TermClass) -> None:
    (found,) = [one for one in weighed(text).terms if one.term.word == word]
    assert found.term_class is term_class


def test_query_terms_are_weighed() -> None:
    query = weighed("Кто судил регату и парус?")
    judged, regatta, sail = query.terms
    assert (judged.is_in_base, regatta.is_in_base, sail.is_in_base) == (True, True, False)
    assert regatta.weight < judged.weight
    assert query.total_weight == pytest.approx(sum(word.weight for word in query.terms))
    assert query.lemmas == "судить регата парус"
    assert weighed("возраст мэра").attributes == {"age"}
    # no division by zero without terms
    assert weighed("где").total_weight > 0


@pytest.mark.no_cover
def test_pruned_candidates_are_the_same_as_all() -> None:
    made = make(300, 60)
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
