"""Asks for one value after another of a proposal; it is examined anew after the last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State

from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Proposal
from bot.records.engine_holder import EngineHolder
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender
from knowledge.facts.edits import overwrite
from knowledge.facts.model import FactBase

Step = Sequence[Any]
"""What one value is asked for, as JSON: an event and its field, or a fact and what was found of it."""
Question = Callable[[Step, int, FactBase], Reply | None]
"""Asks for the value of a step, with the number of steps after it; None where it fell away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentSteps:
    """`waits`: the state in which the next text is the value of the step that was asked."""

    question: Question
    waits: State

    async def ask(
        self,
        place: Place,
        proposal: Proposal,
        steps: Sequence[Step],
        state: FSMContext,
        engine: EngineHolder,
        sender: Sender,
        now: Clock,
    ) -> bool:
        """Ask for the first step that the base, as the proposal has it, still needs; False: it needs none."""
        after = overwrite(engine.current.base, proposal.changes)
        for at, step in enumerate(steps):
            left = [*steps[at + 1 :]]
            if (asked := self.question(step, len(left), after)) is not None:
                sent = await sender.send(place, asked)
                told = {"proposal": proposal.id, "step": [*step], "left": left}
                await prompts.begin(state, self.waits, sent, now, takes_any=True, **told)
                return True
        return False

    async def go_on(
        self,
        place: Place,
        data: Mapping[str, Any],
        editor: Editor,
        state: FSMContext,
        publishing: PublicationService,
        engine: EngineHolder,
        gate_screen: GateScreen,
        sender: Sender,
        now: Clock,
    ) -> None:
        """After a value was taken: the next step of the prompt's `data`, or the gate after the last."""
        number, left = int(data["proposal"]), data["left"]
        proposal = await publishing.get(number)
        is_open = proposal is not None and proposal.state.is_open
        if (
            proposal is None
            or not is_open
            or not await self.ask(place, proposal, left, state, engine, sender, now)
        ):
            await gate_screen.show_proposal(place, number, editor)
