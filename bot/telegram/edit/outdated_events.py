"""«Изменить событие»: where the facts of an edit are right, their event takes what they say."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_edit
from bot.editing.amendments import Amendments
from bot.editing.disputed_events import disputed
from bot.editing.forms import guessed_years
from bot.editing.forms.fields import Form
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import quick_edit as texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.amendment_steps import AmendmentSteps, Step
from bot.telegram.edit.callbacks import MoveEventCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import EventId, FactBase


class AwaitingEvent(StatesGroup):
    """The next text is the date or place of an event."""

    value = State()


def _question(step: Step, _left: int, after: FactBase) -> Reply | None:
    event = after.event_by_id.get(EventId(step[0]))
    return texts.ask_of_event(event, step[1], after) if event is not None else None


STEPS = AmendmentSteps(question=_question, waits=AwaitingEvent.value)
"""A step is the id of an event and a field."""


async def ask_event(
    _callback: CallbackQuery,
    callback_data: MoveEventCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    sender: Sender,
    now: Clock,
) -> str | None:
    proposal, base = await publishing.get(callback_data.number), engine.current.base
    if proposal is None or not proposal.state.is_open:
        return OLD_SCREEN
    wanted = disputed(proposal.changes, base)
    asked = await STEPS.ask(chat_of(shown), proposal, wanted, state, engine, sender, now)
    return None if asked else texts.NOT_OUTDATED


async def take_event(
    message: Message,
    editor: Editor,
    state: FSMContext,
    amendments: Amendments,
    publishing: PublicationService,
    engine: EngineHolder,
    gate_screen: GateScreen,
    sender: Sender,
    now: Clock,
    zone: ZoneInfo,
) -> None:
    """The next field is asked for at once; the edit is examined after the last."""
    data, today = await state.get_data(), now().astimezone(zone).date()
    event_id, field = data["step"]
    event = engine.current.base.event_by_id.get(EventId(event_id))
    try:
        near = guessed_years.around(event, engine.current.base, today)
        present = None if event is None else event.when
        value = quick_edit.parse_value(field, message.text or "", today, Form.EVENT, near, present)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    await state.clear()
    await amendments.move_event(int(data["proposal"]), event_id, field, value, today)
    await STEPS.go_on(place_of(message), data, editor, state, publishing, engine, gate_screen, sender, now)


def build_router() -> Router:
    router = staff_router("outdated-events", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    in_words = StateFilter(AwaitingEvent.value)
    router.message.register(take_event, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_event, MoveEventCallback.filter())
    return router
