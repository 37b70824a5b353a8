"""Builds the Dispatcher of the running bot: every router, and every dependency of their handlers."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Bot, Dispatcher, Router

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import menus
from bot.replies.followups import menus as followup_menus
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.journal.journaled import JournaledConversations, JournaledQuestions
from bot.storage.readers.links import StoredLinks
from bot.telegram.dispatcher import build_dispatcher
from bot.telegram.edit import routers as editing_routers
from bot.telegram.edit.command_menus import CommandMenus
from bot.telegram.edit.dialogs import router as dialogs
from bot.telegram.feedback import routers as feedback_routers
from bot.telegram.follow import routers as follow_routers
from bot.telegram.sending.sender import Sender
from bot.wiring.editing import Editing
from bot.wiring.feedback import build_question_flow, feedback_dependencies
from bot.wiring.followups import build_subscription_service, followup_dependencies
from bot.wiring.fsm_storage import build_fsm_storage
from bot.wiring.journaling import Journaling
from knowledge.results import Result

COMMANDS = (*menus.TELEGRAM_COMMANDS, *menus.COMMANDS, *followup_menus.COMMANDS)
"""The readers' commands: (name, description)."""


def build_command_menus(bot: Bot) -> CommandMenus:
    return CommandMenus(bot, COMMANDS)


def wire_dispatcher(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    bot: Bot,
    now: Clock,
    editing: Editing,
    kept: Journaling,
    count: Callable[[Result, float], None] = lambda _result, _seconds: None,
) -> Dispatcher:
    """Handlers take their dependencies by parameter name from the Dispatcher's workflow data."""
    sender = Sender(bot)
    following = build_subscription_service(settings, database, now)
    fsm = build_fsm_storage(settings, database, kept.memory, now)
    questions = JournaledQuestions(database, kept.journal)
    conversations = JournaledConversations(database, kept.journal, kept.memory)
    dispatcher = build_dispatcher(
        **fsm,
        engine=engine,
        fsm_storage=fsm["storage"],
        question_flow=build_question_flow(
            conversations, questions, engine, now, count, kept.roles.edits, kept.off_topic.holds
        ),
        asked_questions=questions,
        links=StoredLinks(database),
        sender=sender,
        now=now,
        page_size=settings.telegram.page_size,
        typing_after=settings.telegram.typing_after,
        questions_per_minute=settings.telegram.questions_per_minute,
        first_routers=(dialogs.build_router(fsm["isolation"]),),
        feature_routers=_feature_routers(settings),
        **followup_dependencies(settings, database, following, kept.memory, now),
        **editing.dependencies(sender, build_command_menus(bot), now),
        **feedback_dependencies(
            settings, database, engine, editing.publishing, sender, now, kept.off_topic.add
        ),
    )
    editing_routers.register_editor_lookup(dispatcher, editing.staff)
    follow_routers.register_reactivation(dispatcher, following, kept.memory)
    return dispatcher


def _feature_routers(settings: Settings) -> tuple[Router, ...]:
    return (
        *feedback_routers.build_routers(),
        *follow_routers.build_routers(settings.admin_ids),
        *editing_routers.build_routers(),
    )
