"""Example questions that would help a fact to be found: made of its statement, and what readers asked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from knowledge.drafting.advice.sayable import is_sayable
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.clauses.tense import is_about_future
from knowledge.drafting.grammar.agreement import forms_agree
from knowledge.drafting.mentions.places import places_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.questions.found import finds
from knowledge.drafting.questions.naming import with_capitals
from knowledge.drafting.questions.statement import statement_questions
from knowledge.drafting.statements.model import DraftStatement, StatementKind
from knowledge.drafting.statements.person_facts import person_statement
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase
from knowledge.language.question_equivalence import equivalence_key

_LONGEST = 12
"""Words: nobody types longer questions."""


def suggest_examples(
    fact: Fact,
    base: FactBase,
    asked: Iterable[str] = (),
    most: int = 8,
    engine: Engine | None = None,
) -> tuple[str, ...]:
    """Questions that neither this fact nor another has yet; those that readers `asked` first.

    With the engine of the base only those by which it finds the fact: what it finds by itself teaches it no
    wrong way.
    """
    taken = {equivalence_key(one) for other in base.every_fact for one in other.questions}
    found: dict[str, str] = {}
    made = (one for one in _made(fact, base) if len(one.split()) <= _LONGEST and forms_agree(one))
    made = (one for one in made if is_sayable(one, fact.says))
    offered = (one for one in made if engine is None or finds(engine, one, fact.id))
    for question in itertools.chain(asked, offered):
        key = equivalence_key(question)
        if key not in taken:
            found.setdefault(key, question)
        if len(found) == most:
            break
    return tuple(found.values())


def _made(fact: Fact, base: FactBase) -> Iterator[str]:
    clause = read_clause(fact.says)
    published = base.published(fact).last_day
    times = times_of(clause.text, clause.words, published, future=is_about_future(clause))
    statement = DraftStatement(
        text=fact.says,
        clause=clause,
        paragraph=fact.paragraph or 1,
        kind=StatementKind.TOLD,
        times=tuple(times),
        places=tuple(places_of(clause.words, clause.text)),
    )
    names = [base.person_by_id[part.person].name for part in fact.people if part.person in base.person_by_id]
    made = [with_capitals(one, names) for one in statement_questions(statement)]
    yield from made
    for part in fact.people:
        person = base.person_by_id.get(part.person)
        if person is not None and person.post and person.post.lower() in fact.says.lower():
            drafted = ArticlePerson(name=person.name, female=False, post=person.post)
            yield from person_statement(drafted, 1, ()).asked[1:4]
