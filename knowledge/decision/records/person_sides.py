"""«Чью сторону представляла Линч?», «от какой страны Рейн?»: the side of a person, by the pack."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Person
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot, ValueLead

_WORDS = read_groups("requests/person_sides")
_FORMS = (AnswerForm.WHO, AnswerForm.WHAT, AnswerForm.WHICH, AnswerForm.WHERE, AnswerForm.OTHER)


def side_of_person(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The side of the one person named, None where a word asks for more than a side."""
    question = context.search.question
    request = question.request
    if (
        request.form not in _FORMS
        or request.negated
        or request.alternatives
        or sides_named(question.terms, access)
    ):
        return None
    people = people_named(question.terms, access)
    person = people[0] if len(people) == 1 else None
    if person is None or person.side is None:
        return None
    asks = any(_has(term, "side") for term in question.terms) and any(
        term.word in question_words.WHICH or _has(term, "whose") for term in question.terms
    )
    rest = [
        term
        for term in question.terms
        if term.word_class is WordClass.CONTENT
        and not people_named([term], access)
        and not any(_has(term, group) for group in ("side", "whose", "acting"))
    ]
    return _answer(person, context) if asks and not rest else None


def _has(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _answer(person: Person, context: RuleContext) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in identity_facts(person, context))
    lead = ValueLead(held=person.side or "")
    form = context.search.question.request.form
    return (
        Answer(rule="post-record", confidence=0.9, shown=shown, lead=lead, form=form, why=context.why)
        if shown
        else None
    )
