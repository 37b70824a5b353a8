"""People of a statement by their names: who is listed with whom, and what post another has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.identity_facts import tells_post
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.results import Participant
from knowledge.scoring.searcher import ScoredFact

_LISTING = re.compile(r",? (?:и )?")


def person_keys(person: Person, lexicon: Lexicon) -> set[str]:
    return {
        key
        for name in (person.name, *person.names)
        for term in lexicon.read(name)
        for key, level in term.keys
        if level >= Level.ROOT
    }


def own_post_of(
    asked: set[str], found: ScoredFact, people: Sequence[Participant], access: BaseAccess
) -> str | None:
    """«Орлов отвечает за лекции?» of the post of another: the post that Orlov has."""
    if len(people) != 1 or not tells_post(found.fact, people[0].person, access.lexicon):
        return None
    named = [one for one in access.base.people if asked & person_keys(one, access.lexicon)]
    return named[0].post if len(named) == 1 else None


def with_listed(
    near: tuple[Participant, ...], people: tuple[Participant, ...], fact: Fact, lexicon: Lexicon
) -> tuple[Participant, ...]:
    """Some people of a statement with those whose names only a comma or «и» parts from theirs."""
    terms = lexicon.read(fact.says)
    spans = []
    for one in people:
        keys = person_keys(one.person, lexicon)
        named = [term.token for term in terms if any(key in keys for key, _ in term.keys)]
        if named:
            spans.append((named[0].start, named[-1].end, one))
    spans.sort(key=lambda one: one[0])
    listed = set[int]()
    for place, (before, after) in enumerate(pairwise(spans)):
        if _LISTING.fullmatch(fact.says[before[1] : after[0]]):
            listed |= {place, place + 1}
    of_list = tuple(one for place, (_, _, one) in enumerate(spans) if place in listed)
    return of_list if len(near) == 1 and near[0] in of_list else near
