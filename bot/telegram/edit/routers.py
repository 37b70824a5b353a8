"""The routers of editing, in their order, and the middleware that knows editors."""

from __future__ import annotations

from aiogram import Dispatcher, Router

from bot.editing.roles import Staff
from bot.telegram import inbox, statistics
from bot.telegram.edit import files, history, publishing, roles
from bot.telegram.edit.rights import KnowEditors


def build_routers() -> tuple[Router, ...]:
    """Each lets through only who has a role; what does not pass goes on to the handlers of readers."""
    return (
        publishing.build_router(),
        roles.build_router(),
        history.build_router(),
        history.build_owners_router(),
        files.build_router(),
        *inbox.build_routers(),
        statistics.build_router(),
    )


def register_editors(dispatcher: Dispatcher, staff: Staff) -> None:
    """Before any handler: who writes or presses, and may they."""
    dispatcher.message.outer_middleware(KnowEditors(staff))
    dispatcher.callback_query.outer_middleware(KnowEditors(staff))
