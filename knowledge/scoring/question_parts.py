"""Reads a clause as one question for each slot and person that it asks for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.retrieval.indexed_base import name_keys
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.request import of_slot


class QuestionParts:
    """Of the questions to one base; `name_keys` are the keys of all names of its people."""

    def __init__(self, base: FactBase, lexicon: Lexicon, name_keys_of_all: Collection[str]) -> None:
        self._people, self._lexicon, self._name_keys = base.people, lexicon, name_keys_of_all
        self._person_keys = {person.id: name_keys(person, lexicon) for person in base.people}

    def of(self, text: str) -> tuple[Question, ...]:
        """One at least."""
        question = parse_question(text, self._lexicon, asking=True)
        named = [place for place in question.content_places if self._is_name(question.terms[place])]
        content = [
            place
            for place in question.content_places
            if question.terms[place].word_class is WordClass.CONTENT
        ]
        if content and named == content and question.slot is Slot.PERSON and question.slots:
            question = replace(question, slots=(Slot.POST,))
        people = self._places_by_person(question)
        if question.slot is Slot.POST and len(people) > 1 and named == content:
            other = [place for place in question.content_places if place not in named]
            return tuple(
                replace(question, content_places=tuple(sorted([*other, *places])), slots=(Slot.POST,))
                for places in people
            )
        parts = (
            replace(question, slots=(slot,), request=of_slot(question.request, slot, question.slot))
            for slot in question.slots
        )
        return tuple(parts) or (question,)

    def _is_name(self, term: Term) -> bool:
        return any(key in self._name_keys for key, level in term.keys if level >= Level.ROOT)

    def _places_by_person(self, question: Question) -> list[list[int]]:
        """For each person that the question names the places of the words of the name."""
        found: dict[str, list[int]] = {}
        for person in self._people:
            keys = self._person_keys[person.id]
            places = [
                place
                for place in question.content_places
                if any(key in keys for key, level in question.terms[place].keys if level is Level.LEMMA)
            ]
            if places and not any(set(places) <= set(other) for other in found.values()):
                found[person.id] = places
        return list(found.values())
