"""The routers of editing, in their order, and the middleware that identifies editors."""

from __future__ import annotations

from aiogram import Dispatcher, Router

from bot.editing.roles import Staff
from bot.telegram import editor_wishes, inbox, statistics
from bot.telegram.drafting import articles, cards, examples, fields, words
from bot.telegram.edit import (
    amending,
    approval,
    files,
    history,
    notices,
    open_drafts,
    outdated_events,
    outdated_statements,
    publishing,
    quick_edit,
    quick_people,
    quick_roles,
    roles,
    waiting_versions,
)
from bot.telegram.edit.rights import IdentifyEditor


def build_routers() -> tuple[Router, ...]:
    """Each requires a role; updates of other people go on to the handlers of readers."""
    return (
        cards.build_router(),
        words.build_router(),
        fields.build_router(),
        articles.build_router(),
        examples.build_router(),
        publishing.build_router(),
        approval.build_router(),
        amending.build_router(),
        open_drafts.build_router(),
        quick_edit.build_router(),
        quick_people.build_router(),
        quick_roles.build_router(),
        outdated_statements.build_router(),
        outdated_events.build_router(),
        roles.build_router(),
        history.build_router(),
        waiting_versions.build_router(),
        files.build_router(),
        *inbox.build_routers(),
        statistics.build_router(),
        notices.build_router(),
        editor_wishes.build_router(),
    )


def register_editor_lookup(dispatcher: Dispatcher, staff: Staff) -> None:
    """Runs before any handler: finds the role of whoever writes or presses a button."""
    dispatcher.message.outer_middleware(IdentifyEditor(staff))
    dispatcher.callback_query.outer_middleware(IdentifyEditor(staff))
