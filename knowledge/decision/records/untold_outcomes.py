"""«Чем закончился второй раунд?» of one that is yet to come: that it is planned is no outcome of it."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import event_of
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.outcome_words import OUTCOME
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.results import Answer, Reason, Result, Slot
from knowledge.understanding.question import Question

_PREPOSITIONS = read_groups("function_words/prepositions")
_AT = _PREPOSITIONS["place_at"]
_ENDINGS = read_words("verbs/endings")
_BY_WHAT = read_groups("question_words/groups")["outcome"]
_SLOTS = ((), (Slot.STATEMENT,))


def unless_to_come(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a refusal in place of the plan of an event where its outcome is asked for."""
    question = context.search.question
    if not isinstance(result, Answer) or not result.shown or question.slots not in _SLOTS:
        return result
    event = event_of(result.shown[0].fact, access.base)
    is_planned = event is not None and event.when is not None and is_ahead(event.when, access.base)
    if event is None or not is_planned or not _asks_outcome_of(event, question, access):
        return result
    refusal = replace(refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.85), form=question.request.form)
    return complete_refusal(refusal, context, access)


def _asks_outcome_of(event: Event, question: Question, access: BaseAccess) -> bool:
    """«Решили на втором», «итоги второго»; «договорились о втором» asks of the plan."""
    keys = access.resolver.keys_of(event)
    named = [at for at in question.content_places if _is_of(question.terms[at], keys)]
    meant, _ = access.resolver.resolve([question.terms[at] for at in named], question.terms)
    outcomes = [at for at, term in enumerate(question.terms) if OUTCOME & {*term.morphology.lemmas}]
    by_what = any(term.word in _BY_WHAT for term in question.terms)
    ends = any(_ENDINGS.intersection(term.morphology.lemmas) for term in question.terms)
    if not named or meant != event or _names_another(event, question, access):
        return False
    if by_what and ends:
        return True
    before = question.terms[named[0] - 1] if named[0] else None
    is_noun = any(question.terms[at].morphology.first_pos == "NOUN" and at + 1 == named[0] for at in outcomes)
    return bool(outcomes) and (is_noun or (before is not None and before.word in _AT))


def _names_another(event: Event, question: Question, access: BaseAccess) -> bool:
    """«Чем закончился диалог в Вашингтоне?»: the place is that of another event."""
    keys, others = access.resolver.keys_of(event), access.base.events
    return any(
        _is_of(term, access.lexicon.sure(one.where or "")) and not _is_of(term, keys)
        for one in others
        if one != event
        for term in question.terms
    )


def _is_of(term: Term, keys: frozenset[str]) -> bool:
    return any(key in keys for key, _ in term.keys)
