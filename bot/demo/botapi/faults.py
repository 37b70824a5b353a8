"""Faults: the next calls of a method get an error, a reset or a hang."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class FaultKind(StrEnum):
    ERROR = "error"
    """A response with `code`, `description` and optionally `retry_after`."""
    RESET = "reset"
    """The connection is closed."""
    HANG = "hang"
    """The call is carried out after `seconds`; a client with a shorter timeout gives up."""
    HTML = "html"
    """A proxy's HTML page with `code` instead of JSON."""
    ODD = "odd"
    """The call is carried out, but its result lacks fields that aiogram requires."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to the next `times` calls of `method` (of `chat` only, if given).

    `taken`: the call is carried out and then fails, so that the client does not learn of it.
    """

    method: str
    kind: FaultKind = FaultKind.ERROR
    code: int = 500
    description: str = "Internal Server Error"
    retry_after: int = 0
    migrate_to: int = 0
    seconds: float = 0.0
    taken: bool = False
    chat: int | None = None
    times: int = 1

    def matches(self, method: str, chat: int | None) -> bool:
        named = self.method in ("*", method)
        return named and self.times != 0 and self.chat in (None, chat)


@dataclass(slots=True)
class Chaos:
    """Random faults of sendMessage, as shares of all calls; the seed makes a run reproducible."""

    too_many: float = 0.0
    server_error: float = 0.0
    reset: float = 0.0
    retry_after: int = 1
    seed: int = 1
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def roll(self, method: str) -> Fault | None:
        drawn = self.dice.random()
        if drawn < self.too_many:
            return Fault(
                method=method, code=429, description="Too Many Requests", retry_after=self.retry_after
            )
        if drawn < self.too_many + self.server_error:
            return Fault(method=method)
        if drawn < self.too_many + self.server_error + self.reset:
            return Fault(method=method, kind=FaultKind.RESET, taken=self.dice.random() < 0.5)
        return None


class Faults:
    """Queued faults, and chaos."""

    def __init__(self) -> None:
        self.queue: list[Fault] = []
        self.chaos = Chaos()

    def order(self, **fields: Any) -> Fault:
        fault = Fault(**{**fields, "kind": FaultKind(fields.get("kind", FaultKind.ERROR))})
        self.queue.append(fault)
        return fault

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault for this call; one with negative `times` never runs out."""
        for fault in self.queue:
            if fault.matches(method, chat):
                fault.times -= 1
                return fault
        return self.chaos.roll(method) if method == "sendMessage" else None
