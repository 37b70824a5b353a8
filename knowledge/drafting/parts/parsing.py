"""Reads a simple clause into its parts, left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from knowledge.data.tables import read_words
from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.grammar.phrases import NounPhrase
from knowledge.drafting.parts.amount_phrases import about_end, lasting_end, often_end, range_end
from knowledge.drafting.parts.clause_parts import Part, Parts, Role, text_of
from knowledge.drafting.parts.phrase_reading import PhraseReader
from knowledge.drafting.parts.recognised import Recognised
from knowledge.drafting.parts.role_correction import with_corrected_roles

_SMALL = frozenset({"ADVB", "PRCL", "CONJ", "INTJ", "COMP"})
_NOT = "не"
_BEING = read_words("verbs/being")


@lru_cache(2_000)
def parts_of(text: str) -> Parts:
    return _Parser(read_clause(text)).parse()


class _Parser:
    """Each step adds a part and tells the place after it; None where a word begins no such part."""

    def __init__(self, clause: Clause) -> None:
        self._clause, self._words, self._text = clause, clause.words, clause.text
        self._read = Recognised(clause)
        self._phrases = PhraseReader(self._read)
        self._out: list[Part] = []

    def parse(self) -> Parts:
        place = 0
        while place < len(self._words):
            place = self._step(place)
        return Parts(self._text, tuple(self._words), tuple(with_corrected_roles(self._out, self._clause)))

    def _step(self, place: int) -> int:
        for read in (self._verb, self._amount, self._adverbial, self._prepositional):
            end = read(place)
            if end is not None:
                return end
        return self._noun(place)

    def _verb(self, place: int) -> int | None:
        """With «не» before it."""
        is_predicate = place == self._clause.predicate
        if not is_predicate and not self._completes_verb(place):
            return None
        denied = bool(self._out) and self._out[-1].text.lower() == _NOT
        if denied:
            self._out.pop()
        return self._add(Role.VERB if is_predicate else Role.INFINITIVE, place - denied, place + 1)

    def _completes_verb(self, place: int) -> bool:
        """An infinitive, and what «будет» has with it: «будет закрыта»."""
        word, predicate = self._words[place], self._clause.predicate
        if word.first_pos == "INFN":
            return True
        auxiliary = predicate is not None and bool(self._words[predicate].lemmas & _BEING)
        return auxiliary and word.first_pos in ("PRTS", "ADJS")

    def _amount(self, place: int) -> int | None:
        if (end := often_end(self._read, place)) is not None:
            return self._add(Role.OFTEN, place, end)
        first = about_end(self._read, place)
        if first is None:
            return None
        end = self._step(first)
        last, more = self._out.pop(), first - place
        words = tuple(self._words[place:end])
        head = last.head + more if last.head is not None else None
        self._out.append(replace(last, text=text_of(self._text, words), words=words, head=head, about=more))
        return end

    def _adverbial(self, place: int) -> int | None:
        read = self._read
        if (end := read.time_end(place)) is not None:
            return self._phrase(Role.TIME, place, end)
        if (end := read.end(read.places, place)) is not None:
            return self._phrase(Role.PLACE, place, end)
        end = read.end(read.durations, place)
        return self._phrase(Role.SPAN, place, end) if end is not None else None

    def _prepositional(self, place: int) -> int | None:
        if self._words[place].first_pos != "PREP":
            return None
        if (end := lasting_end(self._read, place)) is not None:
            return self._add(Role.OCCASION, place, end)
        if (end := range_end(self._read, place)) is not None:
            return self._add(Role.NOUN, place, end)
        phrase = self._phrases.at(place + 1)
        if phrase is None:
            return self._add(Role.OTHER, place, place + 1)
        end = self._phrases.with_like_phrases(place, self._phrases.joined_end(phrase))
        return self._add(self._phrases.role_after(place, phrase), place, end, phrase)

    def _noun(self, place: int) -> int:
        word = self._words[place]
        phrase = None
        if word.first_pos not in _SMALL or word.is_capital:
            phrase = self._phrases.at(place)
        if phrase is None:
            return self._add(Role.ADVERB if word.first_pos in _SMALL else Role.OTHER, place, place + 1)
        subject = self._clause.subject
        is_subject = subject is not None and subject[0] <= phrase.head < max(subject[1], subject[0] + 1)
        role = Role.SUBJECT if is_subject else Role.NOUN
        return self._add(role, place, self._phrases.with_complements(phrase), phrase)

    def _phrase(self, role: Role, place: int, end: int) -> int:
        first = place + 1 if self._words[place].first_pos == "PREP" else place
        phrase = self._phrases.at(first) if first < end else None
        if phrase is None or phrase.head >= end:
            return self._add(role, place, end)
        if role is Role.PLACE:
            end = self._phrases.with_like_phrases(place, max(end, phrase.end))
        return self._add(role, place, end, phrase)

    def _add(self, role: Role, start: int, end: int, phrase: NounPhrase | None = None) -> int:
        words = tuple(self._words[start:end])
        head = phrase.head - start if phrase is not None else None
        reading = phrase.reading if phrase is not None else None
        self._out.append(Part(role, text_of(self._text, words), words, head, reading))
        return end
