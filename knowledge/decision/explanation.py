"""Explains a reply for `/why`: how each word was read, the best facts and their scores."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Explanation, Reread, WordReading, WordTrace
from knowledge.retrieval.matching import match_terms
from knowledge.scoring.searcher import SearchResult

_READINGS = {
    Level.LEMMA: WordReading.SAME,
    Level.SYNONYM: WordReading.SYNONYM,
    Level.ROOT: WordReading.DERIVED,
    Level.THESAURUS: WordReading.SYNONYM,
}


def explain(
    search: SearchResult,
    probability: float,
    text: str,
    carried: tuple[str, ...],
    changes: tuple[SpellingCorrection, ...],
    reread: Reread | None = None,
) -> Explanation:
    """The explanation of one clause."""
    best, second = search.facts[:1], search.facts[1:2]
    return Explanation(
        understood=text,
        slot=search.question.slot,
        words=tuple(_words(search, changes)),
        carried=carried,
        best=best[0].fact.id if best else None,
        score=round(probability, 3),
        runner_up=second[0].fact.id if second else None,
        runner_up_score=round(probability * exp(second[0].score - best[0].score), 3) if second else 0.0,
        reread=reread,
    )


def _words(search: SearchResult, changes: tuple[SpellingCorrection, ...]) -> Iterator[WordTrace]:
    """One trace for each word of the question, in its order."""
    question, query = search.question, search.query
    written = {word: change.written for change in changes for word in change.read.split()}
    keys = search.facts[0].parsed.keys if search.facts else frozenset()
    levels = dict(zip(question.content_places, match_terms(query, keys), strict=True))
    for place, term in enumerate(question.terms):
        if place in question.asking_places:
            reading = WordReading.ASKING
        elif place not in levels or term.word_class is WordClass.FUNCTION:
            reading = WordReading.FUNCTION
        else:
            level = levels[place]
            reading = WordReading.MISSING if level is None else _READINGS[level]
        word = term.token.written
        yield WordTrace(written=written.get(word, word), read=word, reading=reading)
