"""A proposal's buttons: open, publish, submit, drop, stop; the reason for overriding the gate."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.outcomes import (
    Closed,
    Dropped,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    SentBack,
    Submitted,
)
from bot.editing.publication import PublicationService
from bot.editing.roles import Staff
from bot.records.editing import TERMINAL_ID, Editor, Role
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import proposals as texts
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import (
    DropCallback,
    NoReasonCallback,
    ProposalOpenCallback,
    PublishCallback,
    SendBackCallback,
    StopCheckCallback,
    SubmitCallback,
)
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_outcome, shown_anew
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import Press, ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingReason(StatesGroup):
    """An owner publishes a base that fails its own check: the next text says why."""

    text = State()
    rework = State()
    """Somebody who approves wants something changed: the next text says what."""


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
    return None if gate_screen.stop(shown.chat.id, callback_data.number) else OLD_BUTTON


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


async def submit(
    _callback: CallbackQuery,
    callback_data: SubmitCallback,
    shown: ShownMessage,
    editor: Editor,
    publishing: PublicationService,
    staff: Staff,
    sender: Sender,
) -> str | None:
    match await publishing.submit(callback_data.number, editor):
        case Closed(proposal=proposal):
            await sender.edit_shown(shown, texts.closed(proposal))
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
    sender: Sender,
) -> str | None:
    """The author of a draft that somebody else drops is told."""
    match await publishing.drop(callback_data.number, editor):
        case Closed(proposal=proposal):
            reply = texts.closed(proposal)
        case Dropped(proposal=proposal):
            reply = texts.dropped(proposal)
            if proposal.author_id not in (editor.user_id, TERMINAL_ID):
                await sender.send(Place(chat_id=proposal.author_id), texts.dropped_by(proposal, editor.name))
    await sender.edit_shown(shown, reply)
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
    await prompts.begin(state, AwaitingReason.rework, sent, now, takes_any=True, **about)


async def send_back(
    message: Message, editor: Editor, state: FSMContext, publishing: PublicationService, sender: Sender
) -> None:
    """The edit is the author's draft again, who is told what is wrong with it."""
    data, place = await state.get_data(), place_of(message)
    await state.clear()
    match await publishing.send_back(int(data.get("proposal", 0)), editor):
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
    router = staff_router("publishing", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    router.message.register(
        publish_with_reason, StateFilter(AwaitingReason.text), F.text, ~F.text.startswith("/")
    )
    router.message.register(send_back, StateFilter(AwaitingReason.rework), F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_what_is_wrong, SendBackCallback.filter())
    router.callback_query.register(show, ProposalOpenCallback.filter())
    router.callback_query.register(publish, PublishCallback.filter())
    router.callback_query.register(stop, StopCheckCallback.filter())
    router.callback_query.register(give_no_reason, NoReasonCallback.filter())
    router.callback_query.register(submit, SubmitCallback.filter())
    router.callback_query.register(drop, DropCallback.filter())
    return router
