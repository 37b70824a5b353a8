"""«Линч и Джонсон — министры?»: one post stated of several people, each judged by their own."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.held_posts import holds_post, is_in, is_post, role_keys
from knowledge.decision.propositions.post_propositions import is_copular
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.results import Answer, AnswerForm, ListLead, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_EVERY = read_groups("requests/whole_sets")["every"]
_FORMS = (AnswerForm.YES_NO, AnswerForm.OTHER)
_SEVERAL = 2


def judge_posts(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes where the post is of each of those named, else the posts of all; None where more is stated."""
    question = context.search.question
    if question.request.form not in _FORMS or question.request.negated or not access.base.people:
        return None
    people = people_named(question.terms, access)
    post = _post(question, access) if len(people) >= _SEVERAL and is_copular(question) else []
    if not post or not all(one.post for one in people):
        return None
    if any(is_in(term, role_keys(one, access)) for one in people for term in post):
        return None  # «председатели» of a meeting
    facts = [fact for one in people for fact in identity_facts(one, context)]
    if len(facts) < len(people):
        return None
    each = all(holds_post(one, post, access, titled=False) for one in people)
    return Answer(
        rule="people-set",
        confidence=0.9,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        lead=YesNoLead(polarity=Polarity.YES) if each else _posts_of(people),
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _posts_of(people: Sequence[Person]) -> ListLead:
    return ListLead(items=tuple(f"{one.name}: {one.post}" for one in people))


def _post(question: Question, access: BaseAccess) -> list[Term]:
    """The words of the post, its noun and what depends on that; none where the question says more."""
    rest = [at for at in question.content_places if not people_named([question.terms[at]], access)]
    rest = [at for at in rest if not _EVERY.intersection(question.terms[at].morphology.lemmas)]
    terms = [question.terms[at] for at in rest]
    heads = [term for term in terms if is_post(term)]
    if len(heads) != 1 or any(at and question.terms[at - 1].morphology.first_pos == "PREP" for at in rest):
        return []
    return terms if all(term is heads[0] or _depends(term) for term in terms) else []


def _depends(term: Term) -> bool:
    """«Юстиции» of «министр юстиции», «главный» of «главный инженер»."""
    marks = term.morphology
    return marks.genitive or marks.first_pos == "ADJF" or not marks.known or term.token.written.isupper()
