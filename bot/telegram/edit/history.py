"""/history: the list of revisions, one revision, and undo, which makes a proposal."""

from __future__ import annotations

import asyncio
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.editing.forms.fact_search import fact_meant
from bot.editing.undo import HistoryStore, NoRevision, UndoService
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import history as texts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.history_callbacks import HistoryCallback, RevisionCallback, UndoCallback
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


async def history(
    message: Message,
    command: CommandObject,
    history: HistoryStore,
    engine: EngineHolder,
    sender: Sender,
    zone: ZoneInfo,
) -> None:
    """«/history» of everything, «/history second-dialogue» or «/history место второго» of one entity."""
    entity = (command.args or "").strip()
    found = await history.newest(texts.PAGE, entity or None)
    if entity and not found:
        meant = await asyncio.to_thread(fact_meant, engine.current.base, entity)
        entity = meant.id if meant else entity
        found = await history.newest(texts.PAGE, entity)
    await sender.send(place_of(message), texts.listing(found, zone, entity[:40]))


async def page(
    _callback: CallbackQuery,
    callback_data: HistoryCallback,
    shown: ShownMessage,
    history: HistoryStore,
    sender: Sender,
    zone: ZoneInfo,
) -> None:
    found = await history.newest(texts.PAGE, callback_data.id or None, callback_data.before or None)
    await sender.edit_shown(shown, texts.listing(found, zone, callback_data.id))


async def revision(
    _callback: CallbackQuery,
    callback_data: RevisionCallback,
    shown: ShownMessage,
    history: HistoryStore,
    engine: EngineHolder,
    sender: Sender,
    zone: ZoneInfo,
) -> str | None:
    found = await history.revision(callback_data.number)
    if found is None:
        return OLD_SCREEN
    await sender.edit_shown(shown, texts.revision(found, zone, engine.current.base, callback_data.id))
    return None


async def undo(
    _callback: CallbackQuery,
    callback_data: UndoCallback,
    shown: ShownMessage,
    editor: Editor,
    undoing: UndoService,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    made = await undoing.undo(callback_data.revision, editor)
    if isinstance(made, NoRevision):
        return texts.no_revision(made.number, first=made.first)
    await show_proposed(made, chat_of(shown), editor, gate_screen, sender)
    return None


def build_router() -> Router:
    router = staff_router("history", Role.EDITOR)
    router.message.register(history, Command("history"))
    router.callback_query.register(page, HistoryCallback.filter())
    router.callback_query.register(revision, RevisionCallback.filter())
    router.callback_query.register(undo, UndoCallback.filter())
    return router
