"""Methods that find the fact which answers: the engine, and four by text similarity alone."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Protocol

import bm25s
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.results import Answer, Result
from tests.bench.lemmas import LemmatisedBase

_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Contender(Protocol):
    """Built once on a base; `best_fact` returns the id of the fact ranked first, None if no fact is shown."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase) -> None: ...

    def best_fact(self, question: str) -> str | None: ...


class Spravka:
    """The engine of this project."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase | None = None) -> None:
        self._engine = Engine(base)

    def reply(self, question: str) -> Result:
        return self._engine.reply(question, NEW, _AT).result

    def best_fact(self, question: str) -> str | None:
        result = self.reply(question)
        return result.shown[0].fact.id if isinstance(result, Answer) and result.shown else None


class Rapidfuzz:
    """The example question with the highest token_set_ratio."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase) -> None:
        self._entries = [(text.lower(), fact.id) for fact in base.facts for text in fact.questions]
        self._texts = [text for text, _ in self._entries]

    def best_fact(self, question: str) -> str | None:
        place = process.extractOne(question.lower(), self._texts, scorer=fuzz.token_set_ratio)[2]
        return self._entries[place][1]


class Bm25:
    """BM25 on lemmas; a document is a whole fact, which does better than its sentences separately."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase) -> None:
        self._ids, lines = _whole_facts(base, lemmatised)
        self._lemmatise = lemmatised.lemmatise
        self._index = bm25s.BM25()
        self._index.index([line.split() for line in lines], show_progress=False)

    def best_fact(self, question: str) -> str | None:
        words = self._lemmatise(question).split()
        if not words:
            return None
        scores = self._index.get_scores(words)
        best = int(scores.argmax())
        return self._ids[best] if scores[best] > 0 else None


class Fts5:
    """SQLite full-text search on the same documents: any word, its own rank."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase) -> None:
        self._ids, lines = _whole_facts(base, lemmatised)
        self._lemmatise = lemmatised.lemmatise
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE entry USING fts5(line)")
        self._database.executemany("INSERT INTO entry(rowid, line) VALUES (?, ?)", enumerate(lines))

    def best_fact(self, question: str) -> str | None:
        words = " OR ".join(f'"{word}"' for word in self._lemmatise(question).split())
        if not words:
            return None
        asked = "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 1"
        row = self._database.execute(asked, (words,)).fetchone()
        return self._ids[row[0]] if row else None


class Tfidf:
    """Cosine of TF-IDF on letter trigrams of lemmas; a document is a statement or an example question."""

    def __init__(self, base: FactBase, lemmatised: LemmatisedBase) -> None:
        self._ids, lines = _sentences(base, lemmatised)
        self._lemmatise = lemmatised.lemmatise
        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3))
        self._columns = self._vectorizer.fit_transform(lines).T.tocsr()

    def best_fact(self, question: str) -> str | None:
        scores = (self._vectorizer.transform([self._lemmatise(question)]) @ self._columns).toarray()[0]
        best = int(scores.argmax())
        return self._ids[best] if scores[best] > 0 else None


CONTENDERS: dict[str, type[Contender]] = {
    "engine": Spravka,
    "rapidfuzz extractOne": Rapidfuzz,
    "bm25s, lemmas": Bm25,
    "SQLite FTS5, lemmas": Fts5,
    "TF-IDF, letters of lemmas": Tfidf,
}
ON_LEMMAS = frozenset({"bm25s, lemmas", "SQLite FTS5, lemmas", "TF-IDF, letters of lemmas"})
"""Lemmatising, done once for all of them, counts as building for each."""


def _whole_facts(base: FactBase, lemmatised: LemmatisedBase) -> tuple[list[str], list[str]]:
    return [fact.id for fact in base.facts], [" ".join(lines) for lines in lemmatised.lines]


def _sentences(base: FactBase, lemmatised: LemmatisedBase) -> tuple[list[str], list[str]]:
    pairs = [
        (fact.id, line) for fact, lines in zip(base.facts, lemmatised.lines, strict=True) for line in lines
    ]
    return [fact for fact, _ in pairs], [line for _, line in pairs]
