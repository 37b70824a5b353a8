"""The Dispatcher of the running bot: the storage and the use cases that its handlers get."""

from __future__ import annotations

from aiogram import Bot, Dispatcher

from bot.clock import Clock
from bot.editors import Editing
from bot.following_up import FollowUps
from bot.forms import kept_forms
from bot.options import Settings
from bot.replies import followups_menus, menus
from bot.storage.asked import StoredQuestions
from bot.storage.conversations import StoredConversations
from bot.storage.engine import Database
from bot.telegram.consulting import Consultant
from bot.telegram.dialogs import router as dialogs
from bot.telegram.dispatcher import build_dispatcher
from bot.telegram.editing import routers as editing_routers
from bot.telegram.editing.menus import Menus
from bot.telegram.engine import Engine
from bot.telegram.handlers import followups
from bot.telegram.sender import Sender

COMMANDS = (*menus.COMMANDS, *followups_menus.COMMANDS)
"""Of everybody."""


def role_menus(bot: Bot) -> Menus:
    return Menus(bot, COMMANDS)


def compose(
    settings: Settings,
    database: Database,
    engine: Engine,
    bot: Bot,
    now: Clock,
    follow_ups: FollowUps,
    editing: Editing,
) -> Dispatcher:
    """Every handler of the bot, and what each asks for by name."""
    sender = Sender(bot)
    questions = StoredQuestions(database)
    consultant = Consultant(
        engine, StoredConversations(database), questions, now, buttons=followups_menus.under_answer
    )
    forms = kept_forms(settings, database, now)
    dispatcher = build_dispatcher(
        **forms,
        engine=engine,
        consultant=consultant,
        asked_questions=questions,
        sender=sender,
        now=now,
        page_size=settings.telegram.page_size,
        typing_after=settings.telegram.typing_after,
        first=(dialogs.build_router(forms["isolation"]),),
        further=(*followups.build_routers(settings.admin_ids), *editing_routers.build_routers()),
        **follow_ups.dependencies,
        **editing.dependencies(sender, role_menus(bot)),
    )
    editing_routers.register_editors(dispatcher, editing.staff)
    followups.register_waking(dispatcher, follow_ups.following)
    return dispatcher
