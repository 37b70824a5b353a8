"""/drafts: proposals of everybody and unfinished forms of one's own."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.editing.base_drafts import BaseDrafts
from bot.editing.forms.drafts import Draft
from bot.editing.forms.unfinished_forms import UnfinishedForms, form_title, is_removal
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Role, UnfinishedForm
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import drafts as texts
from bot.replies.editing.drafts import LeftForm
from bot.replies.parts import Reply
from bot.telegram.edit.callbacks import DropFormCallback
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender


async def drafts(
    message: Message,
    editor: Editor,
    publishing: PublicationService,
    unfinished_forms: UnfinishedForms,
    base_drafts: BaseDrafts,
    sender: Sender,
    zone: ZoneInfo,
) -> None:
    """Proposals of everybody, and forms of this editor."""
    await sender.send(
        place_of(message), await _drafts(editor, publishing, unfinished_forms, base_drafts, zone)
    )


async def drop_form(
    _callback: CallbackQuery,
    callback_data: DropFormCallback,
    shown: ShownMessage,
    editor: Editor,
    publishing: PublicationService,
    unfinished_forms: UnfinishedForms,
    base_drafts: BaseDrafts,
    sender: Sender,
    zone: ZoneInfo,
) -> str | None:
    gone = await unfinished_forms.take(editor.user_id, callback_data.number) is None
    await sender.edit_shown(shown, await _drafts(editor, publishing, unfinished_forms, base_drafts, zone))
    return OLD_SCREEN if gone else None


async def _drafts(
    editor: Editor,
    publishing: PublicationService,
    forms: UnfinishedForms,
    base_drafts: BaseDrafts,
    zone: ZoneInfo,
) -> Reply:
    kept = [_left(one) for one in await forms.of(editor.user_id)]
    return texts.listing(await publishing.open(), kept, zone, await base_drafts.left())


def _left(one: UnfinishedForm) -> LeftForm:
    draft = Draft.from_json(one.body["draft"])
    return LeftForm(
        number=one.id,
        form=draft.form.value,
        is_new=draft.is_new,
        title=form_title(draft),
        at=one.at,
        removes=is_removal(one.body),
    )


def build_router() -> Router:
    router = staff_router("drafts", Role.EDITOR)
    router.message.register(drafts, Command("drafts"))
    router.callback_query.register(drop_form, DropFormCallback.filter())
    return router
