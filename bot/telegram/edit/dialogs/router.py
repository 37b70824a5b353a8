"""The router of the dialogs: who may use them, which commands leave them, and the set-up of aiogram-dialog.

It comes before every other router and passes on what is not its own. Readers never reach aiogram-dialog,
which would query the storage for each of their messages.
"""

from __future__ import annotations

from typing import Protocol

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import BaseEventIsolation
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, setup_dialogs
from aiogram_dialog.utils import CB_SEP

from bot.editing.forms import drafts
from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import button_key
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.telegram.edit.callbacks import FixAllCallback
from bot.telegram.edit.dialogs import base_browser, form
from bot.telegram.edit.dialogs.form_state import begin_alone
from bot.telegram.edit.dialogs.lost_state import REOPEN, RecoverDialogs, answer_lost
from bot.telegram.edit.dialogs.states import BrowserDialog
from bot.telegram.edit.dialogs.windows import FormattedMessages
from bot.telegram.edit.rights import HasRole
from bot.telegram.inbox import NewFactCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Sender, place_of


class OpenQuestions(Protocol):
    """The part of the inbox that a new fact needs."""

    async def question(self, number: int) -> str | None:
        """The text of a question; None where it is no longer open."""
        ...


_IS_COMMAND = F.text.startswith("/")


async def facts(_message: Message, state: FSMContext, dialog_manager: DialogManager) -> None:
    """/facts opens the start; an unfinished form is dropped."""
    await state.clear()
    await dialog_manager.start(BrowserDialog.home, mode=StartMode.RESET_STACK)


async def cancel(message: Message, state: FSMContext, dialog_manager: DialogManager, sender: Sender) -> None:
    """/cancel leaves a form; without one the readers' handler answers."""
    if not dialog_manager.has_context():
        raise SkipHandler
    await dialog_manager.reset_stack()
    await state.clear()
    await sender.send(place_of(message), other_messages.cancelled(something=True))


async def other_command(_message: Message, dialog_manager: DialogManager) -> None:
    """Any other command leaves a form, then is handled as usual."""
    if dialog_manager.has_context():
        await dialog_manager.reset_stack()
    raise SkipHandler


async def reopen(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    """A lost button: show the open form below, or the start of /facts."""
    await answer_lost(callback)
    dialog_manager.show_mode = ShowMode.SEND
    if dialog_manager.has_context():
        await dialog_manager.show()
    else:
        await dialog_manager.start(BrowserDialog.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def new_fact(
    _callback: CallbackQuery,
    callback_data: NewFactCallback,
    dialog_manager: DialogManager,
    state: FSMContext,
    inbox: OpenQuestions | None = None,
) -> str | None:
    """Open the form of a new fact with a reader's question as its first example."""
    question = None if inbox is None else await inbox.question(callback_data.number)
    if question is None:
        return OLD_BUTTON
    await state.clear()
    await begin_alone(dialog_manager, Form.FACT, {"questions": [question]})
    return None


async def fix_fact(
    _callback: CallbackQuery,
    callback_data: FixAllCallback,
    dialog_manager: DialogManager,
    state: FSMContext,
    engine: EngineHolder,
) -> str | None:
    """Open the form of a fact with all of its fields."""
    row = drafts.find_row(engine.current.base, Form.FACT, button_key(callback_data.fact))
    if row is None:
        return OLD_BUTTON
    await state.clear()
    await begin_alone(dialog_manager, Form.FACT, row, row)
    return None


def build_router(isolation: BaseEventIsolation) -> Router:
    """`isolation`: the Dispatcher's, so that updates of one person are handled one after another."""
    inner = Router(name="dialogs")
    inner.message.register(facts, Command("facts"))
    inner.message.register(cancel, Command("cancel"))
    inner.message.register(other_command, _IS_COMMAND)
    inner.callback_query.register(reopen, F.data == REOPEN)
    inner.include_routers(_form_router(), *_dialogs())
    setup_dialogs(inner, message_manager=FormattedMessages(), events_isolation=isolation)
    outer = Router(name="dialogs-of-editors")
    for observer in (outer.message, outer.callback_query):
        observer.filter(HasRole(Role.REVIEWER))
        observer.outer_middleware(RecoverDialogs())
    outer.include_router(inner)
    return outer


def _form_router() -> Router:
    """Buttons outside the dialogs that open a form."""
    router = Router(name="forms")
    router.callback_query.filter(HasRole(Role.EDITOR))
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(new_fact, NewFactCallback.filter())
    router.callback_query.register(fix_fact, FixAllCallback.filter())
    return router


def _dialogs() -> list[Dialog]:
    """A dialog handles texts, but not commands or texts that another state awaits (a reason, a city);
    and of buttons only its own, not those under other messages.
    """
    browsing, editing = [base_browser.build_dialog()], list(form.build_dialogs())
    for dialog in (*browsing, *editing):
        dialog.message.filter(F.text, ~_IS_COMMAND, StateFilter(None))
        dialog.callback_query.filter(F.data.contains(CB_SEP))
        dialog.callback_query.middleware(AnswerCallbacks())
    for dialog in editing:
        dialog.message.filter(HasRole(Role.EDITOR))
        dialog.callback_query.filter(HasRole(Role.EDITOR))
    return [*browsing, *editing]
