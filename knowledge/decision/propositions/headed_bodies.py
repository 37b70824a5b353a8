"""«Линч возглавляет министерство обороны?»: who heads a body, held against the person's post."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.propositions.held_posts import person_at
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import ORGANISATIONS
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, YesNoLead
from knowledge.understanding.question import Question

_VERBS = frozenset({"VERB"})
_HEADS = frozenset(ROLE_WORDS["chair"])


def headed_body_lead(
    question: Question, stated: Sequence[Stated], access: BaseAccess
) -> tuple[Person, YesNoLead] | None:
    """The person named and whether the body is theirs by their post, which names such a body; else None."""
    people = [one for one in stated if one.kind == "person"]
    person = person_at(people[0], question, access) if len(people) == 1 else None
    if person is None or not person.post:
        return None
    rest = [question.terms[at] for at in question.content_places if at not in people[0].places]
    heads = [term for term in rest if heads_in_words(term)]
    bodies = [term for term in rest if ORGANISATIONS.intersection(term.morphology.lemmas)]
    if len(heads) != 1 or len(bodies) != 1 or any(map(_is_timed, rest)) or is_beside(bodies[0], question):
        return None
    held = {key for term in access.lexicon.read(f"{person.post} {person.side or ''}") for key, _ in term.keys}
    if not _is_in(bodies[0], held):
        return None
    others = [term for term in rest if term not in (*heads, *bodies) and _is_content(term)]
    if not others:
        return None
    if all(_is_in(term, held) for term in others):
        return person, YesNoLead(polarity=Polarity.YES)
    return person, YesNoLead(polarity=Polarity.NO, held=person.post)


def heads_in_words(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS and term.lemma in _HEADS


def is_beside(body: Term, question: Question) -> bool:
    """«Вёл переговоры с нашей стороны»: after a preposition it is not what is headed."""
    before = list(question.terms[: question.terms.index(body)])
    while before and before[-1].morphology.first_pos == "ADJF":
        before.pop()
    return bool(before) and before[-1].morphology.first_pos == "PREP"


def _is_content(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT


def _is_timed(term: Term) -> bool:
    """A date or a number: not the post alone is asked of."""
    return any(key[0] in "/#" for key, _ in term.keys)


def _is_in(term: Term, keys: set[str]) -> bool:
    return any(key in keys for key, _ in term.keys)
