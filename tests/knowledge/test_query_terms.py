"""The content words of a question: their classes and weights."""

from __future__ import annotations

import pytest

from knowledge.language.lexicon import Lexicon
from knowledge.retrieval.index import Index
from knowledge.retrieval.query_terms import QueryTerms, TermClass, weigh_terms
from knowledge.understanding.question import parse_question
from tests.knowledge.parsing import parse_facts
from tests.knowledge.sample_base import BASE

LEXICON = Lexicon(BASE.terms)
INDEX = Index(parse_facts(*BASE.facts).values())


def weighed(text: str) -> QueryTerms:
    return weigh_terms(parse_question(text, LEXICON, asking=True), INDEX)


@pytest.mark.parametrize(
    ("text", "word", "term_class"),
    [
        ("когда третья регата", "третья", TermClass.ORDINAL),
        ("когда будущая регата", "будущая", TermClass.ORDINAL),
        ("где учатся будущие юристы", "будущие", TermClass.OTHER),
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
