"""/history, undo of any revision, /waiting: what was, and going back to it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.editing.undo import History, NoRevision, Settled, Undoing
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import history as texts
from bot.telegram.edit.callbacks import (
    HistoryCallback,
    KeepCallback,
    RevisionCallback,
    TakeFileCallback,
    UndoCallback,
)
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_made
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of


async def history(
    message: Message, command: CommandObject, history: History, sender: Sender, zone: ZoneInfo
) -> None:
    """«/history» of everything, «/history second-dialogue» of one entity."""
    entity = (command.args or "").strip()
    found = await history.newest(texts.PAGE, entity or None)
    await sender.send(place_of(message), texts.listing(found, zone, entity[:40]))


async def page(
    callback: CallbackQuery, callback_data: HistoryCallback, history: History, sender: Sender, zone: ZoneInfo
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    found = await history.newest(texts.PAGE, callback_data.id or None, callback_data.before or None)
    reply = texts.listing(found, zone, callback_data.id)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


async def revision(
    callback: CallbackQuery, callback_data: RevisionCallback, history: History, sender: Sender, zone: ZoneInfo
) -> str | None:
    found = await history.revision(callback_data.number)
    if callback.message is None or found is None:
        return OLD_BUTTON
    reply = texts.revision(found, zone, callback_data.id)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


async def undo(
    callback: CallbackQuery,
    callback_data: UndoCallback,
    editor: Editor,
    undoing: Undoing,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place = Place(chat_id=callback.message.chat.id)
    made = await undoing.undo(callback_data.revision, editor)
    if isinstance(made, NoRevision):
        return texts.no_revision(made.number, first=made.first)
    return await show_made(made, place, editor, gate_screen, sender)


async def waiting(message: Message, undoing: Undoing, sender: Sender) -> None:
    found = [(one, one.ours) for one in await undoing.waiting()]
    await sender.send(place_of(message), texts.waiting(found))


async def keep(
    callback: CallbackQuery, callback_data: KeepCallback, editor: Editor, undoing: Undoing, sender: Sender
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    settled = await undoing.keep(callback_data.number, editor)
    left = texts.waiting([(one, one.ours) for one in await undoing.waiting()])
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, left)
    return texts.SETTLED if isinstance(settled, Settled) else texts.kept(settled)


async def take(
    callback: CallbackQuery,
    callback_data: TakeFileCallback,
    editor: Editor,
    undoing: Undoing,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    made = await undoing.take(callback_data.number, editor)
    if isinstance(made, Settled):
        return texts.SETTLED
    place = Place(chat_id=callback.message.chat.id)
    return await show_made(made, place, editor, gate_screen, sender)


def build_router() -> Router:
    """What editors may."""
    router = Router(name="history")
    router.message.filter(HasRole(Role.EDITOR))
    router.callback_query.filter(HasRole(Role.EDITOR))
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(history, Command("history"))
    router.callback_query.register(page, HistoryCallback.filter())
    router.callback_query.register(revision, RevisionCallback.filter())
    router.callback_query.register(undo, UndoCallback.filter())
    return router


def build_owners_router() -> Router:
    """What only owners may."""
    router = Router(name="waiting")
    router.message.filter(HasRole(Role.OWNER))
    router.callback_query.filter(HasRole(Role.OWNER))
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(waiting, Command("waiting"))
    router.callback_query.register(keep, KeepCallback.filter())
    router.callback_query.register(take, TakeFileCallback.filter())
    return router
