"""«Где они встречались до Парижа?»: the meeting in Paris itself is no answer, one before it may be."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import event_of
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Lead, Reason, Result, Shown, Slot, ValueLead
from knowledge.understanding.question import Question

_BEFORE = (
    read_groups("calendar/groups")["earlier"] | read_groups("function_words/prepositions")["time_before"]
)
_POINTING = read_groups("function_words/pronouns")["there"]
_MEETING = read_words("verbs/meeting")
_FIRST = "№1"
_WINDOW = 4
"""How many words after «раньше» the event stands: «раньше, чем в Париже»."""
_FORMS = (AnswerForm.YES_NO, AnswerForm.WHERE, AnswerForm.WHEN, AnswerForm.WHAT, AnswerForm.OTHER)


def before_itself(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; an answer that tells of the very event before which a meeting is asked for gives way to the
    fact of an earlier event with the same people, else to a refusal."""
    question = context.search.question
    if not isinstance(result, Answer) or not result.shown or question.request.form not in _FORMS:
        return result
    fact = result.shown[0].fact
    event = event_of(fact, access.base)
    if event is None or not _is_of_meeting(question) or not _is_before(question, event, access):
        return result
    if _is_first(fact, access):
        return replace(result, lead=None) if question.request.form is AnswerForm.YES_NO else result
    found = next((one for one in _candidates(question, access) if _is_earlier(one, event, access)), None)
    if found is None:
        return replace(refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8), form=question.request.form)
    lead = _lead(event_of(found, access.base), question)
    return replace(result, rule="time", shown=(Shown(fact=found, slot=Slot.STATEMENT),), lead=lead, events=())


def _is_of_meeting(question: Question) -> bool:
    return any(_MEETING.intersection(term.morphology.lemmas) for term in question.terms)


def _is_first(fact: Fact, access: BaseAccess) -> bool:
    """Whether the statement itself says that the event was the first."""
    return any(key == _FIRST for term in access.lexicon.read(fact.says) for key, _ in term.keys)


def _is_before(question: Question, event: Event, access: BaseAccess) -> bool:
    """Whether words of the event's record stand after «до», «раньше», or «этого» in a follow-up."""
    keys = access.lexicon.sure(event.where or "") | access.lexicon.sure(event.title)
    for at, term in enumerate(question.terms):
        after = question.terms[at + 1 : at + 1 + _WINDOW]
        if term.word not in _BEFORE or not after:
            continue
        is_pointing = bool(access.own_words) and after[0].word in _POINTING
        # «Незадолго до сообщения главы Китая встретились»: the first noun is what it was before.
        noun = next((one for one in after if one.morphology.first_pos == "NOUN"), None)
        if is_pointing or (noun is not None and _has(keys, noun)):
            return True
    return False


def _has(keys: frozenset[str], term: Term) -> bool:
    return any(key in keys for key, level in term.keys if level >= Level.SYNONYM)


def _candidates(question: Question, access: BaseAccess) -> list[Fact]:
    return [one.fact for one in access.search(replace(question, slots=())).facts] + list(access.base.facts)


def _is_earlier(fact: Fact, event: Event, access: BaseAccess) -> bool:
    """Whether a fact, nobody's words, is of an earlier event with people of this one."""
    own = event_of(fact, access.base)
    if own is None or fact.said_by is not None or own.when is None or event.when is None:
        return False
    shared = {part.person for part in own.people} & {part.person for part in event.people}
    place = access.lexicon.sure(own.where or "")
    says_place = bool(place) and place <= access.lexicon.sure(fact.says)
    return says_place and bool(shared) and own.when.last_day < event.when.last_day


def _lead(event: Event | None, question: Question) -> Lead | None:
    held = {AnswerForm.WHERE: event.where, AnswerForm.WHEN: event.when} if event is not None else {}
    value = held.get(question.request.form)
    return ValueLead(held=value) if value is not None else None
