"""The fake Bot API of a trial: records what each chat got, and which calls it took and then failed."""

from __future__ import annotations

import time
from collections import defaultdict
from contextvars import ContextVar
from dataclasses import dataclass, field

from bot.demo.botapi.faults import Chaos, Fault, FaultKind, Faults
from bot.demo.botapi.server import CALLER
from bot.demo.botapi.state import Json, ServerState
from bot.replies.answers import notices
from tests.chaos.reckoning import Sent

_FAILS: ContextVar[bool] = ContextVar("fails", default=False)
"""Of the request that is being handled."""
APOLOGY = notices.internal_error().plain


class RecordingFaults(Faults):
    """Notes of each request whether its caller sees a failure although it is carried out."""

    def __init__(self, chaos: Chaos) -> None:
        super().__init__()
        self.chaos = chaos

    def take(self, method: str, chat: int | None) -> Fault | None:
        fault = super().take(method, chat)
        _FAILS.set(fault is not None and _is_taken(fault))
        return fault


def _is_taken(fault: Fault) -> bool:
    return fault.taken or fault.kind is FaultKind.ODD


@dataclass
class RecordingState(ServerState):
    """`answers`, `apologies`: the messages of each chat."""

    answers: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    apologies: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))

    async def store(self, message: Json) -> Json:
        kept = self.apologies if message.get("text") == APOLOGY else self.answers
        kept[message["chat"]["id"]].append(Sent(time.monotonic(), CALLER.get(), failed=_FAILS.get()))
        return await super().store(message)


def recording_state(seed: int) -> RecordingState:
    """Every chat exists, a send takes 20 ms, and a share of the sends fails."""
    chaos = Chaos(too_many=0.005, server_error=0.02, reset=0.02, retry_after=1, seed=seed)
    state = RecordingState(faults=RecordingFaults(chaos))
    state.options.any_chat, state.options.keep, state.options.latency = True, 5000, 0.02
    return state
