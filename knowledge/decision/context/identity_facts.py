"""The facts that say who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, Person


def identity_facts(person: Person, context: RuleContext) -> Iterator[Fact]:
    """The fact that says who a person is: it names nobody else, and the post."""
    post = context.lexicon.sure(person.post or "")
    for fact in context.base.facts:
        alone = [part.person for part in fact.people] == [person.id] and fact.said_by is None
        if alone and post and all(key in context.lexicon.sure(fact.says) for key in post):
            yield fact
            return
