"""Public data sets named by environment variables, not in the repository: XQuAD and RuBQ."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import bm25s

from bot.evaluation.question_files import Half
from bot.settings.loading import load_settings
from bot.wiring.reader import build_reader
from knowledge.decision.context.second_reading import Judged, read_again
from knowledge.decision.rules.rules import answer_probability
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId, Source
from knowledge.language.tokens import normalize, tokens
from knowledge.results import Refusal
from knowledge.scoring.searcher import Searcher
from tests.bench.contenders import Spravka
from tests.bench.lemmas import lemmas

XQUAD, RUBQ = "SPRAVKA_XQUAD", "SPRAVKA_RUBQ"

Scored = Sequence[tuple[str, float]]
"""Ids with their scores, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """How many questions rank their paragraph first without a tie; milliseconds a question."""

    name: str
    right: int
    asked: int
    ms: float


def measure_retrieval(file: Path) -> list[Retrieval]:
    """Ranks XQuAD's paragraphs as facts without examples; a tie counts as wrong."""
    base, questions = _read(file)
    reader = build_reader(load_settings(), print)
    searcher = Searcher(base)

    def ranked(question: str) -> Scored:
        facts = searcher.search(searcher.parts(normalize(question))[0]).facts
        return [(one.fact.id, one.score) for one in facts]

    def read(question: str) -> Scored:
        search = searcher.search(searcher.parts(normalize(question))[0])
        judged = read_again(Judged(search, answer_probability(search)), reader, base)
        return [(one.fact.id, one.score) for one in judged.search.facts]

    return [
        _ask("engine's ranker", ranked, questions),
        *([_ask("with the reader", read, questions)] if reader else []),
        _ask("bm25s, raw words", _bm25(base, _raw), questions),
        _ask("bm25s, lemmas", _bm25(base, lemmas), questions),
    ]


def count_refusals(file: Path, engine: Spravka) -> dict[Half, tuple[int, int]]:
    """By half of the hash: how many of RuBQ's general-knowledge questions are refused, and of how many."""
    counts = dict.fromkeys(Half, (0, 0))
    for question in filter(None, file.read_text("utf-8").splitlines()):
        half = Half.TUNING if sha256(question.encode()).digest()[0] % 2 == 0 else Half.JUDGING
        refusals, asked = counts[half]
        counts[half] = refusals + isinstance(engine.reply(question), Refusal), asked + 1
    return counts


def _ask(name: str, rank: Callable[[str], Scored], questions: Sequence[tuple[str, str]]) -> Retrieval:
    started, right = perf_counter(), 0
    for question, wanted in questions:
        best = rank(question)[:2]
        alone = bool(best) and (len(best) < 2 or best[1][1] < best[0][1])
        right += alone and best[0][0] == wanted
    ms = (perf_counter() - started) * 1000 / len(questions)
    return Retrieval(name=name, right=right, asked=len(questions), ms=ms)


def _read(file: Path) -> tuple[FactBase, list[tuple[str, str]]]:
    facts: list[Fact] = []
    questions: list[tuple[str, str]] = []
    for article in json.loads(file.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            number = FactId(f"p{len(facts)}")
            facts.append(Fact(id=number, says=paragraph["context"], topic="all", questions=()))
            questions += [(asked["question"], number) for asked in paragraph["qas"]]
    source = Source(id="x", title="", about="", publisher="", published=EdtfDate.parse("2020"), examples=())
    return FactBase(source=source, facts=tuple(facts)), questions


def _raw(text: str) -> str:
    return " ".join(token.word for token in tokens(normalize(text)))


def _bm25(base: FactBase, read: Callable[[str], str]) -> Callable[[str], Scored]:
    index = bm25s.BM25()
    index.index([read(fact.says).split() for fact in base.facts], show_progress=False)

    def ranked(question: str) -> Scored:
        scores = index.get_scores(read(question).split())
        order = (-scores).argsort(kind="stable")[:2]
        return [(base.facts[place].id, float(scores[place])) for place in order]

    return ranked
