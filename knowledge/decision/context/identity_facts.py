"""The facts that say who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, FactBase, Person
from knowledge.language.lexicon import Lexicon
from knowledge.language.word_class import WordClass


def identity_facts(person: Person, context: RuleContext) -> Iterator[Fact]:
    """The fact that says who a person is, if there is one."""
    found = identity_of(person, context.base, context.lexicon)
    if found is not None:
        yield found


def identity_of(person: Person, base: FactBase, lexicon: Lexicon) -> Fact | None:
    """The fact that says who a person is: it names nobody else, and the post."""
    post = lexicon.sure(person.post or "")
    said = (fact for fact in base.facts if post and _is_alone(person, fact))
    return next((fact for fact in said if all(key in lexicon.sure(fact.says) for key in post)), None)


def tells_post(fact: Fact, person: Person, lexicon: Lexicon) -> bool:
    """Whether a fact says nothing but who a person is: «Директор музея — Олег Рыбин»."""
    own = lexicon.sure(" ".join((person.name, *person.names, person.post or "", person.side or "")))
    content = (term for term in lexicon.read(fact.says) if term.word_class is WordClass.CONTENT)
    only = all(any(key in own for key, _ in term.keys) for term in content)
    return bool(person.post) and only and _is_alone(person, fact)


def _is_alone(person: Person, fact: Fact) -> bool:
    return [part.person for part in fact.people] == [person.id] and fact.said_by is None
