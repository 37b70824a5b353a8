"""The event that the source's title names, where the base would take its first one for the main one."""

from __future__ import annotations

from knowledge.facts.model import Event, FactBase
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.retrieval.event_resolver import main_event

_NAMED = 0.6
"""The share of an event's title from which that of the source names it."""


def better_main_event(base: FactBase) -> Event | None:
    """One with more words of the title than the main event has; None where the source names `main`."""
    main = main_event(base)
    if base.source.main is not None or main is None:
        return None
    lexicon = Lexicon(base.terms)
    title = lexicon.sure(base.source.title)
    fits = {event.id: _fit(event, title, lexicon) for event in base.events}
    best = max(base.events, key=lambda event: fits[event.id])
    (met, share), (own, _) = fits[best.id], fits[main.id]
    return best if met > own and share >= _NAMED else None


def _fit(event: Event, title: frozenset[str], lexicon: Lexicon) -> tuple[int, float]:
    """How many words of an event's title that of the source has, and which share of them."""
    terms = [term for term in lexicon.read(event.title) if term.word_class is WordClass.CONTENT]
    met = sum(any(key in title for key, level in term.keys if level >= Level.ROOT) for term in terms)
    return met, met / max(len(terms), 1)
