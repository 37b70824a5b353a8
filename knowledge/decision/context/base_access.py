"""What answers of a special form are computed from: searches of the base, its words and events, the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from knowledge.decision.context.second_reading import Judged
from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon
from knowledge.retrieval.event_resolver import EventResolver
from knowledge.retrieval.index import Index
from knowledge.retrieval.named_subjects import NamedSubjects
from knowledge.scoring.searcher import SearchResult
from knowledge.understanding.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseAccess:
    """`search` finds facts for another question than the reader's; `probability` says how likely its best
    fact answers; `judge` does both and reads again where that is unsure; `today` is the reader's day in
    the pack's zone, `minute` that of the day."""

    base: FactBase
    lexicon: Lexicon
    index: Index
    resolver: EventResolver
    subjects: NamedSubjects
    search: Callable[[Question], SearchResult]
    probability: Callable[[SearchResult], float]
    judge: Callable[[Question], Judged]
    person_keys: frozenset[str]
    place_keys: frozenset[str]
    word_forms: frozenset[str] = frozenset()
    """Folded forms of all words of the base."""
    today: date
    minute: int = 0
    own_words: frozenset[str] = frozenset()
    """Words of a follow-up itself; the rest of its clause was carried over."""
