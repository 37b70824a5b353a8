"""Leads an editor through the statements that an edit of an event made untrue."""

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
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Proposal, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.consistency import name_of
from bot.replies.editing import input_errors
from bot.replies.editing import quick_edit as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.callbacks import OutdatedCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.quick_cards import fact_of
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.shown_changes import ShowChangedAnew
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactBase


class AwaitingStatement(StatesGroup):
    """The next text is a statement in new words."""

    text = State()


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
        return OLD_BUTTON
    base, summary = engine.current.base, proposal.summary
    outdated = [
        [fact.id, _told_of(fact, summary.disagreements)]
        for fact in (_after(proposal.changes, base, one) for one in summary.outdated)
        if fact is not None
    ]
    if not outdated:
        return texts.NOT_OUTDATED
    await _ask_next(chat_of(shown), proposal, outdated, base, state, sender, now)
    return None


async def _ask_next(
    place: Place,
    proposal: Proposal,
    outdated: Sequence[Sequence[Any]],
    base: FactBase,
    state: FSMContext,
    sender: Sender,
    now: Clock,
) -> None:
    """`outdated`: the ids of facts with what was found of each; the first is asked for, the others wait."""
    (fact_id, told), *left = outdated
    fact = _after(proposal.changes, base, fact_id)
    assert fact is not None
    sent = await sender.send(place, texts.ask_rewording(fact, told, len(left)))
    about = {"fact": fact.id, "proposal": proposal.id, "left": left}
    await prompts.begin(state, AwaitingStatement.text, sent, now, takes_any=True, **about)


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
        await sender.send(place_of(message), texts.invalid(input_errors.wording(error.fault, error.data)))
        return
    await state.clear()
    number = int(data.get("proposal", 0))
    await amendments.reword(number, str(data.get("fact")), says, today)
    proposal, base = await publishing.get(number), engine.current.base
    if proposal is not None and proposal.state.is_open:
        left = [one for one in data.get("left", ()) if _after(proposal.changes, base, one[0]) is not None]
        if left:
            await _ask_next(place_of(message), proposal, left, base, state, sender, now)
            return
    await gate_screen.show_proposal(place_of(message), number, editor)


def _told_of(fact: Fact, disagreements: Sequence[str]) -> list[str]:
    head = f"{name_of(fact)}: "
    return [line.removeprefix(head) for line in disagreements if line.startswith(head)]


def _after(changes: tuple[Change, ...], base: FactBase, fact_id: str) -> Fact | None:
    """The fact as the proposal has it."""
    mine = (one.after for one in changes if one.key.id == fact_id)
    return next((one for one in mine if isinstance(one, Fact)), None) or fact_of(base, fact_id)


def build_router() -> Router:
    router = staff_router("outdated-statements", Role.EDITOR)
    router.callback_query.middleware(ShowChangedAnew())
    in_words = StateFilter(AwaitingStatement.text)
    router.message.register(take_statement, in_words, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_rewording, OutdatedCallback.filter())
    return router
