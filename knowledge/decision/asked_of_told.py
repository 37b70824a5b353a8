"""A short follow-up put anew as a question of what was just told: its exact day, whether others agree."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.fact_just_told import of_told_fact
from knowledge.decision.kept_subject import unless_of_another
from knowledge.decision.last_event import told_event
from knowledge.decision.side_at_event import of_side_there
from knowledge.facts.model import EventId
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.results import Answer, AnswerForm, Refusal, Slot
from knowledge.understanding.carried_words import carried_words, is_verb
from knowledge.understanding.pronouns import PERSONAL, THERE
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import kinds_of

_WORDS = read_groups("requests/last_told")
_OF_DAY = ("day", "week", "exact", "named")
_DAY = "Какого числа"
_WEEKDAY = "В какой день недели"
_SAID = "Что отметили"


def of_what_was_told(
    pipeline: ClausePipeline,
    found: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """A follow-up as decided, unless it asks of what was told last, or its answer leaves that."""
    asked = _asked_anew(found, question, changes, conversation, pipeline)
    if asked is not None:
        return asked
    found = of_told_fact(pipeline, found, question, text, changes, conversation)
    found = of_side_there(found, question, conversation, pipeline)
    return unless_of_another(found, question, text, conversation, pipeline)


def _asked_anew(
    found: ClauseResult,
    question: Question,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """What is found for a follow-up as such a question; None where it is none."""
    day = None if _is_of_count(question, conversation) else _day_asked(question)
    if day is not None:
        return _of_day(day, found, changes, conversation, pipeline)
    return _agreement(question, changes, conversation, pipeline)


def _is_of_count(question: Question, conversation: Conversation) -> bool:
    """«Точное число?» after a number was told."""
    days = {term.word for term in question.terms if _in(term, "day")}
    return conversation.slot is Slot.NUMBER and all("число" in analyse(word).lemmas for word in days)


def _day_asked(question: Question) -> str | None:
    """«Названа ли точная дата?», «а день недели какой?»: no word of content but those of a day."""
    content = [question.terms[at] for at in question.content_places]
    named = [term for term in question.terms if _in(term, "day") or _in(term, "week")]
    is_counted = question.request.form in (AnswerForm.HOW_MANY, AnswerForm.HOW_LONG)  # «сколько дней»
    if not named or is_counted or question.request.negated or question.request.values:
        return None
    if not all(any(_in(term, group) for group in _OF_DAY) for term in content):
        return None
    return _WEEKDAY if any(_in(term, "week") for term in named) else _DAY


def _in(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _of_day(
    day: str,
    found: ClauseResult,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """The day of the event told of last, unless that is what is told already."""
    event = told_event(conversation, pipeline.searcher.base)
    if event is None:
        return None
    if _told_events(found) == {event.id}:
        return None
    decided = pipeline.decide(f"{day} {event.title}", (event.title,), changes)
    return decided if isinstance(decided.result, Answer) else None


def _told_events(found: ClauseResult) -> set[EventId]:
    if not isinstance(found.result, Answer):
        return set()
    about = {event for one in found.result.shown for event in one.fact.about[:1]}
    return about | {event.id for event in found.result.events}


def _agreement(
    question: Question,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """«Соседи с ним в этом согласны?»: what they said of it themselves, if that is told; else refused."""
    terms = question.terms
    agrees = any(_in(term, "agreeing") for term in terms)
    points = any(term.word in PERSONAL | THERE for term in terms)
    who = [term.token.written for term in terms if "who" in kinds_of(term, pipeline.searcher)]
    if not (agrees and points and who) or not conversation.facts:
        return None
    last = parse_question(conversation.question, pipeline.searcher.lexicon, asking=True)
    carried = tuple(carried_words(last, question, pipeline.searcher))
    asked = f"{_SAID} {' '.join(who)} {' '.join(carried)}"
    own = frozenset(word.lower() for word in (*who, *carried) if not is_verb(word, last))
    said = pipeline.decide(asked, carried, changes, own)
    shown = said.result.shown[:1] if isinstance(said.result, Answer) else ()
    if any(one.fact.id not in conversation.facts for one in shown):
        return said
    return said if isinstance(said.result, Refusal) else None
