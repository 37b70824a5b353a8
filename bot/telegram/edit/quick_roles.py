"""«Исправить»: the role of a person in a fact or event, known to the base or just typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_people
from bot.editing.forms import typed_values
from bot.editing.forms.choices import role_choices
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.editing.quick_edit import short_key
from bot.editing.told_by import by_editors_word
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import quick_people as texts
from bot.replies.editing.quick_edit import GONE, Target, invalid
from bot.replies.editing.quick_people import Part
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.quick_callbacks import FixPersonCallback, FixRoleCallback
from bot.telegram.edit.quick_cards import asked_about, found_in, target_of
from bot.telegram.edit.quick_edit import propose
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, FactBase, Person
from knowledge.facts.serialization import EntityKind, from_row, to_row

NEW = "newcomer"
"""In the data of a prompt: the person who was typed, if the base lacks them."""


class AwaitingRole(StatesGroup):
    """The next text is a role."""

    text = State()


async def ask_role(
    _callback: CallbackQuery,
    callback_data: FixPersonCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    sender: Sender,
    now: Clock,
) -> str | None:
    base, data = engine.current.base, await state.get_data()
    entity = found_in(base, callback_data)
    person = _person(base, callback_data.person, data)
    if not isinstance(entity, Fact | Event) or person is None:
        return OLD_SCREEN
    target = target_of(callback_data, entity)
    sent = await sender.edit_shown(shown, _role(target, entity, person, base))
    await _await_role(state, target, person, base, sent, now)
    return None


async def take_role(
    message: Message,
    editor: Editor,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
    now: Clock,
    zone: ZoneInfo,
) -> None:
    data = await state.get_data()
    try:
        role = typed_values.parse_text(message.text or "", quick_people.ROLE)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    base = engine.current.base
    entity, person = asked_about(base, data), _person(base, str(data.get("person", "")), data)
    await state.clear()
    if not isinstance(entity, Fact | Event) or person is None:
        await sender.send(place_of(message), invalid(GONE))
        return
    changes = by_editors_word(_changes(entity, person, role, base), base, now().astimezone(zone).date())
    await propose(place_of(message), changes, "", editor, publishing, gate_screen, sender)


async def choose_role(
    _callback: CallbackQuery,
    callback_data: FixRoleCallback,
    shown: ShownMessage,
    editor: Editor,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
    now: Clock,
    zone: ZoneInfo,
) -> str | None:
    """An empty role takes the person away."""
    base, key = engine.current.base, callback_data.role
    entity = found_in(base, callback_data)
    person = _person(base, callback_data.person, await state.get_data())
    roles = {short_key(one.value): one.value for one in role_choices(base)}
    if not isinstance(entity, Fact | Event) or person is None or (key and key not in roles):
        return OLD_SCREEN
    await prompts.end_own(state, shown.message_id)
    changed = _changes(entity, person, roles[key] if key else None, base)
    changes = by_editors_word(changed, base, now().astimezone(zone).date())
    await propose(chat_of(shown), changes, "", editor, publishing, gate_screen, sender)
    return None


async def ask_role_of(
    person: Person,
    data: dict[str, Any],
    place: Place,
    state: FSMContext,
    base: FactBase,
    sender: Sender,
    now: Clock,
) -> None:
    entity = asked_about(base, data)
    if not isinstance(entity, Fact | Event):
        await state.clear()
        await sender.send(place, invalid(GONE))
        return
    target = prompted_target(data)
    sent = await sender.send(place, _role(target, entity, person, base))
    await _await_role(state, target, person, base, sent, now)


async def _await_role(
    state: FSMContext, target: Target, person: Person, base: FactBase, sent: int | None, now: Clock
) -> None:
    is_known = person.id in base.person_by_id
    asked = {"person": short_key(person.id) if is_known else "", NEW: None if is_known else to_row(person)}
    await prompts.begin_here(state, AwaitingRole.text, sent, now, takes_any=True, **about(target), **asked)


def _person(base: FactBase, key: str, data: dict[str, Any]) -> Person | None:
    """Of the base by the short key; without one the person who was typed."""
    if key:
        return next((one for one in base.people if short_key(one.id) == key), None)
    typed = data.get(NEW)
    found = from_row(EntityKind.PERSON, typed) if typed else None
    return found if isinstance(found, Person) else None


def _changes(entity: Fact | Event, person: Person, role: str | None, base: FactBase) -> Sequence[Change]:
    part = quick_people.with_role(entity, person.id, role)
    return [part] if person.id in base.person_by_id else [quick_people.added(person), part]


def _role(target: Target, entity: Fact | Event, person: Person, base: FactBase) -> Reply:
    key = short_key(person.id) if person.id in base.person_by_id else ""
    part = Part(key=key, name=person.name, role=quick_people.role_of(entity, person.id))
    return texts.role(target, part, [(short_key(one.value), one.value) for one in role_choices(base)])


def prompted_target(data: dict[str, Any]) -> Target:
    return Target(form=str(data.get("form")), key=str(data.get("fact")), back=str(data.get("back", "")))


def about(target: Target) -> dict[str, str]:
    return {"fact": target.key, "form": target.form, "back": target.back}


def build_router() -> Router:
    router = staff_router("quick-roles", Role.EDITOR)
    in_words = StateFilter(AwaitingRole.text)
    router.message.register(take_role, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_role, FixPersonCallback.filter())
    router.callback_query.register(choose_role, FixRoleCallback.filter())
    return router
