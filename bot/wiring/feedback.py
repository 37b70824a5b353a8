"""Builds the question flow, and the dependencies of the handlers of feedback, the inbox and statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.editing.inbox import QuestionInbox
from bot.editing.publication import PublicationService
from bot.followups.time_zones import find_city, parse_offset
from bot.records.engine_holder import EngineHolder
from bot.replies.answers import buttons
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.editors.editors_inbox import StoredQuestionInbox
from bot.storage.editors.statistics import StoredStatistics
from bot.storage.fact_base.corrected_facts import StoredCorrectedFacts
from bot.storage.fact_base.corrections import StoredCorrections
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.readers.feedback import StoredFeedback
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.feedback.outdated_marks import OutdatedMarker
from bot.telegram.ports import AskedQuestions, Conversations
from bot.telegram.sending.sender import Sender
from knowledge.results import Result


def build_question_flow(
    conversations: Conversations,
    questions: AskedQuestions,
    engine: EngineHolder,
    now: Clock,
    count: Callable[[Result, float], None] = lambda _result, _seconds: None,
    edits: Callable[[int], bool] = lambda _user: False,
    off_topic: Callable[[str], bool] = lambda _question: False,
) -> QuestionFlow:
    """With a row of buttons under the replies."""
    return QuestionFlow(
        engine,
        conversations,
        questions,
        now,
        buttons=buttons.under_reply,
        count=count,
        edits=edits,
        off_topic=off_topic,
    )


def feedback_dependencies(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    publishing: PublicationService,
    sender: Sender,
    now: Clock,
    note_off_topic: Callable[[Sequence[str]], None],
) -> Mapping[str, Any]:
    """By the parameter names of the handlers."""
    zone = ZoneInfo(settings.followups.zone)
    inbox = QuestionInbox(
        StoredQuestionInbox(database, note_off_topic),
        engine,
        publishing,
        now,
        StoredCorrectedFacts(database),
        _is_question,
    )
    return {
        "feedback": StoredFeedback(database),
        "corrections": StoredCorrections(database),
        "answer_alerts": StoredAnswerAlerts(database),
        "outdated_marker": OutdatedMarker(sender, zone),
        "inbox": inbox,
        "statistics": StoredStatistics(database, zone, _is_question, settings.admin_ids),
        "editors_zone": settings.followups.zone,
    }


def _is_question(text: str) -> bool:
    """Neither a mistyped command nor a belated reply to «Назовите свой город»."""
    asked = text.strip().rstrip("?!. ")
    return bool(asked) and asked[0] != "/" and find_city(asked) is None and parse_offset(asked) is None
