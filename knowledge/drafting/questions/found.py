"""Keeps of a draft's example questions those by which the engine finds their facts."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.results import Answer

MOST = 12
"""Questions of a fact: enough for an editor to read."""
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def with_found_questions(drafted: FactBase, told: Collection[str] = ()) -> FactBase:
    """Each question is asked of the draft accepted as it is, with the question itself left out.

    Those that the article tells to be of the fact are kept first, whether they find it or not. A fact of
    which none is found keeps the first.
    """
    accepted = replace(
        drafted, facts=tuple(replace(one, draft=False) for one in drafted.every_fact), drafts=()
    )
    engine = Engine(accepted)
    kept = {
        one.id: tuple(itertools.islice(_kept(one, engine, told), MOST)) or one.questions[:1]
        for one in accepted.facts
    }
    return replace(
        drafted,
        facts=tuple(replace(one, questions=kept[one.id]) for one in drafted.facts),
        drafts=tuple(replace(one, questions=kept[one.id]) for one in drafted.drafts),
    )


def _kept(fact: Fact, engine: Engine, told: Collection[str]) -> Iterator[str]:
    yield from (question for question in fact.questions if question in told)
    for question in fact.questions:
        if question not in told and finds(engine.without(question), question, fact.id):
            yield question


def finds(engine: Engine, question: str, fact: FactId) -> bool:
    result = engine.reply(question, NEW, _ANY_TIME).result
    return isinstance(result, Answer) and any(shown.fact.id == fact for shown in result.shown)
