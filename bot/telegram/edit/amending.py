"""Buttons that change what is to be published: «Так и надо», the former source, a version in a conflict."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.editing.amendments import Amendments
from bot.editing.examination import Examination
from bot.editing.outcomes import Amended
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import proposals as texts
from bot.telegram.edit.callbacks import (
    KeepSourcesCallback,
    MineCallback,
    SettleCallback,
    StaleExamplesCallback,
    TheirsCallback,
)
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import shown_anew
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import Press, ShownMessage, Toast
from bot.telegram.sending.places import chat_of


async def settle(
    _callback: CallbackQuery,
    callback_data: SettleCallback,
    shown: ShownMessage,
    press: Press,
    editor: Editor,
    examination: Examination,
    gate_screen: GateScreen,
) -> str | None:
    """«Так и надо», for good."""
    number, place, seen = callback_data.number, callback_data.place, callback_data.seen
    alike = bool(callback_data.alike)
    settled = await examination.settle(number, place, editor, seen=seen, alike=alike)
    if settled is None:
        return OLD_SCREEN
    if isinstance(settled, Amended):
        await press.answer(shown_anew(settled))
    await gate_screen.show_proposal(chat_of(shown), number, editor, shown.message_id)
    return Toast(texts.SETTLED)


async def amend(
    _callback: CallbackQuery,
    callback_data: KeepSourcesCallback | StaleExamplesCallback,
    shown: ShownMessage,
    press: Press,
    editor: Editor,
    amendments: Amendments,
    gate_screen: GateScreen,
) -> None:
    """«Источник прежний», «Убрать эти примеры»."""
    await press.answer()
    keeps = isinstance(callback_data, KeepSourcesCallback)
    change = amendments.keep_sources if keeps else amendments.drop_stale_examples
    await change(callback_data.number, callback_data.seen)
    await gate_screen.show_proposal(chat_of(shown), callback_data.number, editor, shown.message_id)


async def choose_version(
    _callback: CallbackQuery,
    callback_data: MineCallback | TheirsCallback,
    shown: ShownMessage,
    press: Press,
    editor: Editor,
    amendments: Amendments,
    gate_screen: GateScreen,
) -> str | None:
    await press.answer()
    mine = isinstance(callback_data, MineCallback)
    await amendments.choose(callback_data.number, callback_data.key, callback_data.field, editor, mine=mine)
    await gate_screen.show_proposal(chat_of(shown), callback_data.number, editor, shown.message_id)
    return None


def build_router() -> Router:
    router = staff_router("amending", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    router.callback_query.register(amend, KeepSourcesCallback.filter())
    router.callback_query.register(amend, StaleExamplesCallback.filter())
    router.callback_query.register(settle, SettleCallback.filter())
    router.callback_query.register(choose_version, MineCallback.filter())
    router.callback_query.register(choose_version, TheirsCallback.filter())
    return router
