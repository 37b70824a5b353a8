"""«Исправить» under an answer: a field, its new value, the gate."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_edit
from bot.editing.forms import guessed_years
from bot.editing.forms.fields import Form
from bot.editing.forms.typed_values import InputError
from bot.editing.forms.unfinished_forms import removal
from bot.editing.publication import PublicationService
from bot.editing.told_by import by_editors_word
from bot.records.editing import Editor, ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import quick_edit as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.quick_callbacks import (
    FixCloseCallback,
    FixFactCallback,
    FixHereCallback,
    FixOneCallback,
)
from bot.telegram.edit.quick_cards import asked_about, card_of, form_of, found_in, target_of
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact
from knowledge.facts.serialization import to_row

RETIRE = "retire"


class AwaitingFix(StatesGroup):
    """The next text is a new value, or the reason of a retirement."""

    value = State()
    reason = State()


async def show(
    _callback: CallbackQuery,
    callback_data: FixFactCallback,
    shown: ShownMessage,
    editor: Editor,
    engine: EngineHolder,
    publishing: PublicationService,
    sender: Sender,
) -> str | None:
    base = engine.current.base
    entity = found_in(base, callback_data)
    if entity is None:
        return texts.GONE
    target = target_of(callback_data, entity)
    await sender.send(chat_of(shown), await card_of(target, entity, base, editor, publishing))
    return None


async def show_here(
    _callback: CallbackQuery,
    callback_data: FixHereCallback,
    shown: ShownMessage,
    editor: Editor,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    sender: Sender,
) -> str | None:
    """«‹ Назад» from what this message asked, or to a related card."""
    base = engine.current.base
    entity = found_in(base, callback_data)
    if entity is None:
        return texts.GONE
    await prompts.end_own(state, shown.message_id)
    target = target_of(callback_data, entity)
    await sender.edit_shown(shown, await card_of(target, entity, base, editor, publishing))
    return None


async def close(_callback: CallbackQuery, shown: ShownMessage, sender: Sender) -> None:
    await sender.edit_shown(shown, texts.closed())


async def ask(
    _callback: CallbackQuery,
    callback_data: FixOneCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    sender: Sender,
    now: Clock,
) -> str | None:
    base, field = engine.current.base, callback_data.field
    entity = found_in(base, callback_data)
    if entity is None:
        return texts.GONE
    target = target_of(callback_data, entity)
    about = {"fact": target.key, "form": target.form}
    if field == RETIRE and isinstance(entity, Fact):
        sent = await sender.edit_shown(shown, texts.ask_reason(target, entity))
        kept = {prompts.KEPT: removal(Form.FACT, to_row(entity))}
        await prompts.begin_here(state, AwaitingFix.reason, sent, now, takes_any=True, **about, **kept)
        return None
    if field not in quick_edit.QUICK[Form(target.form)]:
        return OLD_SCREEN
    held = quick_edit.holder(base, entity, field) if isinstance(entity, Fact) else entity
    asked = texts.ask(target, held, field, quick_edit.current_value(base, entity, field), base)
    sent = await sender.edit_shown(shown, asked)
    await prompts.begin_here(state, AwaitingFix.value, sent, now, takes_any=True, field=field, **about)
    return None


async def take_value(
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
    """A value that cannot be read is asked for again; the prompt stays."""
    data, base = await state.get_data(), engine.current.base
    entity, field = asked_about(base, data), str(data.get("field"))
    if entity is None:
        await state.clear()
        await sender.send(place_of(message), texts.invalid(texts.GONE))
        return
    try:
        today = now().astimezone(zone).date()
        near = guessed_years.around(entity, base, today)
        present = quick_edit.current_value(base, entity, field) if field == "when" else None
        value = quick_edit.parse_value(field, message.text or "", today, form_of(entity), near, present)
        changes = by_editors_word(quick_edit.corrections(base, entity, field, value, today), base, today)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    await state.clear()
    await propose(place_of(message), changes, "", editor, publishing, gate_screen, sender)


async def take_reason(
    message: Message,
    editor: Editor,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    fact = asked_about(engine.current.base, await state.get_data())
    await state.clear()
    if not isinstance(fact, Fact):
        await sender.send(place_of(message), texts.invalid(texts.GONE))
        return
    why = (message.text or "").strip()[:500]
    retired = (quick_edit.retirement(fact),)
    await propose(place_of(message), retired, why, editor, publishing, gate_screen, sender)


async def propose(
    place: Place,
    changes: Sequence[Change],
    why: str,
    editor: Editor,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    made = await publishing.propose(changes, editor, origin=ProposalOrigin.CHAT, why=why)
    await show_proposed(made, place, editor, gate_screen, sender)


def build_router() -> Router:
    router = staff_router("quick-edit", Role.EDITOR)
    typed = (F.text, ~F.text.startswith("/"))
    router.message.register(take_value, StateFilter(AwaitingFix.value), *typed)
    router.message.register(take_reason, StateFilter(AwaitingFix.reason), *typed)
    router.callback_query.register(show, FixFactCallback.filter())
    router.callback_query.register(show_here, FixHereCallback.filter())
    router.callback_query.register(close, FixCloseCallback.filter())
    router.callback_query.register(ask, FixOneCallback.filter())
    return router
