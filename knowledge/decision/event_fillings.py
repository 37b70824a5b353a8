"""A question that names no event, filled with one: the main event, or that of those told of last."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline, ClauseResult
from knowledge.decision.clause_signs import asks_who_was_there
from knowledge.decision.last_event import only_happens, told_event
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.results import Answer, Refusal, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding import ellipsis
from knowledge.understanding.pronouns import without_pronouns
from knowledge.understanding.question import Question, parse_question


def of_main_event(
    pipeline: ClausePipeline, text: str, changes: tuple[SpellingCorrection, ...], alone: ClauseResult
) -> ClauseResult:
    """«Где это было?» with nothing before it is asked of the main event."""
    event = main_event(pipeline.searcher.base)
    refused = alone.result if isinstance(alone.result, Refusal) else None
    if event is None or refused is None:
        return alone
    question = parse_question(text, pipeline.searcher.lexicon, asking=True)
    presence = asks_who_was_there(refused)
    if refused.rule != "no-context" and not presence and not question.only_asks:
        return alone
    if refused.slot not in (Slot.PLACE, Slot.DATE, Slot.PERSON) and not presence:
        return alone
    if not ellipsis.refers(text):
        return alone
    filled = pipeline.decide(f"{text.rstrip(' ?!.')} {event.title}", (event.title,), changes)
    return filled if presence or isinstance(filled.result, Answer) else alone


def of_their_event(
    pipeline: ClausePipeline,
    best: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """«А где они встретились?» of those told of last: where that is refused of them, it is asked of the event
    that they were told of."""
    event = told_event(conversation, pipeline.searcher.base)
    asked = question.slots[:1] in ((Slot.PLACE,), (Slot.DATE,))
    if event is None or not asked or not isinstance(best.result, Refusal):
        return best
    if not only_happens(question, pipeline.searcher.events.keys_of(event)):
        return best
    filled = pipeline.decide(f"{without_pronouns(text)} {event.title}", (event.title,), changes)
    return filled if isinstance(filled.result, Answer) else best
