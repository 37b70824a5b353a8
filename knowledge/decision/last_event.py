"""Whether an answer stays with the event that was told of last, where that is another than the main one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from knowledge.conversation import Conversation
from knowledge.data.tables import read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.decision.context.event_records import event_of
from knowledge.facts.model import Event, EventId, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Result
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.pronouns import THERE
from knowledge.understanding.question import Question

HAPPENING = read_words("verbs/happening") | read_words("verbs/meeting")


def tells_of_last(result: Result, conversation: Conversation, base: FactBase) -> bool:
    """Whether an answer is about the event of the last one, other than the main event."""
    last = _other_than_main(conversation, base)
    return last is not None and _told(result) == last


def leaves_last(
    question: Question, results: Iterable[Result], conversation: Conversation, base: FactBase
) -> bool:
    """«А кто там главный?» of another event, answered by what is told of the main one."""
    points = any(term.word in THERE for term in question.terms)
    main = main_event(base)
    if not points or not question.slots or main is None or _other_than_main(conversation, base) is None:
        return False
    return any(_told(one) == main.id for one in results)


def stays_with_last(
    question: Question, there: Result, other: Result, conversation: Conversation, base: FactBase
) -> bool:
    """«Что они там решили?» of another event than the main one: it is told what was decided there."""
    points = any(term.word in THERE for term in question.terms)
    return (
        points and tells_of_last(there, conversation, base) and not tells_of_last(other, conversation, base)
    )


def told_event(conversation: Conversation, base: FactBase) -> Event | None:
    """The event of the fact told last."""
    facts = (base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id)
    return next((event for fact in facts if (event := event_of(fact, base)) is not None), None)


def only_happens(question: Question, keys: Collection[str]) -> bool:
    """Whether every word of content says no more than that such an event took place: «встретились»."""
    content = [question.terms[at] for at in question.content_places]
    content = [term for term in content if term.word_class is WordClass.CONTENT]
    return bool(content) and all(
        HAPPENING.intersection(term.morphology.lemmas)
        or _is_edge(term)
        or any(key in keys for key, _ in term.keys)
        for term in content
    )


def _is_edge(term: Term) -> bool:
    """«Началась», «закончилось»; «старт» and «последний» say more."""
    is_verb = term.morphology.first_pos == "VERB"
    return is_verb and bool((BEGINNING | ENDING).intersection(term.morphology.lemmas))


def other_event_told(conversation: Conversation, base: FactBase) -> Event | None:
    """The event of the fact told last, where that is another than the main one."""
    other = _other_than_main(conversation, base)
    return base.event_by_id.get(other) if other is not None else None


def _other_than_main(conversation: Conversation, base: FactBase) -> EventId | None:
    facts = (base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id)
    last = next((event for fact in facts for event in fact.about[:1]), None)
    main = main_event(base)
    return None if main is None or last == main.id else last


def _told(result: Result) -> EventId | None:
    """The event of the first fact of an answer."""
    shown = result.shown[:1] if isinstance(result, Answer) else ()
    return next((event for one in shown for event in one.fact.about[:1]), None)
