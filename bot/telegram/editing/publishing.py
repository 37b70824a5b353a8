"""The buttons of a proposal: publish, submit, drop, choose in a conflict; the reason that an owner owes."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.publishing import Publishing
from bot.editing.results import (
    Closed,
    Dropped,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    Submitted,
)
from bot.editing.staff import Staff
from bot.records.editing import Editor, Role
from bot.replies import editing_gate as texts
from bot.replies.notices import OLD_BUTTON
from bot.telegram.answering import AnswerPresses
from bot.telegram.editing.outcomes import show_outcome
from bot.telegram.editing.rights import HasRole
from bot.telegram.editing.screen import GateScreen
from bot.telegram.presses import (
    DropPress,
    MinePress,
    ProposalOpenPress,
    PublishPress,
    SubmitPress,
    TheirsPress,
)
from bot.telegram.sender import Place, Sender, place_of
from knowledge.rows import Key, Kind


class Owing(StatesGroup):
    """An owner publishes what fails the check: the next text says why."""

    reason = State()


async def opened(
    press: CallbackQuery, callback_data: ProposalOpenPress, editor: Editor, gate_screen: GateScreen
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    place = Place(chat_id=press.message.chat.id)
    await gate_screen.show_proposal(place, callback_data.number, editor, press.message.message_id)
    return None


async def publish(
    press: CallbackQuery,
    callback_data: PublishPress,
    editor: Editor,
    state: FSMContext,
    publishing: Publishing,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    place, shown = Place(chat_id=press.message.chat.id), press.message.message_id
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
    press: CallbackQuery,
    callback_data: SubmitPress,
    editor: Editor,
    publishing: Publishing,
    staff: Staff,
    sender: Sender,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    place = Place(chat_id=press.message.chat.id)
    match await publishing.submit(callback_data.number, editor):
        case Closed(proposal=proposal):
            await sender.edit(place, press.message.message_id, texts.closed(proposal))
        case Submitted(proposal=proposal):
            await sender.edit(place, press.message.message_id, texts.submitted(proposal))
            for user_id in await _others(staff, editor):
                await sender.send(Place(chat_id=user_id), texts.to_approve(proposal))
    return None


async def drop(
    press: CallbackQuery,
    callback_data: DropPress,
    editor: Editor,
    publishing: Publishing,
    sender: Sender,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    match await publishing.drop(callback_data.number, editor):
        case Closed(proposal=proposal):
            reply = texts.closed(proposal)
        case Dropped(proposal=proposal):
            reply = texts.dropped(proposal)
    await sender.edit(Place(chat_id=press.message.chat.id), press.message.message_id, reply)
    return None


async def choose(
    press: CallbackQuery,
    callback_data: MinePress | TheirsPress,
    editor: Editor,
    publishing: Publishing,
    gate_screen: GateScreen,
) -> str | None:
    if press.message is None or callback_data.kind not in list(Kind):
        return OLD_BUTTON
    key, mine = Key(Kind(callback_data.kind), callback_data.id), isinstance(callback_data, MinePress)
    await publishing.choose(callback_data.number, key, editor, mine=mine)
    place = Place(chat_id=press.message.chat.id)
    await gate_screen.show_proposal(place, callback_data.number, editor, press.message.message_id)
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
    router.callback_query.middleware(AnswerPresses())
    router.message.register(drafts, Command("drafts"))
    router.message.register(reason, StateFilter(Owing.reason), F.text, ~F.text.startswith("/"))
    router.callback_query.register(opened, ProposalOpenPress.filter())
    router.callback_query.register(publish, PublishPress.filter())
    router.callback_query.register(submit, SubmitPress.filter())
    router.callback_query.register(drop, DropPress.filter())
    router.callback_query.register(choose, MinePress.filter())
    router.callback_query.register(choose, TheirsPress.filter())
    return router
