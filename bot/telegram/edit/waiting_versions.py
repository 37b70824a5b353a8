"""Versions that wait for an owner after a merge of the pack's files: notifies owners; /waiting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import structlog
from aiogram import Router
from aiogram.exceptions import AiogramError
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.editing.undo import Settled, UndoService
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.records.history import WaitingVersion
from bot.replies.editing import history as texts
from bot.replies.followups import owners
from bot.replies.parts import Reply
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.history_callbacks import KeepCallback, TakeFileCallback
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender

log = structlog.get_logger()


class WaitingVersions(Protocol):
    async def waiting(self) -> Sequence[WaitingVersion]: ...

    async def mark_notified(self, numbers: Sequence[int]) -> None: ...


async def notify_owners(sender: Sender, owner_ids: Sequence[int], versions: WaitingVersions) -> None:
    """Tell every owner once of each version that waits; owners who cannot be written to are skipped."""
    new = [version for version in await versions.waiting() if not version.notified]
    if not new or not owner_ids:
        return
    reply, reached = owners.waiting(new), False
    for owner in owner_ids:
        try:
            reached = await sender.send(Place(chat_id=owner), reply) is not None or reached
        except AiogramError as error:
            log.warning("owner not reached", reason=type(error).__name__)
    if reached:
        await versions.mark_notified([version.number for version in new])


async def waiting(message: Message, undoing: UndoService, engine: EngineHolder, sender: Sender) -> None:
    await sender.send(place_of(message), await _listing(undoing, engine))


async def keep(
    _callback: CallbackQuery,
    callback_data: KeepCallback,
    shown: ShownMessage,
    editor: Editor,
    undoing: UndoService,
    engine: EngineHolder,
    sender: Sender,
) -> str:
    """The base's version stays."""
    settled = await undoing.keep_base_version(callback_data.number, editor)
    await sender.edit_shown(shown, await _listing(undoing, engine))
    return texts.SETTLED if isinstance(settled, Settled) else texts.kept(settled)


async def take(
    _callback: CallbackQuery,
    callback_data: TakeFileCallback,
    shown: ShownMessage,
    editor: Editor,
    undoing: UndoService,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    """The files' version becomes a proposal."""
    made = await undoing.take_file_version(callback_data.number, editor)
    if isinstance(made, Settled):
        return texts.SETTLED
    await show_proposed(made, chat_of(shown), editor, gate_screen, sender)
    return None


async def _listing(undoing: UndoService, engine: EngineHolder) -> Reply:
    found = [(version, version.ours) for version in await undoing.waiting()]
    return texts.waiting(found, engine.current.base)


def build_router() -> Router:
    router = staff_router("waiting-versions", Role.OWNER)
    router.message.register(waiting, Command("waiting"))
    router.callback_query.register(keep, KeepCallback.filter())
    router.callback_query.register(take, TakeFileCallback.filter())
    return router
