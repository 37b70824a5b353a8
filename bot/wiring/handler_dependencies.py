"""The Dispatcher of the running bot: the storage and the use cases that its handlers get."""

from __future__ import annotations

from aiogram import Bot, Dispatcher

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import menus
from bot.replies.followups import menus as followup_menus
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.database import Database
from bot.storage.question_log import StoredQuestions
from bot.telegram.dispatcher import build_dispatcher
from bot.telegram.edit import routers as editing_routers
from bot.telegram.edit.dialogs import router as dialogs
from bot.telegram.edit.role_menus import Menus
from bot.telegram.feedback import routers as feedback_routers
from bot.telegram.follow import routers as follow_routers
from bot.telegram.sending.sender import Sender
from bot.wiring.editing import Editing
from bot.wiring.feedback import build_question_flow, feedback_dependencies
from bot.wiring.followups import FollowUps
from bot.wiring.fsm_storage import build_fsm_storage

COMMANDS = (*menus.COMMANDS, *followup_menus.COMMANDS)
"""Of everybody."""


def role_menus(bot: Bot) -> Menus:
    return Menus(bot, COMMANDS)


def compose(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    bot: Bot,
    now: Clock,
    follow_ups: FollowUps,
    editing: Editing,
) -> Dispatcher:
    """Every handler of the bot, and what each asks for by name."""
    sender = Sender(bot)
    questions = StoredQuestions(database)
    forms = build_fsm_storage(settings, database, now)
    dispatcher = build_dispatcher(
        **forms,
        engine=engine,
        question_flow=build_question_flow(database, engine, now),
        asked_questions=questions,
        sender=sender,
        now=now,
        page_size=settings.telegram.page_size,
        typing_after=settings.telegram.typing_after,
        first=(dialogs.build_router(forms["isolation"]),),
        further=(
            *feedback_routers.build_routers(),
            *follow_routers.build_routers(settings.admin_ids),
            *editing_routers.build_routers(),
        ),
        **follow_ups.dependencies,
        **editing.dependencies(sender, role_menus(bot)),
        **feedback_dependencies(settings, database, engine, editing.publishing, sender, now),
    )
    editing_routers.register_editors(dispatcher, editing.staff)
    follow_routers.register_unblocking(dispatcher, follow_ups.following)
    return dispatcher
