"""Whose post some words name, in whole or in part."""

from __future__ import annotations

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.named_people import person_keys
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_MEANT_FROM = Level.ROOT


def person_at(stated: Stated, question: Question, access: BaseAccess) -> Person | None:
    """The only person of the pack with every word of a name."""
    words = [{key for key, level in question.terms[at].keys if level >= _MEANT_FROM} for at in stated.places]
    found = [
        person
        for person in access.base.people
        if all(keys & person_keys(person, access.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def holds_post(person: Person, terms: list[Term], access: BaseAccess, *, titled: bool = True) -> bool:
    """Whether every word of content stands in the person's post or side.

    `titled`: or in the title of the base, where it only says of what: «директор Самарского зоопарка».
    """
    text = f"{person.post or ''} {person.side or ''}"
    keys = {key for term in access.lexicon.read(text) for key, level in term.keys if level >= _MEANT_FROM}
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    other = [term for term in content if not is_in(term, keys)]
    if not other or len(other) == len(content) or not titled:
        return not other
    if _has_own_complement(person, content, other, access):
        return False
    title = access.lexicon.sure(access.base.source.title) | access.lexicon.sure(access.base.source.about)
    return all(term.morphology.first_pos != "NOUN" or not is_post(term) for term in other) and all(
        is_in(term, title) for term in other
    )


def _has_own_complement(person: Person, asked: list[Term], other: list[Term], access: BaseAccess) -> bool:
    """«Председатель диалога» of the head of a state: the post has a noun of its own that is not asked, where
    another one is."""
    keys = {key for term in asked for key, level in term.keys if level >= _MEANT_FROM}
    post = [term for term in access.lexicon.read(person.post or "") if term.word_class is WordClass.CONTENT]
    own = [term for term in post if term.morphology.first_pos == "NOUN" and not is_post(term)]
    return any(term.morphology.first_pos == "NOUN" for term in other) and not (
        not own or any(is_in(term, keys) for term in own)
    )


def is_whole(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the words are the whole post: «председатель» alone may be one of a meeting."""
    asked = {key for term in terms for key, _ in term.keys}
    post = [term for term in access.lexicon.read(person.post or "") if term.word_class is WordClass.CONTENT]
    return all(any(key in asked for key, _ in term.keys) for term in post)


def is_whose_post(terms: list[Term], access: BaseAccess) -> bool:
    """«Терян — член совета банка?»: without a verb, the words are the whole post of somebody."""
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return bool(content) and any(
        holds_post(one, terms, access) and is_whole(one, terms, access) for one in access.base.people
    )


def names_post(terms: list[Term]) -> bool:
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return any(
        term.morphology.first_pos == "NOUN" and POSTS.intersection(term.morphology.lemmas) for term in content
    )


def is_of_another(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the words are the whole post of somebody else."""
    return any(
        holds_post(other, terms, access, titled=False) and is_whole(other, terms, access)
        for other in access.base.people
        if other != person
    )


def only_holder(rest: list[Term], access: BaseAccess) -> Person | None:
    """The one person who holds exactly this post, which the question gives to somebody unknown."""
    found = [
        one
        for one in access.base.people
        if one.post and holds_post(one, rest, access) and is_whole(one, rest, access)
    ]
    return found[0] if len(found) == 1 else None


def role_keys(person: Person, access: BaseAccess) -> set[str]:
    """Keys of the words for what a person is at the events of the base."""
    roles = {part.role for event in access.base.events for part in event.people if part.person == person.id}
    return {key for role in roles for key in ROLE_WORDS.get(role or "", ())}


def heads_another(person: Person, post: Term, access: BaseAccess, *, only: bool = False) -> bool:
    """«Дёмин — мэр?»: one word that begins the post of somebody else, and is no part of the person's own.

    `only`: of one other person alone.
    """

    def begins(other: Person) -> bool:
        first = next(iter(access.lexicon.read(other.post or "")), None)
        return first is not None and first.lemma == post.lemma

    own = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    # «Го — председатель?»: the chair of a meeting, though the post of another begins so.
    own |= role_keys(person, access)
    others = sum(begins(other) for other in access.base.people if other != person)
    return not is_in(post, own) and (others == 1 if only else others > 0)


def is_in(term: Term, keys: set[str] | frozenset[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= _MEANT_FROM)


def is_post(term: Term) -> bool:
    return bool(POSTS.intersection(term.morphology.lemmas))
