"""«Линч китаянка?», «Го американец?»: the side that the base has for a person."""

from __future__ import annotations

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.propositions.post_propositions import person_at
from knowledge.decision.propositions.record_propositions import post_answer
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Polarity, YesNoLead


def judge_nationality(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no where nothing is named but one person and where such people are from."""
    question = context.search.question
    people = [one for one in stated_values(question, access) if one.kind == "person"]
    if len(people) != 1 or (question.request.negated and not question.request.tagged):
        return None
    person = person_at(people[0], question, access)
    rest = [question.terms[at] for at in question.content_places if at not in people[0].places]
    rest = [term for term in rest if term.word_class is WordClass.CONTENT]
    if person is None or not person.side or len(rest) != 1 or not _is_somebody(rest[0]):
        return None
    sides = _sides_of(rest[0], access)
    if not sides:
        return None
    same = person.side in sides
    lead = YesNoLead(polarity=Polarity.YES) if same else YesNoLead(polarity=Polarity.NO, held=person.side)
    return post_answer(person, lead, context, access)


def _is_somebody(term: Term) -> bool:
    """«Китаянка», «японец», said of somebody."""
    marks = term.morphology
    return marks.first_pos == "NOUN" and marks.animate and term.word in marks.lemmas


def _sides_of(term: Term, access: BaseAccess) -> list[str]:
    """The sides of the base whose people are called so."""
    named = {key for key, level in term.keys if level >= Level.ROOT}
    return [side for side, keys in access.subjects.sides if not named.isdisjoint(keys)]
