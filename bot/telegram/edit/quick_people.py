"""«Исправить»: who takes part in a fact or event; somebody whom the base does not know is added with it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_people
from bot.editing.forms.typed_values import InputError
from bot.editing.quick_edit import short_key
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import quick_people as texts
from bot.replies.editing.quick_edit import GONE
from bot.replies.editing.quick_people import Part
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.quick_callbacks import FixPeopleCallback
from bot.telegram.edit.quick_cards import found_in, target_of
from bot.telegram.edit.quick_roles import NEW, about, ask_role_of, prompted_target
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.facts.serialization import to_row


class AwaitingPerson(StatesGroup):
    """The next text is a name, or the post and side of somebody new."""

    name = State()
    post = State()


async def show_people(
    _callback: CallbackQuery,
    callback_data: FixPeopleCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    sender: Sender,
    now: Clock,
) -> str | None:
    base = engine.current.base
    entity = found_in(base, callback_data)
    if not isinstance(entity, Fact | Event):
        return GONE
    target = target_of(callback_data, entity)
    sent = await sender.edit_shown(shown, texts.people(target, _parts(entity, base), callback_data.page))
    await prompts.begin_here(state, AwaitingPerson.name, sent, now, takes_any=True, **about(target))
    return None


async def take_name(
    message: Message, state: FSMContext, engine: EngineHolder, sender: Sender, now: Clock
) -> None:
    """Somebody known is asked the role of; of somebody new also the post, unless it was typed below."""
    data, base, typed = await state.get_data(), engine.current.base, message.text or ""
    person = quick_people.known_person(base, typed)
    try:
        person = person or quick_people.newcomer(typed, base)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    is_bare = person not in base.people and len(typed.strip().splitlines()) == 1
    if is_bare:
        target = prompted_target(data)
        sent = await sender.send(place_of(message), texts.ask_post(target, person.name))
        new = {NEW: to_row(person)}
        await prompts.begin_here(
            state, AwaitingPerson.post, sent, now, takes_any=True, **about(target), **new
        )
        return
    await ask_role_of(person, data, place_of(message), state, base, sender, now)


async def take_post(
    message: Message, state: FSMContext, engine: EngineHolder, sender: Sender, now: Clock
) -> None:
    data, base = await state.get_data(), engine.current.base
    try:
        person = quick_people.newcomer(f"{data[NEW]['name']}\n{message.text or ''}", base)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    await ask_role_of(person, data, place_of(message), state, base, sender, now)


def _parts(entity: Fact | Event, base: FactBase) -> list[Part]:
    """Who takes part, then everybody else."""
    parts = [
        Part(key=short_key(one.id), name=one.name, role=quick_people.role_of(entity, one.id))
        for one in base.people
    ]
    return sorted(parts, key=lambda one: one.role is None)


def build_router() -> Router:
    router = staff_router("quick-people", Role.EDITOR)
    typed = (F.text, ~F.text.startswith("/"))
    router.message.register(take_name, StateFilter(AwaitingPerson.name), *typed)
    router.message.register(take_post, StateFilter(AwaitingPerson.post), *typed)
    router.callback_query.register(show_people, FixPeopleCallback.filter())
    return router
