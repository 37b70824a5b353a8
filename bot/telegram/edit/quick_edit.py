"""«Исправить» under an answer: a field, its new value, the gate."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_edit
from bot.editing.forms.slugs import button_key
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.editing.told_by import by_editors_word
from bot.records.editing import Editor, ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import input_errors
from bot.replies.editing import quick_edit as texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import FixFactCallback, FixOneCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactBase
from knowledge.facts.serialization import key_of

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
    fact = fact_of(base, callback_data.fact)
    if fact is None:
        return texts.GONE
    await sender.send(chat_of(shown), await card_of(fact, base, editor, publishing))
    return None


async def card_of(fact: Fact, base: FactBase, editor: Editor, publishing: PublicationService) -> Reply:
    """The fact with a button for each field."""
    values = [(field, quick_edit.current_value(base, fact, field)) for field in quick_edit.QUICK]
    return texts.card(fact, base, values, await publishing.drafts_of(key_of(fact), editor))


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
    fact = fact_of(base, callback_data.fact)
    if fact is None:
        return texts.GONE
    if field == RETIRE:
        sent = await sender.send(chat_of(shown), texts.ask_reason(fact))
        await prompts.begin(state, AwaitingFix.reason, sent, now, takes_any=True, fact=fact.id)
        return None
    if field not in quick_edit.QUICK:
        return OLD_BUTTON
    held = quick_edit.holder(base, fact, field)
    asked = texts.ask(held, field, quick_edit.current_value(base, fact, field), base)
    sent = await sender.send(chat_of(shown), asked)
    await prompts.begin(state, AwaitingFix.value, sent, now, takes_any=True, fact=fact.id, field=field)
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
    fact, field = fact_of(base, str(data.get("fact"))), str(data.get("field"))
    if fact is None:
        await state.clear()
        await sender.send(place_of(message), texts.invalid(texts.GONE))
        return
    try:
        today = now().astimezone(zone).date()
        value = quick_edit.parse_value(field, message.text or "", today)
        changes = by_editors_word(quick_edit.corrections(base, fact, field, value, today), base, today)
    except InputError as error:
        await sender.send(place_of(message), texts.invalid(input_errors.wording(error.fault, error.data)))
        return
    await state.clear()
    await _propose(message, changes, "", editor, publishing, gate_screen, sender)


async def take_reason(
    message: Message,
    editor: Editor,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    fact = fact_of(engine.current.base, str((await state.get_data()).get("fact")))
    await state.clear()
    if fact is None:
        await sender.send(place_of(message), texts.invalid(texts.GONE))
        return
    why = (message.text or "").strip()[:500]
    retired = (quick_edit.retirement(fact),)
    await _propose(message, retired, why, editor, publishing, gate_screen, sender)


async def _propose(
    message: Message,
    changes: tuple[Change, ...],
    why: str,
    editor: Editor,
    publishing: PublicationService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    made = await publishing.propose(changes, editor, origin=ProposalOrigin.CHAT, why=why)
    await show_proposed(made, place_of(message), editor, gate_screen, sender)


def fact_of(base: FactBase, key: str) -> Fact | None:
    """By id, or by the key that a long id has in callback data."""
    return next((fact for fact in base.every_fact if key in (fact.id, button_key(fact.id))), None)


def build_router() -> Router:
    router = staff_router("quick-edit", Role.EDITOR)
    typed = (F.text, ~F.text.startswith("/"))
    router.message.register(take_value, StateFilter(AwaitingFix.value), *typed)
    router.message.register(take_reason, StateFilter(AwaitingFix.reason), *typed)
    router.callback_query.register(show, FixFactCallback.filter())
    router.callback_query.register(ask, FixOneCallback.filter())
    return router
