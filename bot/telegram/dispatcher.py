"""The Dispatcher: every router in its place, and what handlers get by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation

from bot.clock import Clock
from bot.telegram.consulting import Consultant
from bot.telegram.engine import Engine
from bot.telegram.handlers import (
    browsing,
    choosing,
    commands,
    explaining,
    faults,
    inline,
    oddities,
    questions,
)
from bot.telegram.sender import Sender
from bot.telegram.stores import AskedQuestions


def build_dispatcher(
    *,
    storage: BaseStorage,
    engine: Engine,
    consultant: Consultant,
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
        consultant=consultant,
        asked_questions=asked_questions,
        sender=sender,
        now=now,
        page_size=page_size,
        **dependencies,
    )
    faults.register(dispatcher)
    dispatcher.include_routers(
        *first,
        commands.build_router(),
        browsing.build_router(),
        choosing.build_router(),
        explaining.build_router(),
        inline.build_router(),
        *further,
        oddities.build_command_router(),
        questions.build_router(typing_after),
        oddities.build_router(),
    )
    return dispatcher
