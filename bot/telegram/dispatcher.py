"""The Dispatcher: every router in its place, and what handlers get by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation

from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.telegram.ask import fallback, inline, options, questions, why
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.browse import commands, topics
from bot.telegram.sending.sender import Sender
from bot.telegram.stores import AskedQuestions
from bot.telegram.updates import errors


def build_dispatcher(
    *,
    storage: BaseStorage,
    engine: EngineHolder,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
    now: Clock,
    page_size: int,
    typing_after: float,
    isolation: BaseEventIsolation | None = None,
    first: Sequence[Router] = (),
    further: Sequence[Router] = (),
    **dependencies: Any,
) -> Dispatcher:
    """`first` routers stand before all others, `further` ones before the questions.

    `dependencies` reach handlers by name, too.
    """
    dispatcher = Dispatcher(
        storage=storage,
        events_isolation=isolation or SimpleEventIsolation(),
        engine=engine,
        question_flow=question_flow,
        asked_questions=asked_questions,
        sender=sender,
        now=now,
        page_size=page_size,
        **dependencies,
    )
    errors.register(dispatcher)
    dispatcher.include_routers(
        *first,
        commands.build_router(),
        topics.build_router(),
        options.build_router(),
        why.build_router(),
        inline.build_router(),
        *further,
        fallback.build_command_router(),
        questions.build_router(typing_after),
        fallback.build_router(),
    )
    return dispatcher
