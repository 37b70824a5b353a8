"""«Это в Сочи было?», «встречались в мае?»: a place or a date alone is stated of what the pack is about."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, stated_values
from knowledge.decision.propositions.place_propositions import (
    answer_of_place,
    is_there,
    telling_place,
)
from knowledge.decision.propositions.record_propositions import facts_of_event, lead_of_date
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

_SAYING_THAT_IT_WAS = frozenset().union(
    *(read_words(f"verbs/{name}") for name in ("happening", "being", "meeting"))
)
_PRONOUNS = read_groups("function_words/pronouns")
_PERSON = _PRONOUNS["he"] | _PRONOUNS["she"]
_PREPOSITIONS = read_groups("function_words/prepositions")
_IN_PLACE = _PREPOSITIONS["place_stated"] - _PREPOSITIONS["place_from"]
_VERBS = frozenset({"VERB", "PRTS"})


def judge_of_main(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer by the main event's record; None where the words may mean another thing."""
    question, event = context.search.question, main_event(access.base)
    stated = list(stated_values(question, access))
    if event is None or event.cancelled or len(stated) != 1 or question.request.negated:
        return None
    if not _names_nothing_more(question, stated[0]):
        return None
    if stated[0].kind == "place":
        return _of_place(event, stated[0], context, access)
    return _of_date(event, stated[0], context, access)


def _names_nothing_more(question: Question, stated: Stated) -> bool:
    """Whether the rest only says that it was, of nobody in particular: «был в Москве?» may be of a person."""
    rest = [term for at, term in enumerate(question.terms) if at not in stated.places]
    verbs = [term for term in rest if term.morphology.first_pos in _VERBS]
    if any(term.word_class is WordClass.CONTENT and term not in verbs for term in rest):
        return False
    if any(term.word in _PERSON for term in rest) or not all(map(_says_that_it_was, verbs)):
        return False
    is_this = any(term.word in _PRONOUNS["there"] for term in rest)
    return is_this or (bool(verbs) and not _of_one_person(verbs))


def _says_that_it_was(verb: Term) -> bool:
    return bool(_SAYING_THAT_IT_WAS.intersection(verb.morphology.lemmas))


def _of_one_person(verbs: Sequence[Term]) -> bool:
    return any({"masc", "femn"} & verb.morphology.genders for verb in verbs)


def _of_place(event: Event, stated: Stated, context: RuleContext, access: BaseAccess) -> Answer | None:
    question, at = context.search.question, min(stated.places)
    if event.where is None or not at or question.terms[at - 1].word not in _IN_PLACE:
        return None
    place = question.terms[at]
    there = is_there(event, place, access)
    if not there and any(is_there(one, place, access) for one in access.base.events):
        return None
    beside = [one for one in access.base.events if one.where == event.where and not one.cancelled]
    told = ((one, telling_place(one, context, access)) for one in (event, *beside))
    known = [(one, fact) for one, fact in told if fact is not None]
    event, fact = next((pair for pair in known if _says_place(*pair, access)), (*known, (event, None))[0])
    return None if fact is None else answer_of_place(event, fact, stated, there, context, access)


def _says_place(event: Event, fact: Fact, access: BaseAccess) -> bool:
    where = access.lexicon.sure(event.where or "")
    return bool(where & access.lexicon.sure(fact.says))


def _of_date(event: Event, stated: Stated, context: RuleContext, access: BaseAccess) -> Answer | None:
    value = stated.value
    if event.when is None or value is None or value.kind is not ValueKind.DATE:
        return None
    lead = lead_of_date(value, None, event.when, context, access)
    if lead is None or (lead.polarity is Polarity.NO and _is_of_another(value, event, context, access)):
        return None
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in facts_of_event(event, context)[:1]),
        events=(event,),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _is_of_another(value: Value, event: Event, context: RuleContext, access: BaseAccess) -> bool:
    """Whether another event was on the day that the main one was not."""
    others = (one.when for one in context.base.events if one != event and one.when is not None)
    leads = (lead_of_date(value, None, when, context, access) for when in others)
    return any(lead is not None and lead.polarity is not Polarity.NO for lead in leads)
