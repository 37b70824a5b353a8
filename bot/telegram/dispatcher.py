"""Builds the Dispatcher: the routers in their order, and the dependencies that handlers take by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation

from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.ask import (
    deep_links,
    edited_questions,
    explanations,
    fallback,
    further_buttons,
    guests,
    inline_mode,
    options,
    questions,
    wishes,
)
from bot.telegram.ask.fair_use import FairUse, LimitQuestions
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.browse import commands, overviews, topics
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.quick_presses import IgnoreQuickPresses
from bot.telegram.sending.sender import Sender
from bot.telegram.updates import errors


def build_dispatcher(
    *,
    storage: BaseStorage,
    engine: EngineHolder,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
    now: Clock,
    typing_after: float,
    questions_per_minute: int | None = None,
    isolation: BaseEventIsolation | None = None,
    first_routers: Sequence[Router] = (),
    feature_routers: Sequence[Router] = (),
    **dependencies: Any,
) -> Dispatcher:
    """`first_routers` come before all others, `feature_routers` after the readers' commands and before
    the questions. `dependencies` are passed to handlers by name too.
    """
    fair_use = None if questions_per_minute is None else FairUse(questions_per_minute)
    limit = None if fair_use is None else LimitQuestions(fair_use, sender, wishes.SCREENS)
    dispatcher = Dispatcher(
        fair_use=fair_use,
        storage=storage,
        events_isolation=isolation or SimpleEventIsolation(),
        engine=engine,
        question_flow=question_flow,
        asked_questions=asked_questions,
        sender=sender,
        now=now,
        timeline_pictures=overviews.TimelinePictures(),
        inline_results=inline_mode.InlineResults(),
        **dependencies,
    )
    errors.register(dispatcher)
    dispatcher.message.outer_middleware(prompts.EndPrompts(now))
    dispatcher.callback_query.outer_middleware(IgnoreQuickPresses())
    dispatcher.include_routers(
        *first_routers, *_command_routers(), *feature_routers, *_question_routers(typing_after, limit)
    )
    return dispatcher


def _command_routers() -> tuple[Router, ...]:
    """The readers' commands and buttons, and what ends a prompt."""
    return (
        deep_links.build_router(),
        commands.build_router(),
        topics.build_router(),
        overviews.build_router(),
        options.build_router(),
        further_buttons.build_router(),
        explanations.build_router(),
        inline_mode.build_router(),
        guests.build_router(),
        wishes.build_stop_router(),
        prompts.build_router(),
    )


def _question_routers(typing_after: float, limit: LimitQuestions | None) -> tuple[Router, ...]:
    """What no other router has taken: an unknown command, a question, an old button."""
    return (
        fallback.build_command_router(),
        questions.build_router(typing_after, limit),
        edited_questions.build_router(),
        fallback.build_router(),
    )
