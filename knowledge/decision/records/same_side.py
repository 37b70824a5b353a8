"""«Линч и Джонсон из одной страны?»: yes or no by the sides of the people named."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead

_WORDS = read_groups("requests/person_sides")
_FORMS = (AnswerForm.WHERE, AnswerForm.YES_NO, AnswerForm.OTHER)
_OWN = ("side", "acting", "same", "apart")


def of_same_side(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Whether two people or more have one side; None where more is asked or a side is not held."""
    question = context.search.question
    request = question.request
    if request.form not in _FORMS or request.negated or sides_named(question.terms, access):
        return None
    is_apart = any(_has(term, "apart") for term in question.terms)
    is_same = any(_has(term, "same") for term in question.terms)
    people = _people(question.terms, access)
    if is_apart == is_same or len(people) < 2 or not any(_has(term, "side") for term in question.terms):
        return None
    if any(_is_more(term, access) for term in question.terms) or not all(one.side for one in people):
        return None
    is_one = len({one.side for one in people}) == 1
    facts = dict.fromkeys(fact for one in people for fact in identity_facts(one, context))
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts)
    if not shown:
        return None
    lead = YesNoLead(polarity=Polarity.YES if is_one == is_same else Polarity.NO)
    form = AnswerForm.YES_NO
    return Answer(rule="post-record", confidence=0.9, shown=shown, lead=lead, form=form, why=context.why)


def _people(terms: tuple[Term, ...], access: BaseAccess) -> list[Person]:
    return list({one.id: one for one in people_named(terms, access)}.values())


def _is_more(term: Term, access: BaseAccess) -> bool:
    """Whether a word asks for more than the side of somebody."""
    is_own = any(_has(term, group) for group in _OWN) or bool(people_named([term], access))
    return term.word_class is WordClass.CONTENT and not is_own


def _has(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))
