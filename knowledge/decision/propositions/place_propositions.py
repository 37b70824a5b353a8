"""«Диалог прошёл в Париже?»: nothing but an event and a place is stated, so the event's record answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.places import is_building, is_country, is_in_country, phrase_of, venue_told
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, given_words
from knowledge.decision.propositions.record_propositions import CANCELLED, says_cancelled
from knowledge.facts.model import Basis, Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

_PREPOSITIONS = read_groups("function_words/prepositions")
_HAPPENING = read_words("verbs/happening") | read_words("verbs/being")
_IN_PLACE = _PREPOSITIONS["place_stated"] - _PREPOSITIONS["place_from"]

_NAMED_BY = 3
"""So many words of its title name an event."""


def place_answer(
    stated: Stated, rest: Question | None, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """Yes or no by the place of the event that the very words name; None where another may be meant."""
    question, at = context.search.question, min(stated.places)
    rest = rest or _number_alone(question, stated)
    if rest is None or stated.kind != "place" or not at or question.terms[at - 1].word not in _IN_PLACE:
        return None
    named = _named_in_words(rest, access)
    events = _of_time_asked(named, context)
    place = question.terms[at]
    if not events:
        return None
    there = [event for event in events if is_there(event, place, access)]
    if not there and _may_mean_main(rest, named, access):
        return None
    event = (there or events)[0]
    if not there and (len(events) > 1 or event.where is None or _is_told_elsewhere(rest, place, access)):
        return None
    fact = telling_place(event, context, access)
    return answer_of_place(event, fact, stated, bool(there), context, access)


def _number_alone(question: Question, stated: Stated) -> Question | None:
    """«Второй в Вашингтоне?»: nothing beside the place but which one it is."""
    left = tuple(at for at in question.content_places if at not in stated.places)
    terms = [question.terms[at] for at in left]
    numbered = [term for term in terms if not _HAPPENING.intersection(term.morphology.lemmas)]
    only = bool(numbered) and all(map(_is_ordinal, numbered))
    return replace(question, content_places=left, slots=(stated.slot,)) if only else None


def _is_ordinal(term: Term) -> bool:
    return any(key[0] == "№" for key in _meant(term))


def _named_in_words(rest: Question, access: BaseAccess) -> list[Event]:
    """The events with every word in their titles; «встреча» is not the talks, though it may mean them.

    «Второй» alone is the second one, whatever it is.
    """
    words = _words(rest)
    numbered = bool(words) and all(map(_is_ordinal, words))
    if not numbered and not any(term.morphology.first_pos == "NOUN" for term in words):
        return []
    return [event for event in access.base.events if all(_names(term, event, access) for term in words)]


def _words(rest: Question) -> list[Term]:
    """The words that name the event, without those that only say that it takes place."""
    terms = (rest.terms[at] for at in rest.content_places if at not in rest.asking_places)
    return [term for term in terms if not _HAPPENING.intersection(term.morphology.lemmas)]


def _may_mean_main(rest: Question, named: Sequence[Event], access: BaseAccess) -> bool:
    """«Встреча прошла в Москве?» may mean the talks by a word of like meaning; «вторая встреча» does not."""
    main = main_event(access.base)
    if main is None or main in named:
        return False
    keys = access.resolver.keys_of(main)
    return all(
        any(key in keys for key, level in term.keys if level >= Level.SYNONYM) for term in _words(rest)
    )


def _is_told_elsewhere(rest: Question, place: Term, access: BaseAccess) -> bool:
    """«Магазин в Казани?» of an event «Первый магазин»: a statement that has both tells of other ones."""
    wanted = [_meant(term) for term in (*_words(rest), place)]
    if any(key[0] == "№" for keys in wanted for key in keys):
        return False  # «Второй спуск» is one, whatever else is told of the first
    return any(all(keys & access.lexicon.sure(fact.says) for keys in wanted) for fact in access.base.facts)


def _meant(term: Term) -> set[str]:
    return {key for key, level in term.keys if level is Level.LEMMA}


def _names(term: Term, event: Event, access: BaseAccess) -> bool:
    keys = _meant(term)
    if any(key[0] == "№" for key in keys):
        return bool(keys & access.resolver.keys_of(event))
    return bool(keys & access.lexicon.sure(event.title))


def _of_time_asked(events: Iterable[Event], context: RuleContext) -> list[Event]:
    """Those that are past or ahead, as the question has it, if there are any."""
    found, question = list(events), context.search.question
    past = asks_past(question)
    if not past and not any("futr" in term.morphology.moods for term in question.terms):
        return found
    fit = [one for one in found if one.when is None or is_ahead(one.when, context.base) is not past]
    return fit or found


def is_there(event: Event, place: Term, access: BaseAccess) -> bool:
    held = {key for term in access.lexicon.read(event.where or "") for key, _ in term.keys}
    return any(key in held for key, level in place.keys if level >= Level.SYNONYM)


def telling_place(event: Event, context: RuleContext, access: BaseAccess) -> Fact | None:
    """A fact about the event, one that tells its place first; then one that names the event, in few words."""
    about = [fact for fact in context.base.facts if fact.about[:1] == (event.id,) and fact.said_by is None]
    title, where = access.lexicon.sure(event.title), access.lexicon.sure(event.where or "")

    def fitness(fact: Fact) -> tuple[bool, bool, bool, int, int]:
        said = access.lexicon.sure(fact.says)
        named = min(len(title & said), _NAMED_BY)
        phrased = _phrase(event, fact, access) is not None
        return phrased, bool(where & said), fact.basis is Basis.STATED, named, -len(fact.says)

    return max(about, key=fitness, default=None)


def _phrase(event: Event, fact: Fact, access: BaseAccess) -> str | None:
    return phrase_of(event.where or "", fact.says, access.lexicon.read(fact.says), access.lexicon)


def answer_of_place(
    event: Event, fact: Fact | None, stated: Stated, there: bool, context: RuleContext, access: BaseAccess
) -> Answer:
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),) if fact is not None else (),
        events=(event,),
        lead=_lead(event, fact, stated, there, context, access),
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _lead(
    event: Event, fact: Fact | None, stated: Stated, there: bool, context: RuleContext, access: BaseAccess
) -> YesNoLead:
    question = context.search.question
    if event.cancelled and not says_cancelled(context):
        return YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    if there:
        ahead = event.when is not None and is_ahead(event.when, context.base) and asks_past(question)
        return YesNoLead(
            polarity=Polarity.PLANNED if ahead else Polarity.YES, held=event.when if ahead else None
        )
    place = question.terms[min(stated.places)]
    given = f"{question.terms[min(stated.places) - 1].word} {given_words(question, stated.places)}"
    held = (_phrase(event, fact, access) if fact is not None else None) or event.where
    where = access.lexicon.read(event.where or "")
    within = is_in_country(where, place)
    if within:
        return YesNoLead(polarity=Polarity.YES, held=held)
    if is_building(place) and not any(is_building(one) for one in where):
        # A town does not deny a hall in it, another hall does.
        venue = venue_told(fact.says, access.lexicon) if fact is not None else None
        polarity = Polarity.NO if venue is not None else Polarity.OPEN
        return YesNoLead(polarity=polarity, held=venue or held, given=given)
    same_size = is_country(place) == any(is_country(one) for one in where)
    return YesNoLead(
        polarity=Polarity.NO if same_size or within is False else Polarity.OPEN,
        held=held,
        given=given if place.token.capitalised else "",
    )
