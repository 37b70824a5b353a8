"""/notices: when an editor is told of readers' reports, and at which hour of the daily digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.records.editing import Editor, Role
from bot.records.editor_messages import EditorSettings, ReportNotice
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import editor_messages as texts
from bot.settings.clock import Clock
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.staff_callbacks import DigestHourCallback, NoticesCallback, ReportNoticeCallback
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


class SettingsStore(Protocol):
    async def of(self, user_id: int) -> EditorSettings: ...

    async def set(self, user_id: int, chosen: EditorSettings, at: datetime) -> None: ...


async def show(message: Message, editor: Editor, editor_settings: SettingsStore, sender: Sender) -> None:
    await sender.send(place_of(message), texts.settings(await editor_settings.of(editor.user_id)))


async def open_settings(
    _callback: CallbackQuery,
    shown: ShownMessage,
    editor: Editor,
    editor_settings: SettingsStore,
    sender: Sender,
) -> None:
    await sender.send(chat_of(shown), texts.settings(await editor_settings.of(editor.user_id)))


async def choose_reports(
    _callback: CallbackQuery,
    callback_data: ReportNoticeCallback,
    shown: ShownMessage,
    editor: Editor,
    editor_settings: SettingsStore,
    sender: Sender,
    now: Clock,
) -> str | None:
    """In the digest means that there is one."""
    if callback_data.kind not in list(ReportNotice):
        return OLD_SCREEN
    kind, chosen = ReportNotice(callback_data.kind), await editor_settings.of(editor.user_id)
    hour = chosen.digest_hour
    if kind is ReportNotice.DIGEST and hour is None:
        hour = texts.DEFAULT_HOUR
    await _set(replace(chosen, reports=kind, digest_hour=hour), shown, editor, editor_settings, sender, now)
    return None


async def choose_hour(
    _callback: CallbackQuery,
    callback_data: DigestHourCallback,
    shown: ShownMessage,
    editor: Editor,
    editor_settings: SettingsStore,
    sender: Sender,
    now: Clock,
) -> str | None:
    """Without a digest, reports that would be in it come at once."""
    hour, chosen = callback_data.hour, await editor_settings.of(editor.user_id)
    if hour not in (*texts.HOURS, -1):
        return OLD_SCREEN
    new = replace(chosen, digest_hour=None if hour < 0 else hour)
    if new.digest_hour is None and new.reports is ReportNotice.DIGEST:
        new = replace(new, reports=ReportNotice.NOW)
    await _set(new, shown, editor, editor_settings, sender, now)
    return None


async def _set(
    chosen: EditorSettings,
    shown: ShownMessage,
    editor: Editor,
    store: SettingsStore,
    sender: Sender,
    now: Clock,
) -> None:
    await store.set(editor.user_id, chosen, now())
    await sender.edit_shown(shown, texts.settings(chosen))


def build_router() -> Router:
    router = staff_router("notices", Role.REVIEWER)
    router.message.register(show, Command("notices"))
    router.callback_query.register(open_settings, NoticesCallback.filter())
    router.callback_query.register(choose_reports, ReportNoticeCallback.filter())
    router.callback_query.register(choose_hour, DigestHourCallback.filter())
    return router
