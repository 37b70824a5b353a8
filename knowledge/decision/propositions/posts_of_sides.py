"""«Линч — министр юстиции Китая?»: a person's own post, but said to be of another side or country."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.meant_sides import sides_meant
from knowledge.decision.context.places import is_country
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_INSIDE = read_groups("function_words/prepositions")["place_into"]
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_NOMINAL = frozenset({"NOUN", "ADJF"})


def is_own_of_other_side(person: Person, question: Question, rest: Sequence[int], access: BaseAccess) -> bool:
    """Whether the words name the person's post, and a land or side that is neither its nor theirs.

    «Председатель от Китая» is of a meeting; «министр в Китае» is of that land, unless beside a verb.
    """
    places = [at for at in rest if question.terms[at].word_class is WordClass.CONTENT]
    of_others = [at for at in places if is_of_other_side(question.terms[at], person, access)]
    own = [question.terms[at] for at in places if at not in of_others]
    if not of_others or not own or any(_is_after_preposition(question, at) for at in of_others):
        return False
    held = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    # «Глава» of one state is not that of another, whatever the post is called.
    posts = (term for term in own if POSTS.intersection(term.morphology.lemmas))
    return all(_is_in(term, held) for term in own) or any(posts)


def is_of_other_side(term: Term, person: Person, access: BaseAccess) -> bool:
    """Whether a word names a side of the base or a country, none of the person's."""
    sides = sides_meant(term, access)
    if not sides and not (is_country(term) and term.morphology.first_pos in _NOMINAL):
        return False
    post = access.lexicon.read(person.post or "")
    if not person.side and not any(is_country(one) or sides_meant(one, access) for one in post):
        return False  # of whose post it is nothing is told
    own = {key for one in (*post, *access.lexicon.read(person.side or "")) for key, _ in one.keys}
    return person.side not in sides and not _is_in(term, own)


def says_where(question: Question, rest: Sequence[int]) -> bool:
    """«Линч, министр юстиции, была в Китае?»: beside a verb «в» says where somebody was, not of what."""
    acts = any(term.morphology.first_pos in _VERBS for term in question.terms)
    return acts and any(at and question.terms[at - 1].word in _INSIDE for at in rest)


def _is_after_preposition(question: Question, at: int) -> bool:
    before = question.terms[at - 1] if at else None
    if before is None or before.morphology.first_pos != "PREP":
        return False
    acts = any(term.morphology.first_pos in _VERBS for term in question.terms)
    return acts or before.word not in _INSIDE


def _is_in(term: Term, keys: set[str] | frozenset[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= Level.ROOT)
