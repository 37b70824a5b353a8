"""A proposal's other buttons: ask another editor to publish it, send it back to its author, drop it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.outcomes import Amended, Closed, Dropped, SentBack, Submitted
from bot.editing.publication import PublicationService
from bot.editing.roles import Staff
from bot.records.editing import TERMINAL_ID, Editor, Role
from bot.replies.editing import proposals as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import DropCallback, SendBackCallback, SubmitCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingRework(StatesGroup):
    """Somebody who approves wants something changed: the next text says what."""

    text = State()


async def submit(
    _callback: CallbackQuery,
    callback_data: SubmitCallback,
    shown: ShownMessage,
    editor: Editor,
    publishing: PublicationService,
    staff: Staff,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    match await publishing.submit(callback_data.number, editor, callback_data.seen):
        case Amended(proposal=proposal):
            await gate_screen.show_proposal(chat_of(shown), proposal.id, editor, shown.message_id)
            return texts.CHANGED
        case Closed(proposal=closed):
            await sender.edit_shown(shown, texts.closed(closed))
        case Submitted(proposal=proposal):
            await sender.edit_shown(shown, texts.submitted(proposal))
            for user_id in await _other_editors(staff, editor):
                await sender.send(Place(chat_id=user_id), texts.to_approve(proposal))
    return None


async def drop(
    _callback: CallbackQuery,
    callback_data: DropCallback,
    shown: ShownMessage,
    editor: Editor,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    """The author of a draft that somebody else drops is told."""
    match await publishing.drop(callback_data.number, editor, callback_data.seen):
        case Amended(proposal=proposal):
            await gate_screen.show_proposal(chat_of(shown), proposal.id, editor, shown.message_id)
            return texts.CHANGED
        case Closed(proposal=closed):
            await sender.edit_shown(shown, texts.closed(closed))
        case Dropped(proposal=proposal):
            await sender.edit_shown(shown, texts.dropped(proposal))
            if proposal.author_id not in (editor.user_id, TERMINAL_ID):
                await sender.send(Place(chat_id=proposal.author_id), texts.dropped_by(proposal, editor.name))
    return None


async def ask_what_is_wrong(
    _callback: CallbackQuery,
    callback_data: SendBackCallback,
    shown: ShownMessage,
    state: FSMContext,
    sender: Sender,
    now: Clock,
) -> None:
    sent = await sender.send(chat_of(shown), texts.ask_what_is_wrong())
    about = {"proposal": callback_data.number, "seen": callback_data.seen}
    await prompts.begin(state, AwaitingRework.text, sent, now, takes_any=True, **about)


async def send_back(
    message: Message,
    editor: Editor,
    state: FSMContext,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    """The edit is the author's draft again, who is told what is wrong with it."""
    data, place = await state.get_data(), place_of(message)
    await state.clear()
    match await publishing.send_back(int(data.get("proposal", 0)), editor, str(data.get("seen", ""))):
        case Amended(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor)
        case Closed(proposal=closed):
            await sender.send(place, texts.closed(closed))
        case SentBack(proposal=proposal):
            await sender.send(place, texts.sent_back(proposal))
            told = texts.sent_back_by(proposal, editor.name, message.text or "")
            await sender.send(Place(chat_id=proposal.author_id), told)


async def _other_editors(staff: Staff, editor: Editor) -> list[int]:
    """Everybody else who may publish."""
    editors = [grant.user_id for grant in await staff.grants() if grant.role.covers(Role.EDITOR)]
    return [user_id for user_id in (*staff.owners, *editors) if user_id != editor.user_id]


def build_router() -> Router:
    router = staff_router("approval", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    in_words = StateFilter(AwaitingRework.text)
    router.message.register(send_back, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_what_is_wrong, SendBackCallback.filter())
    router.callback_query.register(submit, SubmitCallback.filter())
    router.callback_query.register(drop, DropCallback.filter())
    return router
