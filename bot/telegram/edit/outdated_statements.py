"""Leads an editor through the statements that an edit of an event made untrue."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing import quick_edit
from bot.editing.amendments import Amendments
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.consistency import name_of
from bot.replies.editing import quick_edit as texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.amendment_steps import AmendmentSteps, Step
from bot.telegram.edit.callbacks import OutdatedCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.quick_cards import fact_of
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import overwrite
from knowledge.facts.model import Fact, FactBase


class AwaitingStatement(StatesGroup):
    """The next text is a statement in new words."""

    text = State()


def _question(step: Step, left: int, after: FactBase) -> Reply | None:
    fact = fact_of(after, step[0])
    return texts.ask_rewording(fact, step[1], left) if fact is not None else None


STEPS = AmendmentSteps(question=_question, waits=AwaitingStatement.text)
"""A step is the id of a fact and what was found of it."""


async def ask_rewording(
    _callback: CallbackQuery,
    callback_data: OutdatedCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    publishing: PublicationService,
    sender: Sender,
    now: Clock,
) -> str | None:
    """Leads through the statements that still say the old thing, one by one."""
    proposal = await publishing.get(callback_data.number)
    if proposal is None or not proposal.state.is_open or proposal.summary is None:
        return OLD_SCREEN
    after = overwrite(engine.current.base, proposal.changes)
    outdated = [
        (fact.id, _told_of(fact, proposal.summary.disagreements))
        for fact in (fact_of(after, one) for one in proposal.summary.outdated)
        if fact is not None
    ]
    asked = await STEPS.ask(chat_of(shown), proposal, outdated, state, engine, sender, now)
    return None if asked else texts.NOT_OUTDATED


async def take_statement(
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
    """The next one is asked for at once; the edit is examined after the last."""
    data, today = await state.get_data(), now().astimezone(zone).date()
    try:
        says = quick_edit.parse_value("says", message.text or "", today)
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    await state.clear()
    await amendments.reword(int(data["proposal"]), data["step"][0], says, today)
    await STEPS.go_on(place_of(message), data, editor, state, publishing, engine, gate_screen, sender, now)


def _told_of(fact: Fact, disagreements: Sequence[str]) -> list[str]:
    head = f"{name_of(fact)}: "
    return [line.removeprefix(head) for line in disagreements if line.startswith(head)]


def build_router() -> Router:
    router = staff_router("outdated-statements", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    in_words = StateFilter(AwaitingStatement.text)
    router.message.register(take_statement, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_rewording, OutdatedCallback.filter())
    return router
