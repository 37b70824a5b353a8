"""«А кто был от американцев?» of another event than the main one: whom its record names of that side."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.last_event import HAPPENING, other_event_told
from knowledge.facts.model import Event, FactBase, Person
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Participant, Reason, Refusal, Shown, Slot, ValueLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question, parse_question

_SIDE = read_groups("requests/person_sides")["side"]


def of_side_there(
    found: ClauseResult, question: Question, conversation: Conversation, pipeline: ClausePipeline
) -> ClauseResult:
    """A follow-up as decided; the people of a side at the event told of last, where no more than those are
    asked for: a name told of the main event is not one of them."""
    base = pipeline.searcher.base
    event = other_event_told(conversation, base)
    asked = question.slots[0] if question.slots else conversation.slot
    if event is None or asked is not Slot.PERSON or question.request.negated:
        return found
    side = _only_side(question, event, pipeline)
    if (
        side is None
        or _tells_more(found, conversation, base)
        or not _asked_who_came(question, conversation, event, pipeline)
    ):
        return found
    people = _people_of(side, event, base)
    if not people and _is_mentioned(side, event, base):
        return found
    return replace(found, result=_answer(people, found, conversation, base) if people else _refusal(found))


def _only_side(question: Question, event: Event, pipeline: ClausePipeline) -> str | None:
    """The one side that is named beside words that only say that the event took place."""
    searcher = pipeline.searcher
    content = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    sides = {side for term in content for side in sides_named([term], searcher)}
    rest = [term for term in content if not sides_named([term], searcher)]
    keys = searcher.events.keys_of(event)
    if len(sides) != 1 or people_named(content, searcher):
        return None
    return next(iter(sides)) if all(_only_means(term, keys) for term in rest) else None


def _only_means(term: Term, keys: frozenset[str]) -> bool:
    """«Встречался», «с … стороны», or a word of the title itself."""
    lemmas = {*term.morphology.lemmas}
    own = any(key in keys for key, level in term.keys if level is Level.LEMMA)
    return own or bool(lemmas & (HAPPENING | _SIDE))


def _asked_who_came(
    question: Question, conversation: Conversation, event: Event, pipeline: ClausePipeline
) -> bool:
    """Whether what «а китайский?» leaves out is no more than that: «кто встречался», not «кто вёл»."""
    if question.slots:
        return True
    searcher = pipeline.searcher
    last = parse_question(conversation.question, searcher.lexicon, asking=True)
    content = [last.terms[at] for at in last.content_places if at not in last.asking_places]
    keys = searcher.events.keys_of(event)
    return all(_only_means(term, keys) or sides_named([term], searcher) for term in content)


def _tells_more(found: ClauseResult, conversation: Conversation, base: FactBase) -> bool:
    """Whether another fact is told than the last ones, and not one of the main event."""
    result, main = found.result, main_event(base)
    shown = result.shown[:1] if isinstance(result, Answer) else ()
    facts = [one.fact for one in shown]
    if (
        isinstance(result, Answer)
        and result.lead is not None
        and any(one.id in conversation.facts for one in facts)
    ):
        return True
    return any(
        one.id not in conversation.facts and (main is None or main.id not in one.about[:1]) for one in facts
    )


def _people_of(side: str, event: Event, base: FactBase) -> tuple[Person, ...]:
    """Those of the event's record."""
    known = (base.person_by_id.get(part.person) for part in event.people)
    return tuple(dict.fromkeys(person for person in known if person is not None and person.side == side))


def _is_mentioned(side: str, event: Event, base: FactBase) -> bool:
    """Whether a fact about the event names somebody of a side, who need not have come."""
    people = {part.person for fact in base.facts if event.id in fact.about for part in fact.people}
    return any(base.person_by_id[one].side == side for one in people if one in base.person_by_id)


def _answer(
    people: tuple[Person, ...], found: ClauseResult, conversation: Conversation, base: FactBase
) -> Answer:
    held = tuple(Participant(person=person) for person in people)
    return Answer(
        rule="people-set",
        confidence=0.85,
        shown=(Shown(fact=base.fact_by_id[conversation.facts[0]], slot=Slot.PERSON),),
        lead=ValueLead(held=held),
        form=AnswerForm.WHO,
        why=found.result.why,
    )


def _refusal(found: ClauseResult) -> Refusal:
    return Refusal(
        rule="side-not-named",
        confidence=0.85,
        reason=Reason.NO_SUCH_SLOT,
        slot=Slot.PERSON,
        form=AnswerForm.WHO,
        why=found.result.why,
    )
