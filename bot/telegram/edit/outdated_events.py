"""«Изменить событие»: where the facts of an edit are right, their event takes what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
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
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import input_errors
from bot.replies.editing import quick_edit as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import MoveEventCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import overwrite
from knowledge.facts.model import EventId, FactBase


class AwaitingEvent(StatesGroup):
    """The next text is the date or place of an event."""

    value = State()


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
        return OLD_BUTTON
    if not (wanted := disputed(proposal.changes, base)):
        return texts.NOT_OUTDATED
    await _ask_next(
        chat_of(shown), proposal.id, wanted, overwrite(base, proposal.changes), state, sender, now
    )
    return None


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
    data, today, place = await state.get_data(), now().astimezone(zone).date(), place_of(message)
    field, number = str(data.get("field")), int(data.get("proposal", 0))
    event = engine.current.base.event_by_id.get(EventId(str(data.get("event"))))
    try:
        near = guessed_years.around(event, engine.current.base, today)
        value = quick_edit.parse_value(field, message.text or "", today, Form.EVENT, near)
    except InputError as error:
        await sender.send(place, texts.invalid(input_errors.wording(error.fault, error.data)))
        return
    await state.clear()
    await amendments.move_event(number, str(data.get("event")), field, value, today)
    proposal, left = await publishing.get(number), data.get("left", ())
    if left and proposal is not None and proposal.state.is_open:
        base = overwrite(engine.current.base, proposal.changes)
        await _ask_next(place, number, left, base, state, sender, now)
        return
    await gate_screen.show_proposal(place, number, editor)


async def _ask_next(
    place: Place,
    number: int,
    wanted: Sequence[Sequence[str]],
    base: FactBase,
    state: FSMContext,
    sender: Sender,
    now: Clock,
) -> None:
    (event_id, field), *left = wanted
    event = base.event_by_id[EventId(event_id)]
    sent = await sender.send(place, texts.ask_of_event(event, field, base))
    about: dict[str, Any] = {"event": event_id, "field": field, "proposal": number, "left": left}
    await prompts.begin(state, AwaitingEvent.value, sent, now, takes_any=True, **about)


def build_router() -> Router:
    router = staff_router("outdated-events", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    in_words = StateFilter(AwaitingEvent.value)
    router.message.register(take_event, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_event, MoveEventCallback.filter())
    return router
