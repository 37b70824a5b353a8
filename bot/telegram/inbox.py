"""/inbox: pages of groups, a group, and its buttons. Reviewers read; editors settle."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.editing.inbox import Order, QuestionInbox
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import inbox as texts
from bot.replies.editing import pack_faults
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.callback_answers import AnswerCallbacks, Passing
from bot.telegram.sending.sender import Place, Sender, place_of


class InboxCallback(CallbackData, prefix="i-list"):
    """A page of the inbox; `order` is «most» or «newest»."""

    order: str
    page: int


class GroupCallback(CallbackData, prefix="i-one"):
    """One group, named by a question of it."""

    number: int


class MakeExampleCallback(CallbackData, prefix="i-ex"):
    number: int
    fact: str


class NeverCallback(CallbackData, prefix="i-never"):
    number: int


class CloseGroupCallback(CallbackData, prefix="i-close"):
    number: int


class NewFactCallback(CallbackData, prefix="i-new"):
    """In the inbox: a new fact that answers this question."""

    number: int


async def show(message: Message, inbox: QuestionInbox, sender: Sender) -> None:
    groups = await inbox.groups(Order.MOST)
    await sender.send(place_of(message), texts.listing(groups, 0, newest=False))


async def turn(
    callback: CallbackQuery, callback_data: InboxCallback, inbox: QuestionInbox, sender: Sender
) -> str | None:
    if callback.message is None or callback_data.order not in list(Order):
        return OLD_BUTTON
    await _list(callback, inbox, sender, Order(callback_data.order), callback_data.page)
    return None


async def opened(
    callback: CallbackQuery,
    callback_data: GroupCallback,
    inbox: QuestionInbox,
    editor: Editor,
    sender: Sender,
    editors_zone: str,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    looked = await inbox.look(callback_data.number)
    if looked is None:
        await _list(callback, inbox, sender)
        return texts.GONE
    acts = editor.role.covers(Role.EDITOR)
    reply = texts.card(looked.group, looked.answers, looked.nearest, editors_zone, acts=acts)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


async def make_example(
    callback: CallbackQuery,
    callback_data: MakeExampleCallback,
    inbox: QuestionInbox,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place = Place(chat_id=callback.message.chat.id)
    match await inbox.make_example(callback_data.number, callback_data.fact, editor):
        case None:
            await _list(callback, inbox, sender)
            return texts.GONE
        case Unchanged():
            return texts.ALREADY
        case Refused(faults=faults):
            await sender.send(place, pack_faults.refused(faults))
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor, callback.message.message_id)
    return None


async def never(
    callback: CallbackQuery, callback_data: NeverCallback, inbox: QuestionInbox, sender: Sender
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    done = await inbox.never(callback_data.number)
    await _list(callback, inbox, sender)
    return texts.NEVER_DONE if done else texts.GONE


async def close(
    callback: CallbackQuery, callback_data: CloseGroupCallback, inbox: QuestionInbox, sender: Sender
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    done = await inbox.close(callback_data.number)
    await _list(callback, inbox, sender)
    return Passing(texts.CLOSED) if done else texts.GONE


async def _list(
    callback: CallbackQuery, inbox: QuestionInbox, sender: Sender, order: Order = Order.MOST, page: int = 0
) -> None:
    """A page in place of what is shown."""
    assert callback.message is not None
    reply = texts.listing(await inbox.groups(order), page, newest=order is Order.NEWEST)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)


def build_routers() -> tuple[Router, ...]:
    reading, settling = Router(name="inbox"), Router(name="inbox-settling")
    for router, role in ((reading, Role.REVIEWER), (settling, Role.EDITOR)):
        router.message.filter(HasRole(role))
        router.callback_query.filter(HasRole(role))
        router.callback_query.middleware(AnswerCallbacks())
    reading.message.register(show, Command("inbox"))
    reading.callback_query.register(turn, InboxCallback.filter())
    reading.callback_query.register(opened, GroupCallback.filter())
    settling.callback_query.register(make_example, MakeExampleCallback.filter())
    settling.callback_query.register(never, NeverCallback.filter())
    settling.callback_query.register(close, CloseGroupCallback.filter())
    return reading, settling
