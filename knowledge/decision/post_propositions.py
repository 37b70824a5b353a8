"""«Иванов — директор музея?»: a person and a post, held against the people of the pack."""

from __future__ import annotations

from knowledge.decision.name_leads import person_keys
from knowledge.decision.stated_values import Stated
from knowledge.decision.tools import Tools
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, YesNoLead
from knowledge.understanding.question import Question

_MEANT_FROM = Level.ROOT


def post_lead(question: Question, stated: list[Stated], tools: Tools) -> tuple[Person, YesNoLead] | None:
    """The person named and whether the post is theirs; None unless the rest names only a post."""
    for one in stated:
        rest = [question.terms[at] for at in question.content_places if at not in one.places]
        if one.kind != "person" or not _names_post(rest):
            continue
        person = _person_at(one, question, tools)
        if person is None:
            holder = _only_holder(rest, tools)
            if holder is not None:
                return holder, YesNoLead(polarity=Polarity.NO, held=holder.name)
        if person is None or person.post is None:
            continue
        if _holds(person, rest, tools):
            return person, YesNoLead(polarity=Polarity.YES)
        others = [other for other in tools.base.people if other != person]
        if any(_holds(other, rest, tools) and _is_whole(other, rest, tools) for other in others):
            return person, YesNoLead(polarity=Polarity.NO, held=person.post)
    return None


def _only_holder(rest: list[Term], tools: Tools) -> Person | None:
    """The only person whose whole post the words are, where somebody unknown is said to have it."""
    found = [
        one
        for one in tools.base.people
        if one.post and _holds(one, rest, tools) and _is_whole(one, rest, tools)
    ]
    return found[0] if len(found) == 1 else None


def _person_at(stated: Stated, question: Question, tools: Tools) -> Person | None:
    """The only person of the pack with every word of a name."""
    words = [{key for key, level in question.terms[at].keys if level >= _MEANT_FROM} for at in stated.places]
    found = [
        person
        for person in tools.base.people
        if all(keys & person_keys(person, tools.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def _names_post(terms: list[Term]) -> bool:
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return any(POSTS.intersection(term.morphology.lemmas) for term in content)


def _is_whole(person: Person, terms: list[Term], tools: Tools) -> bool:
    """Whether the words are the whole post: «председатель» alone may be one of a meeting."""
    asked = {key for term in terms for key, _ in term.keys}
    post = [term for term in tools.lexicon.read(person.post or "") if term.word_class is WordClass.CONTENT]
    return all(any(key in asked for key, _ in term.keys) for term in post)


def _holds(person: Person, terms: list[Term], tools: Tools) -> bool:
    """Whether every word of content stands in the person's post or side."""
    text = f"{person.post or ''} {person.side or ''}"
    keys = {key for term in tools.lexicon.read(text) for key, level in term.keys if level >= _MEANT_FROM}
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return all(any(key in keys for key, level in term.keys if level >= _MEANT_FROM) for term in content)
