"""/roles, for owners only: who has a role, giving and taking roles, the audit log."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.roles import NoRole, OwnerStays, RoleGiven, RoleTaken, Staff
from bot.records.editing import Editor, Role
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import roles as texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.command_menus import CommandMenus
from bot.telegram.edit.named_person import NamedPerson, named_in
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.staff_callbacks import (
    AskPersonCallback,
    AuditLogCallback,
    GiveRoleCallback,
    RoleCallback,
    RolesCallback,
    TakeRoleCallback,
)
from bot.telegram.sending.callback_answers import ShownMessage, Toast
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender

_LOG_SIZE = 20
USER_ID = r"^\s*\d{6,15}\s*$"
"""A number alone after /roles: no question is one."""


class AwaitingPerson(StatesGroup):
    """The next message names the person who gets a role."""

    message = State()


async def roles(
    message: Message, command: CommandObject, state: FSMContext, staff: Staff, sender: Sender
) -> None:
    """«/roles» lists everybody; with a user id, or as a reply to a forwarded message, it shows one person."""
    found = named_in(message.reply_to_message, "") if message.reply_to_message else None
    if command.args:
        found = named_in(None, command.args)
    reply = await _listing(staff) if found is None else await _card(found, state, staff)
    await sender.send(place_of(message), reply)


async def person(message: Message, state: FSMContext, staff: Staff, sender: Sender) -> None:
    found = named_in(message, message.text or "")
    await sender.send(place_of(message), await _card(found, state, staff))


async def ask_for_person(
    _callback: CallbackQuery, shown: ShownMessage, state: FSMContext, sender: Sender, now: Clock
) -> None:
    sent = await sender.send(chat_of(shown), texts.ask())
    await prompts.begin(state, AwaitingPerson.message, sent, now)


async def show_list(_callback: CallbackQuery, shown: ShownMessage, staff: Staff, sender: Sender) -> None:
    await sender.edit_shown(shown, await _listing(staff))


async def show_person(
    _callback: CallbackQuery,
    callback_data: RoleCallback,
    shown: ShownMessage,
    state: FSMContext,
    staff: Staff,
    sender: Sender,
) -> None:
    found = NamedPerson(user_id=callback_data.user, name=await _name(callback_data.user, state, staff))
    await sender.edit_shown(shown, await _card(found, state, staff))


async def give(
    _callback: CallbackQuery,
    callback_data: GiveRoleCallback,
    shown: ShownMessage,
    editor: Editor,
    state: FSMContext,
    staff: Staff,
    command_menus: CommandMenus,
    sender: Sender,
) -> str | None:
    if callback_data.role not in list(Role):
        return OLD_SCREEN
    name = await _name(callback_data.user, state, staff)
    match await staff.give(editor, callback_data.user, name, Role(callback_data.role)):
        case OwnerStays():
            return texts.OWNER_STAYS
        case RoleGiven(grant=grant):
            await command_menus.show(grant.user_id, grant.role)
            await sender.send(Place(chat_id=grant.user_id), texts.welcome(grant.role))
            await sender.edit_shown(shown, await _listing(staff))
            return Toast(texts.given(grant))


async def take(
    _callback: CallbackQuery,
    callback_data: TakeRoleCallback,
    shown: ShownMessage,
    editor: Editor,
    staff: Staff,
    command_menus: CommandMenus,
    sender: Sender,
) -> str | None:
    match await staff.take(editor, callback_data.user):
        case OwnerStays():
            return texts.OWNER_STAYS
        case NoRole():
            return texts.NO_ROLE
        case RoleTaken(grant=grant):
            await command_menus.show(grant.user_id, None)
            await sender.edit_shown(shown, await _listing(staff))
            return Toast(texts.taken(grant))


async def show_log(
    _callback: CallbackQuery, shown: ShownMessage, staff: Staff, sender: Sender, zone: ZoneInfo
) -> None:
    await sender.edit_shown(shown, texts.log(await staff.audit_log(_LOG_SIZE), zone))


async def _listing(staff: Staff) -> Reply:
    return texts.listing(staff.owners, await staff.grants())


async def _card(found: NamedPerson | str, state: FSMContext, staff: Staff) -> Reply:
    """One person's card; the state stores the name until a button of the card is pressed."""
    if isinstance(found, str):
        return texts.text_reply(found)
    await state.set_state(None)
    await state.update_data(person={"id": found.user_id, "name": found.name})
    editor = await staff.editor(found.user_id, found.name)
    return texts.person(found.user_id, found.name, editor.role if editor else None)


async def _name(user_id: int, state: FSMContext, staff: Staff) -> str:
    """The name in the forwarded message, or the name stored with the role."""
    stored = (await state.get_data()).get("person", {})
    if stored.get("id") == user_id:
        return str(stored["name"])
    return next((grant.name for grant in await staff.grants() if grant.user_id == user_id), str(user_id))


def build_router() -> Router:
    router = staff_router("roles", Role.OWNER)
    router.message.register(roles, Command("roles"))
    router.message.register(person, StateFilter(AwaitingPerson.message), ~F.text.startswith("/"))
    router.message.register(person, StateFilter(None), F.text.regexp(USER_ID))
    router.callback_query.register(show_list, RolesCallback.filter())
    router.callback_query.register(show_person, RoleCallback.filter())
    router.callback_query.register(ask_for_person, AskPersonCallback.filter())
    router.callback_query.register(give, GiveRoleCallback.filter())
    router.callback_query.register(take, TakeRoleCallback.filter())
    router.callback_query.register(show_log, AuditLogCallback.filter())
    return router
