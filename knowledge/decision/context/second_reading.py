"""Reads the best facts again with a trained reader, where the engine's own signs leave it unsure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import log

from knowledge.facts.model import FactBase
from knowledge.reader.reading import Reader
from knowledge.results import Reread
from knowledge.scoring.combined import decided_values, read_combination
from knowledge.scoring.searcher import SearchResult

MOST_READ = 5
"""So many facts are read again, best first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The facts in their order, and the probability that the best one answers."""

    search: SearchResult
    probability: float
    reread: Reread | None = None
    """What the engine held by itself; None where it was sure, or has no reader."""


combination = cache(read_combination)


def read_again(
    judged: Judged, reader: Reader | None, base: FactBase, without: str | None = None, text: str | None = None
) -> Judged:
    """The same facts in the order, and with the probability, that the engine and the reader give together.

    `text`: the question as the reader is to have it, where names in it are spelt otherwise.
    """
    weights = combination()
    if reader is None or not weights.lowest <= judged.probability <= weights.highest:
        return judged
    found, rest = judged.search.facts[:MOST_READ], judged.search.facts[MOST_READ:]
    readings = reader.read(text or judged.search.question.text, [one.fact for one in found], base, without)
    if readings is None:
        return judged
    engine = [one.score for one in found]
    ranks = weights.ranks(engine, readings)
    chance = log(judged.probability / (1 - judged.probability))
    probability = weights.probability(decided_values(chance, engine, readings, ranks))
    order = sorted(range(len(found)), key=lambda place: -ranks[place])
    ranked = [replace(found[place], score=ranks[place]) for place in order]
    # What was not read again stays behind what was, as far as it was before.
    lowest, last = min(ranks), engine[-1]
    ranked += [replace(one, score=lowest + one.score - last) for one in rest]
    reread = Reread(best=found[0].fact.id, score=round(judged.probability, 3))
    return Judged(SearchResult(judged.search.query, tuple(ranked)), probability, reread)
