"""The statement by template that says who a person is."""

from __future__ import annotations

from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.events.draft_events import DraftEvent
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.statements.model import DraftStatement, StatementKind
from knowledge.drafting.texts.question_texts import question
from knowledge.drafting.texts.templates import template


def person_statement(person: ArticlePerson, paragraph: int, events: tuple[DraftEvent, ...]) -> DraftStatement:
    assert person.post is not None
    text = template("post", name=person.name, post=person.post)
    asked = [
        question("who_is_femn" if person.female else "who_is", name=person.name),
        question("post_of", name=person.name),
        *(question("post_person", post=one) for one in _posts(person.post)),
        question("post_work", name=person.name),
        question("post_yes", name=person.name, post=person.post),
        question("name_dry", name=person.name),
    ]
    return DraftStatement(
        text=text,
        clause=read_clause(text),
        paragraph=paragraph,
        kind=StatementKind.PERSON,
        people=(person,),
        events=events,
        asked=asked,
    )


def _posts(post: str) -> list[str]:
    """«директор центра, зоолог» is asked for one by one."""
    return post.split(", ")
