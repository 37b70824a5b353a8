"""The event that a statement names, where the record of its fact names none."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.facts.model import Event, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.tokens import folded_words
from knowledge.retrieval.event_resolver import EventResolver

_NEAR = 3
"""The noun that an ordinal numbers stands within so many words."""
_LEAST = 2
"""Words of a title that names its event by itself."""


def event_told_of(says: str, base: FactBase, lexicon: Lexicon, resolver: EventResolver) -> Event | None:
    """The only event that is named by its number, «во втором диалоге», or by the words of its title."""
    terms, lemmas = lexicon.read(says), _lemmas(says)
    named = [one for one in base.events if _is_numbered(one, terms, resolver) or _has_title(one, lemmas)]
    return named[0] if len(named) == 1 else None


def _is_numbered(event: Event, terms: Sequence[Term], resolver: EventResolver) -> bool:
    keys = resolver.keys_of(event)
    for at, term in enumerate(terms):
        numbers = {key for key, level in term.keys if level is Level.LEMMA and _is_number(key)}
        nouns = (one for one in terms[at + 1 : at + 1 + _NEAR] if one.morphology.first_pos == "NOUN")
        noun = next(nouns, None)
        if numbers & keys and noun is not None and resolver.is_headed_by(event, [noun]):
            return True
    return False


def _is_number(key: str) -> bool:
    return key[0] == "№" and key[1:].isdecimal()


def _has_title(event: Event, lemmas: Sequence[str]) -> bool:
    title = _lemmas(event.title)
    starts = range(len(lemmas) - len(title) + 1)
    return len(title) >= _LEAST and any(lemmas[at : at + len(title)] == title for at in starts)


def _lemmas(text: str) -> list[str]:
    return [next(iter(analyse(word).lemmas), word) for word in folded_words(text)]
