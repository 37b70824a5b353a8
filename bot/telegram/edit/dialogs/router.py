"""The router of the dialogs: who may use them, which commands leave them, and the set-up of aiogram-dialog.

It comes before every other router and passes on what is not its own. Readers never reach aiogram-dialog,
which would query the storage for each of their messages.
"""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import BaseEventIsolation
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, setup_dialogs
from aiogram_dialog.utils import CB_SEP

from bot.editing.forms.unfinished_forms import UnfinishedForms
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers import other_messages
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs import base_browser, base_lists, form, one_message, openings
from bot.telegram.edit.dialogs.form_opening import begin_message
from bot.telegram.edit.dialogs.lost_state import REOPEN, RecoverDialogs, answer_lost
from bot.telegram.edit.dialogs.states import BrowserDialog
from bot.telegram.edit.dialogs.windows import FormattedMessages
from bot.telegram.edit.heard_wishes import HasEditorWish
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.results import EditorWish, EditorWishKind

_IS_COMMAND = F.text.startswith("/")
_ASKS = F.text.regexp(r"(?s).*\?\s*$")
"""With a question mark; words without one are searched for."""


async def facts(
    _message: Message,
    command: CommandObject,
    engine: EngineHolder,
    state: FSMContext,
    dialog_manager: DialogManager,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
) -> None:
    """/facts opens the start, «/facts words» what has them; an unfinished form is kept."""
    await openings.keep(dialog_manager, unfinished_forms, editor, sender, now)
    await state.clear()
    if command.args:
        await base_lists.open_search(command.args, dialog_manager, engine.current.base)
        return
    await dialog_manager.start(BrowserDialog.home, mode=StartMode.RESET_STACK)


async def new(
    _message: Message,
    command: CommandObject,
    state: FSMContext,
    dialog_manager: DialogManager,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
) -> None:
    """/new asks for a new fact in one message; «/new text» is that message."""
    await openings.keep(dialog_manager, unfinished_forms, editor, sender, now)
    await state.clear()
    await begin_message(dialog_manager)
    if command.args:
        handler = CallableObject(one_message.type_message)
        await handler.call(command.args, **dialog_manager.middleware_data)


async def new_in_words(message: Message, wished: EditorWish, dialog_manager: DialogManager) -> None:
    """«Добавь сведение: …» is /new; in an open form it is a value."""
    if dialog_manager.has_context():
        raise SkipHandler
    given = {**dialog_manager.middleware_data, "command": CommandObject(args=wished.said or None)}
    await CallableObject(new).call(message, **given)


async def cancel(message: Message, state: FSMContext, dialog_manager: DialogManager, sender: Sender) -> None:
    """/cancel leaves a form; without one the readers' handler answers."""
    if not dialog_manager.has_context():
        raise SkipHandler
    await dialog_manager.reset_stack()
    await state.clear()
    await sender.send(place_of(message), other_messages.cancelled(something=True))


async def other_command(
    _message: Message,
    dialog_manager: DialogManager,
    unfinished_forms: UnfinishedForms,
    editor: Editor,
    sender: Sender,
    now: Clock,
) -> None:
    """Any other command leaves a form, which is kept, then is handled as usual."""
    if dialog_manager.has_context():
        await openings.keep(dialog_manager, unfinished_forms, editor, sender, now)
        await dialog_manager.reset_stack()
    raise SkipHandler


async def question(_message: Message, dialog_manager: DialogManager) -> None:
    """A question is for the bot, not a search: browsing ends, and it is answered as always."""
    if dialog_manager.has_context() and dialog_manager.current_context().state in BrowserDialog:
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


def build_router(isolation: BaseEventIsolation) -> Router:
    """`isolation`: the Dispatcher's, so that updates of one person are handled one after another."""
    inner = Router(name="dialogs")
    inner.message.register(facts, Command("facts"))
    inner.message.register(new, Command("new"), HasRole(Role.EDITOR))
    inner.message.register(new_in_words, StateFilter(None), HasEditorWish(EditorWishKind.NEW))
    inner.message.register(cancel, Command("cancel"))
    inner.message.register(other_command, _IS_COMMAND)
    inner.message.register(question, _ASKS, StateFilter(None))
    inner.callback_query.register(reopen, F.data == REOPEN)
    inner.include_routers(openings.build_router(), *_dialogs())
    setup_dialogs(inner, message_manager=FormattedMessages(), events_isolation=isolation)
    outer = Router(name="dialogs-of-editors")
    for observer in (outer.message, outer.callback_query):
        observer.filter(HasRole(Role.REVIEWER))
        observer.outer_middleware(RecoverDialogs())
    outer.include_router(inner)
    return outer


def _dialogs() -> list[Dialog]:
    """A dialog handles texts, but not commands or texts that another state awaits (a reason, a city);
    and of buttons only its own, not those under other messages.
    """
    browsing, editing = [base_browser.build_dialog()], list(form.build_dialogs())
    for dialog in (*browsing, *editing):
        dialog.message.filter(F.text, ~_IS_COMMAND, StateFilter(None))
        dialog.callback_query.filter(F.data.contains(CB_SEP))
        dialog.callback_query.middleware(AnswerCallbacks())
    for dialog in browsing:
        dialog.message.filter(~_ASKS)
    for dialog in editing:
        dialog.message.filter(HasRole(Role.EDITOR))
        dialog.callback_query.filter(HasRole(Role.EDITOR))
    return [*browsing, *editing]
