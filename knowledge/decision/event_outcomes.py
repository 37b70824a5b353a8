"""«И что там решили?» after another event than the main one: what its facts tell of what came of it."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_words
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.last_event import told_event
from knowledge.decision.rules.outcome_facts import OUTCOME, only_takes_place
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.results import Answer, Shown, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.pronouns import without_pronouns
from knowledge.understanding.question import Question

_ASKED = OUTCOME | read_words("requests/asked_outcomes")
_MOST = 2


def of_outcome_there(
    alone: ClauseResult,
    question: Question,
    text: str,
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """The facts on the event told of last, but for that told already; None where something else is asked, or
    nothing is told of what came of it."""
    base = pipeline.searcher.base
    event = told_event(conversation, base)
    if event is None or event == main_event(base) or not _asks_outcome(question):
        return None
    facts = [fact for fact in base.facts if _tells(fact, event, conversation, pipeline)]
    if not facts:
        return None
    filled = f"{without_pronouns(text)} {event.title}"
    places = {found.fact.id: at for at, found in enumerate(pipeline.find(filled).facts)}
    facts.sort(key=lambda fact: places.get(fact.id, len(places)))
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:_MOST])
    result = Answer(
        rule="outcome",
        confidence=0.75,
        shown=shown,
        events=(event,),
        form=question.request.form,
        why=alone.result.why,
    )
    return ClauseResult(filled, result, result.confidence)


def _asks_outcome(question: Question) -> bool:
    """Whether every word of content asks what was decided, and no one thing is asked for beside."""
    if question.slots != (Slot.STATEMENT,) or question.request.negated:
        return False
    places = [at for at in question.content_places if at not in question.asking_places]
    words = [question.terms[at] for at in places]
    return bool(words) and all(_is_outcome(term) for term in words)


def _is_outcome(term: Term) -> bool:
    return bool(_ASKED.intersection(term.morphology.lemmas))


def _tells(fact: Fact, event: Event, conversation: Conversation, pipeline: ClausePipeline) -> bool:
    """Whether it is about the event, untold, and says more than that it was, or who somebody is."""
    if fact.about[:1] != (event.id,) or fact.id in conversation.facts[:1]:
        return False
    lexicon = pipeline.searcher.lexicon
    said = lexicon.read(fact.says)
    if fact.said_by is not None and not any(map(_is_outcome, said)):
        return False  # What somebody thinks of it.
    acts = any(term.morphology.first_pos in ("VERB", "PRTS") for term in said)
    return acts and not only_takes_place(fact, lexicon)
