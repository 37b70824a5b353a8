"""The facts that say who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Lexicon
from knowledge.language.word_class import WordClass


def identity_facts(person: Person, context: RuleContext) -> Iterator[Fact]:
    """The fact that says who a person is: it names nobody else, and the post."""
    post = context.lexicon.sure(person.post or "")
    for fact in context.base.facts:
        if _is_alone(person, fact) and post and all(key in context.lexicon.sure(fact.says) for key in post):
            yield fact
            return


def tells_post(fact: Fact, person: Person, lexicon: Lexicon) -> bool:
    """Whether a fact says nothing but who a person is: «Директор музея — Олег Рыбин»."""
    own = lexicon.sure(" ".join((person.name, *person.names, person.post or "", person.side or "")))
    content = (term for term in lexicon.read(fact.says) if term.word_class is WordClass.CONTENT)
    only = all(any(key in own for key, _ in term.keys) for term in content)
    return bool(person.post) and only and _is_alone(person, fact)


def _is_alone(person: Person, fact: Fact) -> bool:
    return [part.person for part in fact.people] == [person.id] and fact.said_by is None
