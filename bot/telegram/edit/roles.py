"""/roles, for owners: who has a role, giving and taking one, the audit log."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.roles import Given, NoRole, OwnerStays, Staff, Taken
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import roles as texts
from bot.replies.parts import Reply
from bot.telegram.edit.callbacks import (
    AskPersonCallback,
    GiveCallback,
    LogCallback,
    RoleCallback,
    RolesCallback,
    TakeCallback,
)
from bot.telegram.edit.named_person import Person, named_in
from bot.telegram.edit.rights import HasRole
from bot.telegram.edit.role_menus import Menus
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of

_DEEDS = 20


class Naming(StatesGroup):
    """The next message names the person who gets a role."""

    person = State()


async def roles(
    message: Message, command: CommandObject, state: FSMContext, staff: Staff, sender: Sender
) -> None:
    """«/roles» lists; with a number, or as an answer to a forwarded message, it is about one person."""
    found = named_in(message.reply_to_message, "") if message.reply_to_message else None
    if command.args:
        found = named_in(None, command.args)
    reply = await _listing(staff) if found is None else await _about(found, state, staff)
    await sender.send(place_of(message), reply)


async def person(message: Message, state: FSMContext, staff: Staff, sender: Sender) -> None:
    found = named_in(message, message.text or "")
    await sender.send(place_of(message), await _about(found, state, staff))


async def ask(callback: CallbackQuery, state: FSMContext, sender: Sender) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    await state.set_state(Naming.person)
    await sender.send(Place(chat_id=callback.message.chat.id), texts.ask())
    return None


async def listed(callback: CallbackQuery, staff: Staff, sender: Sender) -> str | None:
    return await _turn(callback, sender, await _listing(staff))


async def opened(
    callback: CallbackQuery, callback_data: RoleCallback, state: FSMContext, staff: Staff, sender: Sender
) -> str | None:
    found = Person(user_id=callback_data.user, name=await _name(callback_data.user, state, staff))
    return await _turn(callback, sender, await _about(found, state, staff))


async def give(
    callback: CallbackQuery,
    callback_data: GiveCallback,
    editor: Editor,
    state: FSMContext,
    staff: Staff,
    role_menus: Menus,
    sender: Sender,
) -> str | None:
    if callback_data.role not in list(Role):
        return OLD_BUTTON
    name = await _name(callback_data.user, state, staff)
    match await staff.give(editor, callback_data.user, name, Role(callback_data.role)):
        case OwnerStays():
            return texts.OWNER_STAYS
        case Given(grant=grant):
            await role_menus.show(grant.user_id, grant.role)
            await sender.send(Place(chat_id=grant.user_id), texts.welcome(grant.role))
            await _turn(callback, sender, await _listing(staff))
            return texts.given(grant)


async def take(
    callback: CallbackQuery,
    callback_data: TakeCallback,
    editor: Editor,
    staff: Staff,
    role_menus: Menus,
    sender: Sender,
) -> str | None:
    match await staff.take(editor, callback_data.user):
        case OwnerStays():
            return texts.OWNER_STAYS
        case NoRole():
            return texts.NO_ROLE
        case Taken(grant=grant):
            await role_menus.show(grant.user_id, None)
            await _turn(callback, sender, await _listing(staff))
            return texts.taken(grant)


async def log(callback: CallbackQuery, staff: Staff, sender: Sender, zone: ZoneInfo) -> str | None:
    return await _turn(callback, sender, texts.log(await staff.deeds(_DEEDS), zone))


async def _listing(staff: Staff) -> Reply:
    return texts.listing(staff.owners, await staff.grants())


async def _about(found: Person | str, state: FSMContext, staff: Staff) -> Reply:
    """One person's card; the name is kept until the button below it is pressed."""
    if isinstance(found, str):
        return texts.said(found)
    await state.set_state(None)
    await state.update_data(person={"id": found.user_id, "name": found.name})
    editor = await staff.editor(found.user_id, found.name)
    return texts.person(found.user_id, found.name, editor.role if editor else None)


async def _name(user_id: int, state: FSMContext, staff: Staff) -> str:
    """As it was forwarded, or as it was when a role was given."""
    kept = (await state.get_data()).get("person", {})
    if kept.get("id") == user_id:
        return str(kept["name"])
    return next((grant.name for grant in await staff.grants() if grant.user_id == user_id), str(user_id))


async def _turn(callback: CallbackQuery, sender: Sender, reply: Reply) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


def build_router() -> Router:
    router = Router(name="roles")
    router.message.filter(HasRole(Role.OWNER))
    router.callback_query.filter(HasRole(Role.OWNER))
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(roles, Command("roles"))
    router.message.register(person, StateFilter(Naming.person), ~F.text.startswith("/"))
    router.callback_query.register(listed, RolesCallback.filter())
    router.callback_query.register(opened, RoleCallback.filter())
    router.callback_query.register(ask, AskPersonCallback.filter())
    router.callback_query.register(give, GiveCallback.filter())
    router.callback_query.register(take, TakeCallback.filter())
    router.callback_query.register(log, LogCallback.filter())
    return router
