"""Finds the event of the base that the words of a question name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from knowledge.facts.model import Event, EventId, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.tokens import folded_words
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.number_extraction import event_ordinals

_LOOSER = 0.5
"""What a word of the same meaning weighs where another event has the root itself."""


def main_event(base: FactBase) -> Event | None:
    """The event that the pack is about: the one that it names, else the first of its chain."""
    if base.source.main is not None and base.source.main in base.event_by_id:
        return base.event_by_id[base.source.main]
    first = next((event for event in base.events if event.order == 1), None)
    return first or next(iter(base.events), None)


class EventResolver:
    """Finds the event that the words of a question name."""

    def __init__(self, base: FactBase, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        self._keys = [(event, self._keys_of(event)) for event in base.events]
        self._words = {event.id: frozenset(folded_words(event.title)) for event in base.events}
        self._heads = {event.id: self._head_of(event) for event in base.events}
        self._by_id = {event.id: keys for event, keys in self._keys}
        self._counts: dict[str, int] = {}
        for _, keys in self._keys:
            for key in keys:
                self._counts[key] = self._counts.get(key, 0) + 1

    def _keys_of(self, event: Event) -> frozenset[str]:
        names = [
            self._base.person_by_id[part.person].name
            for part in event.people
            if part.person in self._base.person_by_id
        ]
        texts = (event.title, event.where or "", *names)
        keys = frozenset().union(*map(self._lexicon.content, texts))
        # «Первое заседание» stays the first though it is the second event of its chain.
        is_numbered = any(key[0] == "№" for key in self._lexicon.content(event.title))
        ordinals = (key for key in event_ordinals([event]) if not (is_numbered and key[1:].isdecimal()))
        return keys.union(ordinals)

    def _head_of(self, event: Event) -> frozenset[str]:
        """Keys of the first noun of its title: «Суд о забастовке» is no strike."""
        return frozenset(key for key, level in self._head(event) if level is Level.LEMMA)

    def _head(self, event: Event) -> Sequence[tuple[str, Level]]:
        nouns = (term for term in self._lexicon.read(event.title) if term.morphology.first_pos == "NOUN")
        # «Китайско» of «китайско-американский» heads nothing.
        heads = (term for term in nouns if event.title[term.token.end : term.token.end + 1] != "-")
        head = next(heads, None)
        return head.keys if head is not None else ()

    def is_headed_by(self, event: Event, terms: Iterable[Term]) -> bool:
        """Whether a word is the first noun of the event's title, or of its root: «открыт» of «Открытие»."""
        head = {key for key, level in self._head(event) if level >= Level.ROOT}
        return any(key in head for term in terms for key, level in term.keys if level >= Level.ROOT)

    def keys_of(self, event: Event) -> frozenset[str]:
        """Of its title, place, people and ordinal."""
        return self._by_id[event.id]

    def is_headed(self, event: Event, noun: Term) -> bool:
        """Whether a noun is the first one of the event's title."""
        return any(key in self._heads[event.id] for key, level in noun.keys if level is Level.LEMMA)

    def resolve(
        self, terms: Sequence[Term], beside: Iterable[Term] = ()
    ) -> tuple[Event | None, tuple[Term, ...]]:
        """The event that has most of the words, and the words of content that it lacks.

        `beside`: all words of the question, which decide between events that have as many.
        No event where an ordinal («третий диалог») is of none. Ties go to the main event.
        """
        content = _content(terms)
        ordinals = [key for term in content if (key := _ordinal(term))]
        main = main_event(self._base)
        best: tuple[tuple[float, bool, int, bool], Event] | None = None
        words = {term.word for term in (*terms, *beside)}
        # «До» of «сколько до второй очереди» is no word of «Открытие линии до Заречья».
        weights = [self._weights(term) for term in content if term.morphology.first_pos != "PREP"]
        for event, keys in self._keys:
            if any(key not in keys for key in ordinals):
                continue
            score = sum(weight[event.id] for weight in weights)
            is_head = any(self.is_headed(event, term) for term in content)
            # «Норд 2 Про» is told from «Норд 2» by words that carry no content.
            fit = (score, is_head, len(words & self._words[event.id]), event == main)
            if score > 0 and (best is None or fit > best[0]):
                best = (fit, event)
        if best is None:
            return None, tuple(content)
        found = self._by_id[best[1].id]
        return best[1], tuple(term for term in content if not any(key in found for key, _ in term.keys))

    def with_all(self, terms: Iterable[Term]) -> tuple[Event, ...]:
        """The events that have all words of content, none where there is no such word."""
        content = _content(terms)
        if not content:
            return ()
        return tuple(
            event for event, keys in self._keys if all(any(key in keys for key, _ in t.keys) for t in content)
        )

    def _weights(self, term: Term) -> dict[EventId, float]:
        """What a word weighs for each event: by the thesaurus less than for any that has its root.

        «Открыли» is the «Открытие» of the road before the «Начало строительства».
        """
        met = {event.id: self._weight(term, keys) for event, keys in self._keys}
        sure = [weight for weight, level in met.values() if level is not None and level >= Level.ROOT]
        cap = min(sure, default=None)
        return {
            event: weight if cap is None or level is not Level.THESAURUS else min(weight, cap * _LOOSER)
            for event, (weight, level) in met.items()
        }

    def _weight(self, term: Term, keys: frozenset[str]) -> tuple[float, Level | None]:
        """What a word weighs by its surest key that is among others, and how sure that is."""
        met = [(key, level) for key, level in term.keys if key in keys]
        if not met:
            return 0.0, None
        surest = max(level for _, level in met)
        # A looser key that only one title has tells no more than the surest, which several have.
        rarest = min(self._counts.get(key, 1) for key, level in met if level is surest)
        weight = (0.2 + log((1 + len(self._keys)) / rarest)) * (1.0 if surest >= Level.SYNONYM else 0.7)
        return weight, surest


def _content(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.word_class is WordClass.CONTENT or _ordinal(term)]


def _ordinal(term: Term) -> str | None:
    return next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "№"), None)
