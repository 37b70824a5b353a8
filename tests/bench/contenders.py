"""Ways to find the fact that answers: the engine, and four that go by likeness alone."""

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
from tests.bench.lemmas import Lemmatised

_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Contender(Protocol):
    """Built once on a base, then gives the id of the fact it puts first, None where it shows none."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised) -> None: ...

    def first(self, question: str) -> str | None: ...


class Spravka:
    """This project's."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised | None = None) -> None:
        self._engine = Engine(base)

    def reply(self, question: str) -> Result:
        return self._engine.reply(question, NEW, _AT).result

    def first(self, question: str) -> str | None:
        result = self.reply(question)
        return result.shown[0].fact.id if isinstance(result, Answer) and result.shown else None


class Rapidfuzz:
    """The example question with the highest token_set_ratio."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised) -> None:
        self._entries = [(text.lower(), fact.id) for fact in base.facts for text in fact.questions]
        self._texts = [text for text, _ in self._entries]

    def first(self, question: str) -> str | None:
        place = process.extractOne(question.lower(), self._texts, scorer=fuzz.token_set_ratio)[2]
        return self._entries[place][1]


class Bm25:
    """BM25 on lemmas; an entry is a whole fact, which does better than its sentences one by one."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised) -> None:
        self._ids, lines = _whole(base, lemmatised)
        self._read = lemmatised.read
        self._index = bm25s.BM25()
        self._index.index([line.split() for line in lines], show_progress=False)

    def first(self, question: str) -> str | None:
        words = self._read(question).split()
        if not words:
            return None
        scores = self._index.get_scores(words)
        best = int(scores.argmax())
        return self._ids[best] if scores[best] > 0 else None


class Fts5:
    """SQLite's full-text search on the same entries, any word, by its own rank."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised) -> None:
        self._ids, lines = _whole(base, lemmatised)
        self._read = lemmatised.read
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE entry USING fts5(line)")
        self._database.executemany("INSERT INTO entry(rowid, line) VALUES (?, ?)", enumerate(lines))

    def first(self, question: str) -> str | None:
        words = " OR ".join(f'"{word}"' for word in self._read(question).split())
        if not words:
            return None
        asked = "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 1"
        row = self._database.execute(asked, (words,)).fetchone()
        return self._ids[row[0]] if row else None


class Tfidf:
    """Cosine of TF-IDF over runs of three letters of the lemmas; an entry is a statement or an example."""

    def __init__(self, base: FactBase, lemmatised: Lemmatised) -> None:
        self._ids, lines = _apart(base, lemmatised)
        self._read = lemmatised.read
        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3))
        self._columns = self._vectorizer.fit_transform(lines).T.tocsr()

    def first(self, question: str) -> str | None:
        scores = (self._vectorizer.transform([self._read(question)]) @ self._columns).toarray()[0]
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
"""The lemmatising, done once for all of them, counts as building for each."""


def _whole(base: FactBase, lemmatised: Lemmatised) -> tuple[list[str], list[str]]:
    return [fact.id for fact in base.facts], [" ".join(lines) for lines in lemmatised.lines]


def _apart(base: FactBase, lemmatised: Lemmatised) -> tuple[list[str], list[str]]:
    pairs = [
        (fact.id, line) for fact, lines in zip(base.facts, lemmatised.lines, strict=True) for line in lines
    ]
    return [fact for fact, _ in pairs], [line for _, line in pairs]
