"""The buttons of a proposal: publish, submit, drop, choose in a conflict; the reason that an owner owes."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.outcomes import (
    Closed,
    Dropped,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    Submitted,
)
from bot.editing.publication import Publishing
from bot.editing.roles import Staff
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import gate as texts
from bot.telegram.edit.callbacks import (
    DropCallback,
    MineCallback,
    ProposalOpenCallback,
    PublishCallback,
    SubmitCallback,
    TheirsCallback,
)
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_outcome
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of
from knowledge.facts.serialization import EntityKind, Key


class Owing(StatesGroup):
    """An owner publishes what fails the check: the next text says why."""

    reason = State()


async def opened(
    callback: CallbackQuery, callback_data: ProposalOpenCallback, editor: Editor, gate_screen: GateScreen
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place = Place(chat_id=callback.message.chat.id)
    await gate_screen.show_proposal(place, callback_data.number, editor, callback.message.message_id)
    return None


async def publish(
    callback: CallbackQuery,
    callback_data: PublishCallback,
    editor: Editor,
    state: FSMContext,
    publishing: Publishing,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place, shown = Place(chat_id=callback.message.chat.id), callback.message.message_id
    outcome = await publishing.publish(callback_data.number, editor)
    match outcome:
        case NeedsOwner():
            return texts.OWNER_NEEDED
        case NeedsApproval():
            return texts.APPROVAL_NEEDED
        case NeedsReason(proposal=proposal):
            await state.set_state(Owing.reason)
            await state.set_data({"proposal": proposal.id})
            await sender.send(place, texts.reason_needed())
            return None
    return await show_outcome(outcome, place, shown, editor, gate_screen, sender)


async def reason(
    message: Message,
    editor: Editor,
    state: FSMContext,
    publishing: Publishing,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    number = int((await state.get_data()).get("proposal", 0))
    await state.clear()
    outcome = await publishing.publish(number, editor, message.text or "")
    await show_outcome(outcome, place_of(message), None, editor, gate_screen, sender)


async def submit(
    callback: CallbackQuery,
    callback_data: SubmitCallback,
    editor: Editor,
    publishing: Publishing,
    staff: Staff,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place = Place(chat_id=callback.message.chat.id)
    match await publishing.submit(callback_data.number, editor):
        case Closed(proposal=proposal):
            await sender.edit(place, callback.message.message_id, texts.closed(proposal))
        case Submitted(proposal=proposal):
            await sender.edit(place, callback.message.message_id, texts.submitted(proposal))
            for user_id in await _others(staff, editor):
                await sender.send(Place(chat_id=user_id), texts.to_approve(proposal))
    return None


async def drop(
    callback: CallbackQuery,
    callback_data: DropCallback,
    editor: Editor,
    publishing: Publishing,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    match await publishing.drop(callback_data.number, editor):
        case Closed(proposal=proposal):
            reply = texts.closed(proposal)
        case Dropped(proposal=proposal):
            reply = texts.dropped(proposal)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


async def choose(
    callback: CallbackQuery,
    callback_data: MineCallback | TheirsCallback,
    editor: Editor,
    publishing: Publishing,
    gate_screen: GateScreen,
) -> str | None:
    if callback.message is None or callback_data.kind not in list(EntityKind):
        return OLD_BUTTON
    key, mine = Key(EntityKind(callback_data.kind), callback_data.id), isinstance(callback_data, MineCallback)
    await publishing.choose(callback_data.number, key, editor, mine=mine)
    place = Place(chat_id=callback.message.chat.id)
    await gate_screen.show_proposal(place, callback_data.number, editor, callback.message.message_id)
    return None


async def drafts(message: Message, publishing: Publishing, sender: Sender) -> None:
    await sender.send(place_of(message), texts.listing(await publishing.open()))


async def _others(staff: Staff, editor: Editor) -> list[int]:
    """Everybody else who may publish."""
    editors = [grant.user_id for grant in await staff.grants() if grant.role.covers(Role.EDITOR)]
    return [user_id for user_id in (*staff.owners, *editors) if user_id != editor.user_id]


def build_router() -> Router:
    router = Router(name="publishing")
    router.message.filter(HasRole(Role.EDITOR))
    router.callback_query.filter(HasRole(Role.EDITOR))
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(drafts, Command("drafts"))
    router.message.register(reason, StateFilter(Owing.reason), F.text, ~F.text.startswith("/"))
    router.callback_query.register(opened, ProposalOpenCallback.filter())
    router.callback_query.register(publish, PublishCallback.filter())
    router.callback_query.register(submit, SubmitCallback.filter())
    router.callback_query.register(drop, DropCallback.filter())
    router.callback_query.register(choose, MineCallback.filter())
    router.callback_query.register(choose, TheirsCallback.filter())
    return router
