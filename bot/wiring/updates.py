"""Builds the way of an update: intake, lanes, and the processor with its short way for plain questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher

from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.telegram.ask.inline_ahead import MainFactsAhead
from bot.telegram.ask.plain_questions import PlainQuestions
from bot.telegram.ask.wishes import SCREENS
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.metrics import MeasureUpdates, Metrics
from bot.telegram.updates.raw_updates import RawUpdate
from bot.telegram.updates.tracing import traced
from bot.telegram.updates.update_processor import UpdateProcessor
from bot.wiring.fsm_storage import build_other_forms
from bot.wiring.journaling import Journaling


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateWay:
    intake: Intake
    queues: ChatQueues[QueuedUpdate]
    inline_ahead: MainFactsAhead


def build_update_way(
    settings: Settings, bot: Bot, dispatcher: Dispatcher, kept: Journaling, metrics: Metrics, now: Clock
) -> UpdateWay:
    dispatcher.update.outer_middleware(MeasureUpdates(metrics))
    plain = _build_plain_questions(settings, bot, dispatcher.workflow_data, kept, metrics)
    processor = UpdateProcessor(bot, dispatcher, kept.journal, now, plain)
    process = traced(processor.process, _raw_of, _number_of, metrics.lag.observe)
    queues: ChatQueues[QueuedUpdate] = ChatQueues(process, leave=processor.leave)
    metrics.watch_queue(lambda: queues.pending)
    given = dispatcher.workflow_data
    ahead = MainFactsAhead(
        bot,
        given["engine"],
        given["question_flow"],
        given["inline_results"],
        given["now"],
        lambda: queues.idle_seconds > 0,
    )
    intake = Intake(bot.id, kept.journal, queues, plain.is_unheard)
    return UpdateWay(intake=intake, queues=queues, inline_ahead=ahead)


def _raw_of(update: QueuedUpdate) -> RawUpdate:
    return update.raw


def _number_of(update: QueuedUpdate) -> int:
    return update.number


def _build_plain_questions(
    settings: Settings, bot: Bot, given: Mapping[str, Any], kept: Journaling, metrics: Metrics
) -> PlainQuestions:
    measured = metrics.updates.labels("message")
    return PlainQuestions(
        bot,
        given["question_flow"],
        given["sender"],
        kept.memory,
        kept.roles,
        SCREENS.keys(),
        typing_after=settings.telegram.typing_after,
        measure=measured.time,
        fair_use=given["fair_use"],
        forms=build_other_forms(settings, given["fsm_storage"], bot.id),
    )
