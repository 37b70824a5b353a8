"""/inbox: pages of groups, a group, and its buttons. Reviewers read; editors settle."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.editing.inbox import Inbox, Order
from bot.editing.results import Proposed, Refused, Unchanged
from bot.records.editing import Editor, Role
from bot.replies import editing_faults
from bot.replies import editing_inbox as texts
from bot.replies.notices import OLD_BUTTON
from bot.telegram.answering import AnswerPresses, Passing
from bot.telegram.editing.rights import HasRole
from bot.telegram.editing.screen import GateScreen
from bot.telegram.hearing_presses import CloseGroupPress, GroupPress, InboxPress, MakeExamplePress, NeverPress
from bot.telegram.sender import Place, Sender, place_of


async def show(message: Message, inbox: Inbox, sender: Sender) -> None:
    groups = await inbox.groups(Order.MOST)
    await sender.send(place_of(message), texts.listing(groups, 0, newest=False))


async def turn(press: CallbackQuery, callback_data: InboxPress, inbox: Inbox, sender: Sender) -> str | None:
    if press.message is None or callback_data.order not in list(Order):
        return OLD_BUTTON
    await _list(press, inbox, sender, Order(callback_data.order), callback_data.page)
    return None


async def opened(
    press: CallbackQuery,
    callback_data: GroupPress,
    inbox: Inbox,
    editor: Editor,
    sender: Sender,
    editors_zone: str,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    looked = await inbox.look(callback_data.number)
    if looked is None:
        await _list(press, inbox, sender)
        return texts.GONE
    acts = editor.role.covers(Role.EDITOR)
    reply = texts.card(looked.group, looked.answers, looked.nearest, editors_zone, acts=acts)
    await sender.edit(Place(chat_id=press.message.chat.id), press.message.message_id, reply)
    return None


async def make_example(
    press: CallbackQuery,
    callback_data: MakeExamplePress,
    inbox: Inbox,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    place = Place(chat_id=press.message.chat.id)
    match await inbox.make_example(callback_data.number, callback_data.fact, editor):
        case None:
            await _list(press, inbox, sender)
            return texts.GONE
        case Unchanged():
            return texts.ALREADY
        case Refused(faults=faults):
            await sender.send(place, editing_faults.refused(faults))
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor, press.message.message_id)
    return None


async def never(press: CallbackQuery, callback_data: NeverPress, inbox: Inbox, sender: Sender) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    done = await inbox.never(callback_data.number)
    await _list(press, inbox, sender)
    return texts.NEVER_DONE if done else texts.GONE


async def close(
    press: CallbackQuery, callback_data: CloseGroupPress, inbox: Inbox, sender: Sender
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    done = await inbox.close(callback_data.number)
    await _list(press, inbox, sender)
    return Passing(texts.CLOSED) if done else texts.GONE


async def _list(
    press: CallbackQuery, inbox: Inbox, sender: Sender, order: Order = Order.MOST, page: int = 0
) -> None:
    """A page in place of what is shown."""
    assert press.message is not None
    reply = texts.listing(await inbox.groups(order), page, newest=order is Order.NEWEST)
    await sender.edit(Place(chat_id=press.message.chat.id), press.message.message_id, reply)


def build_routers() -> tuple[Router, ...]:
    reading, settling = Router(name="inbox"), Router(name="inbox-settling")
    for router, role in ((reading, Role.REVIEWER), (settling, Role.EDITOR)):
        router.message.filter(HasRole(role))
        router.callback_query.filter(HasRole(role))
        router.callback_query.middleware(AnswerPresses())
    reading.message.register(show, Command("inbox"))
    reading.callback_query.register(turn, InboxPress.filter())
    reading.callback_query.register(opened, GroupPress.filter())
    settling.callback_query.register(make_example, MakeExamplePress.filter())
    settling.callback_query.register(never, NeverPress.filter())
    settling.callback_query.register(close, CloseGroupPress.filter())
    return reading, settling
