"""/inbox: groups of readers' questions that need an answer. Reviewers read them, editors settle them."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_edit
from bot.editing.forms.fields import Form
from bot.editing.inbox import GroupDetails, QuestionInbox
from bot.editing.open_groups import InboxOrder
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import inbox as texts
from bot.replies.editing import pack_faults
from bot.replies.parts import Reply
from bot.telegram import inbox_search
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import staff_router
from bot.telegram.inbox_callbacks import (
    CloseGroupCallback,
    GroupCallback,
    InboxCallback,
    MakeExampleCallback,
    OutOfScopeCallback,
)
from bot.telegram.sending.callback_answers import ShownMessage, Toast
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


async def show(
    message: Message, inbox: QuestionInbox, editor: Editor, sender: Sender, editors_zone: str
) -> None:
    """The first group; the list of all is one button away."""
    details = await inbox.details()
    await sender.send(place_of(message), _card(details, editor, editors_zone))


async def page(
    _callback: CallbackQuery,
    callback_data: InboxCallback,
    shown: ShownMessage,
    inbox: QuestionInbox,
    sender: Sender,
) -> str | None:
    if callback_data.order not in list(InboxOrder):
        return OLD_SCREEN
    await _show_page(shown, inbox, sender, InboxOrder(callback_data.order), callback_data.page)
    return None


async def show_group(
    _callback: CallbackQuery,
    callback_data: GroupCallback,
    shown: ShownMessage,
    inbox: QuestionInbox,
    editor: Editor,
    sender: Sender,
    editors_zone: str,
) -> str | None:
    details = await inbox.details(callback_data.number)
    notice = None if details is not None else texts.GONE
    await sender.edit_shown(shown, _card(details or await inbox.details(), editor, editors_zone))
    return notice


async def make_example(
    _callback: CallbackQuery,
    callback_data: MakeExampleCallback,
    shown: ShownMessage,
    inbox: QuestionInbox,
    engine: EngineHolder,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    place = chat_of(shown)
    fact = quick_edit.entity_of(engine.current.base, Form.FACT, callback_data.fact)
    match await inbox.make_example(callback_data.number, str(fact.id) if fact else "", editor):
        case None:
            await _show_page(shown, inbox, sender)
            return texts.GONE
        case Unchanged():
            return texts.ALREADY
        case Refused(faults=faults):
            await sender.send(place, pack_faults.refused(faults))
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor, shown.message_id)
    return None


async def mark_out_of_scope(
    _callback: CallbackQuery,
    callback_data: OutOfScopeCallback,
    shown: ShownMessage,
    inbox: QuestionInbox,
    editor: Editor,
    sender: Sender,
    editors_zone: str,
) -> str:
    details = await inbox.details(callback_data.number)
    done = await inbox.mark_out_of_scope(callback_data.number)
    await _show_next(shown, details, inbox, editor, sender, editors_zone)
    return Toast(texts.NEVER_DONE) if done else texts.GONE


async def close(
    _callback: CallbackQuery,
    callback_data: CloseGroupCallback,
    shown: ShownMessage,
    inbox: QuestionInbox,
    editor: Editor,
    sender: Sender,
    editors_zone: str,
) -> str:
    details = await inbox.details(callback_data.number)
    done = await inbox.close(callback_data.number)
    await _show_next(shown, details, inbox, editor, sender, editors_zone)
    told = texts.FOUND_RIGHT if details is not None and details.group.reports else texts.CLOSED
    return Toast(told) if done else texts.GONE


def _card(details: GroupDetails | None, editor: Editor, zone: str) -> Reply:
    """One group with the buttons of this editor; the empty inbox where there is none."""
    if details is None:
        return texts.empty()
    return texts.card(
        details.group,
        details.answers,
        details.nearest,
        zone,
        place=details.place,
        count=details.count,
        following=details.following,
        acts=editor.role.covers(Role.EDITOR),
    )


async def _show_next(
    shown: ShownMessage,
    settled: GroupDetails | None,
    inbox: QuestionInbox,
    editor: Editor,
    sender: Sender,
    zone: str,
) -> None:
    """Replace a settled group by the one after it, else by the first."""
    after = None if settled is None or settled.following is None else await inbox.details(settled.following)
    await sender.edit_shown(shown, _card(after or await inbox.details(), editor, zone))


async def _show_page(
    shown: ShownMessage,
    inbox: QuestionInbox,
    sender: Sender,
    order: InboxOrder = InboxOrder.MOST,
    page: int = 0,
) -> None:
    """Replace the message by a page of the inbox."""
    reply = texts.listing(await inbox.groups(order), page, newest=order is InboxOrder.NEWEST)
    await sender.edit_shown(shown, reply)


def build_routers() -> tuple[Router, ...]:
    reading, settling = staff_router("inbox", Role.REVIEWER), staff_router("inbox-settling", Role.EDITOR)
    reading.message.register(show, Command("inbox"))
    reading.callback_query.register(page, InboxCallback.filter())
    reading.callback_query.register(show_group, GroupCallback.filter())
    settling.callback_query.register(make_example, MakeExampleCallback.filter())
    settling.callback_query.register(mark_out_of_scope, OutOfScopeCallback.filter())
    settling.callback_query.register(close, CloseGroupCallback.filter())
    return reading, settling, inbox_search.build_router()
