"""«Кто председательствовал, кроме Линч?»: those whom the answer names besides the people left out."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.answer_slots import fill_slots
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.leads.leads import lead_of
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Reason, Refusal, ValueLead
from knowledge.understanding.question import Question, parse_question

_EXCEPT = read_groups("function_words/prepositions")["except"]
_PARTICLES = read_groups("function_words/particles")
_LIKELY = 0.5
"""The chance from which a fact answers the question without the people left out."""


def others_named(context: RuleContext, access: BaseAccess) -> Answer | Refusal | None:
    """The people of the fact that answers, without those left out; None where it does not name these too."""
    question = context.search.question
    request = question.request
    if request.form is not AnswerForm.WHO or not request.excepted or request.negated:
        return None
    left_out, rest = _without_people(question, access)
    if not left_out or not rest:
        return None
    judged = access.judge(parse_question(rest, access.lexicon, asking=True))
    if not judged.search.facts or judged.probability < _LIKELY:
        return None
    shown = tuple(fill_slots(judged.search.facts[0], judged.search.query, access.base))
    lead = lead_of(shown[0], judged.search.query, access, None) if shown else None
    if not isinstance(lead, ValueLead) or not isinstance(lead.held, tuple):
        return None
    others = tuple(one for one in lead.held if one.person not in left_out)
    if len(lead.held) - len(others) != len(left_out):
        return None
    named = {part.person for part in shown[0].fact.people}
    if not others and named - {one.id for one in left_out}:
        return None
    if not others:
        return refuse(context, "turned-away", Reason.NO_SUCH_SLOT, judged.probability)
    return Answer(
        rule="people-set",
        confidence=round(judged.probability, 3),
        shown=shown[:1],
        lead=replace(lead, held=others),
        form=request.form,
        why=context.why,
    )


def _of_post(term: Term, access: BaseAccess) -> list[Person]:
    """«Губернатора»: the one person whose post begins with the word."""
    if term.morphology.first_pos != "NOUN":
        return []
    keys = {key for key, level in term.keys if level is Level.LEMMA}
    held = [(one, access.lexicon.read(one.post)) for one in access.base.people if one.post]
    found = [one for one, post in held if any(key in keys for key, _ in post[0].keys)]
    return found if len(found) == 1 else []


def _without_people(question: Question, access: BaseAccess) -> tuple[list[Person], str]:
    """The people named after «кроме», and the text without them."""
    terms = question.terms
    first = next(at for at, term in enumerate(terms) if term.word in _EXCEPT)
    people: list[Person] = []
    last, post = first, frozenset[str]()
    for at in range(first + 1, len(terms)):
        keys = {key for key, _ in terms[at].keys}
        if post & keys:  # «министра транспорта»
            last = at
            continue
        named = people_named(terms[at : at + 1], access) or _of_post(terms[at], access)
        if not named and terms[at].word not in _PARTICLES["joining"]:
            break
        if named:
            people += [one for one in named if one not in people]
            post = access.lexicon.content(named[0].post or "")
            last = at
    kept = [one for one in (*terms[:first], *terms[last + 1 :]) if one.word not in _PARTICLES["as_well"]]
    return people, " ".join(one.token.written for one in kept)
