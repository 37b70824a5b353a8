"""«Оба диалога в Вашингтоне?»: yes or no of several events by the places of all of them."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.places import is_country
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.propositions.place_propositions import is_there
from knowledge.decision.records.record_answers import telling
from knowledge.decision.times.dated_parts import events_of_noun, several_events
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, EventLine, EventsLead, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_PREPOSITIONS = read_groups("function_words/prepositions")
_IN_PLACE = _PREPOSITIONS["place_stated"] - _PREPOSITIONS["place_from"]
_EVERY = read_groups("requests/whole_sets")["every"]
_SAYING_NOTHING = (
    read_words("verbs/happening")
    | read_words("verbs/being")
    | read_groups("requests/event_sets")["both"]
    | _EVERY
)


def judge_all_there(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Нет» with the places where one of the events is elsewhere; their towns where a land is asked."""
    question = context.search.question
    if question.request.form is not AnswerForm.YES_NO or question.request.negated or access.own_words:
        return None
    places = [one for one in stated_values(question, access) if one.kind == "place"]
    events = _events(question, access)
    if len(places) != 1 or not events or not all(one.where and not one.cancelled for one in events):
        return None
    if len({one.id for one in events}) < len(events):
        return None  # «первым, ведь следующий назван вторым» tells of each once more
    at = min(places[0].places)
    if not at or question.terms[at - 1].word not in _IN_PLACE:
        return None
    if any(_says_more(question.terms[one], events, access) for one in _rest(question, places[0].places)):
        return None
    return _answer(events, question.terms[at], context, access)


def _events(question: Question, access: BaseAccess) -> list[Event]:
    """Those that ordinals or «оба» name, or all of a noun: «все диалоги»."""
    named = [one.event for one in several_events(question, access) if one.event is not None]
    if named or not any(_EVERY.intersection((one.word, *one.morphology.lemmas)) for one in question.terms):
        return named
    found = events_of_noun([question.terms[at] for at in question.content_places], access)
    return found if len(found) > 1 else []


def _rest(question: Question, taken: frozenset[int]) -> list[int]:
    return [at for at in question.content_places if at not in taken]


def _says_more(term: Term, events: list[Event], access: BaseAccess) -> bool:
    if term.word_class is not WordClass.CONTENT or _SAYING_NOTHING.intersection(term.morphology.lemmas):
        return False
    keys = frozenset().union(*map(access.resolver.keys_of, events))
    return not any(key in keys for key, level in term.keys if level >= Level.ROOT)


def _answer(events: list[Event], place: Term, context: RuleContext, access: BaseAccess) -> Answer | None:
    elsewhere = [event for event in events if not is_there(event, place, access)]
    lead: YesNoLead | EventsLead
    if not elsewhere:
        past = asks_past(context.search.question)
        if past and any(one.when is not None and is_ahead(one.when, context.base) for one in events):
            return None
        lead = YesNoLead(polarity=Polarity.YES)
    elif any(_is_of_like_size(event, place, access) for event in elsewhere):
        lead = YesNoLead(polarity=Polarity.NO, held=", ".join(event.where or "" for event in events))
    else:
        lead = EventsLead(lines=tuple(EventLine(title=one.title, where=one.where or "") for one in events))
    facts = [one.fact for event in events for one in telling(event, AnswerForm.WHERE, context)]
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    return Answer(
        rule="event-set",
        confidence=0.9,
        shown=shown,
        events=tuple(events),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _is_of_like_size(event: Event, place: Term, access: BaseAccess) -> bool:
    """Whether both are lands or both are towns: a town may lie in a land."""
    return is_country(place) == any(is_country(one) for one in access.lexicon.read(event.where or ""))
