"""A proposal's buttons: open, stop the check, publish; the reason for overriding the gate."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.outcomes import (
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
)
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Role
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import proposals as texts
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import (
    NoReasonCallback,
    ProposalOpenCallback,
    PublishCallback,
    StopCheckCallback,
)
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_outcome, shown_anew
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import Press, ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingReason(StatesGroup):
    """An owner publishes a base that fails its own check: the next text says why."""

    text = State()


async def show(
    _callback: CallbackQuery,
    callback_data: ProposalOpenCallback,
    shown: ShownMessage,
    press: Press,
    editor: Editor,
    gate_screen: GateScreen,
) -> None:
    await press.answer()
    await gate_screen.show_proposal(chat_of(shown), callback_data.number, editor, shown.message_id)


async def stop(
    _callback: CallbackQuery, callback_data: StopCheckCallback, shown: ShownMessage, gate_screen: GateScreen
) -> str | None:
    return None if gate_screen.stop(shown.chat.id, callback_data.number) else OLD_SCREEN


async def publish(
    _callback: CallbackQuery,
    callback_data: PublishCallback,
    shown: ShownMessage,
    press: Press,
    editor: Editor,
    state: FSMContext,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
    now: Clock,
) -> str | None:
    seen = callback_data.seen
    outcome = await publishing.publish(callback_data.number, editor, seen=seen)
    match outcome:
        case NeedsOwner():
            return texts.OWNER_NEEDED
        case NeedsApproval():
            return texts.APPROVAL_NEEDED
        case NeedsReason(proposal=proposal):
            sent = await sender.send(chat_of(shown), texts.reason_needed(proposal.id))
            await prompts.begin(state, AwaitingReason.text, sent, now, proposal=proposal.id, seen=seen)
            return None
    await press.answer(shown_anew(outcome))
    await show_outcome(outcome, chat_of(shown), shown.message_id, editor, gate_screen, sender)
    return None


async def publish_with_reason(
    message: Message,
    editor: Editor,
    state: FSMContext,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    data = await state.get_data()
    await state.clear()
    number, seen = int(data.get("proposal", 0)), str(data.get("seen", ""))
    outcome = await publishing.publish(number, editor, message.text or "", seen=seen)
    if told := shown_anew(outcome):
        await sender.send(place_of(message), Reply(parts=(Text(told),)))
    await show_outcome(outcome, place_of(message), None, editor, gate_screen, sender)


async def give_no_reason(
    _callback: CallbackQuery,
    callback_data: NoReasonCallback,
    shown: ShownMessage,
    state: FSMContext,
    publishing: PublicationService,
    sender: Sender,
) -> str | None:
    """The proposal stays open; of one that is published meanwhile there is nothing to cancel."""
    if await state.get_state() == AwaitingReason.text.state:
        await state.clear()
    proposal = await publishing.get(callback_data.number)
    is_open = proposal is not None and proposal.state.is_open
    reply = other_messages.cancelled(something=True) if is_open else texts.closed(proposal)
    await sender.edit_shown(shown, reply)
    return None


def build_router() -> Router:
    router = staff_router("publishing", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    router.message.register(
        publish_with_reason, StateFilter(AwaitingReason.text), F.text, ~F.text.startswith("/")
    )
    router.callback_query.register(show, ProposalOpenCallback.filter())
    router.callback_query.register(publish, PublishCallback.filter())
    router.callback_query.register(stop, StopCheckCallback.filter())
    router.callback_query.register(give_no_reason, NoReasonCallback.filter())
    return router
