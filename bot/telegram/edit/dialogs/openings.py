"""Buttons outside the dialogs that open a form: of the inbox, of an answer, of /drafts."""

from __future__ import annotations

from typing import Protocol

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.editing.forms import drafts
from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import button_key
from bot.editing.forms.unfinished_forms import UnfinishedForms
from bot.editing.quick_edit import entity_of
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.settings.clock import Clock
from bot.telegram.edit.callbacks import FormCallback
from bot.telegram.edit.dialogs.base_lists import begin_card
from bot.telegram.edit.dialogs.form_opening import begin_alone, begin_message
from bot.telegram.edit.dialogs.unfinished_forms import keep_open_form, reopen_form
from bot.telegram.edit.quick_callbacks import FixAllCallback, FixUpCallback
from bot.telegram.edit.rights import HasRole
from bot.telegram.inbox_callbacks import NewFactCallback
from bot.telegram.prompts import end_own
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender


class OpenQuestions(Protocol):
    """The part of the inbox that a new fact needs."""

    async def questions(self, number: int) -> tuple[str, ...]:
        """The wordings of an open question; none where it is no longer open."""
        ...


async def keep(
    manager: DialogManager,
    forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
) -> None:
    """Keep the open form, and say so."""
    told = await keep_open_form(manager, forms, editor.user_id, now())
    if told is not None:
        await sender.send(Place(chat_id=editor.user_id), told)


async def open_form(
    _callback: CallbackQuery,
    callback_data: FormCallback,
    dialog_manager: DialogManager,
    state: FSMContext,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
) -> str | None:
    """Go on with a form that was kept; the one open now is kept instead."""
    body = await unfinished_forms.take(editor.user_id, callback_data.number)
    if body is None:
        return OLD_SCREEN
    await keep(dialog_manager, unfinished_forms, editor, sender, now)
    await state.clear()
    await reopen_form(dialog_manager, body)
    return None


async def new_fact(
    _callback: CallbackQuery,
    callback_data: NewFactCallback,
    dialog_manager: DialogManager,
    state: FSMContext,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
    inbox: OpenQuestions | None = None,
) -> str | None:
    """Ask for a new fact, with the wordings of a reader's question as its examples."""
    questions = () if inbox is None else await inbox.questions(callback_data.number)
    if not questions:
        return OLD_SCREEN
    await keep(dialog_manager, unfinished_forms, editor, sender, now)
    await state.clear()
    await begin_message(dialog_manager, questions)
    return None


async def fix_fact(
    _callback: CallbackQuery,
    callback_data: FixAllCallback,
    dialog_manager: DialogManager,
    state: FSMContext,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
    engine: EngineHolder,
) -> str | None:
    """Open the form of what «Исправить» shows."""
    base, form = engine.current.base, Form(callback_data.form or Form.FACT)
    entity = entity_of(base, form, callback_data.fact)
    row = None if entity is None else drafts.find_row(base, form, button_key(entity.id))
    if row is None:
        return OLD_SCREEN
    await keep(dialog_manager, unfinished_forms, editor, sender, now)
    await state.clear()
    await begin_alone(dialog_manager, form, row, row)
    return None


async def back_to_card(
    _callback: CallbackQuery,
    callback_data: FixUpCallback,
    dialog_manager: DialogManager,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
) -> str | None:
    """From «Исправить» to the card of /facts, in its place."""
    form = Form(callback_data.form)
    entity = entity_of(engine.current.base, form, callback_data.fact)
    if entity is None:
        return OLD_SCREEN
    await end_own(state, shown.message_id)
    await begin_card(dialog_manager, form, button_key(entity.id))
    return None


def build_router() -> Router:
    """Buttons outside the dialogs that open a form."""
    router = Router(name="forms")
    router.callback_query.filter(HasRole(Role.EDITOR))
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(open_form, FormCallback.filter())
    router.callback_query.register(new_fact, NewFactCallback.filter())
    router.callback_query.register(fix_fact, FixAllCallback.filter())
    router.callback_query.register(back_to_card, FixUpCallback.filter())
    return router
