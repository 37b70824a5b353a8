"""Failures on order: the next calls of a method answered with an error, a reset, a hang."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    ERROR = "error"
    """An answer with `code`, `description` and perhaps `retry_after`."""
    RESET = "reset"
    """The connection is cut."""
    HANG = "hang"
    """The call is taken after `seconds`; a client with less patience gives up."""
    HTML = "html"
    """A proxy's page with `code` instead of JSON."""
    ODD = "odd"
    """The call is taken, and its result described in fewer words than the library knows."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to the next `times` calls of `method` (of `chat` only, if given).

    `taken`: the call is carried out first, then fails: the client never learns of it.
    """

    method: str
    kind: Kind = Kind.ERROR
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
    """Random failures of sendMessage, as shares of all calls; the seed makes a run repeatable."""

    too_many: float = 0.0
    server_error: float = 0.0
    reset: float = 0.0
    retry_after: int = 1
    seed: int = 1
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def roll(self, method: str) -> Fault | None:
        at = self.dice.random()
        if at < self.too_many:
            return Fault(
                method=method, code=429, description="Too Many Requests", retry_after=self.retry_after
            )
        if at < self.too_many + self.server_error:
            return Fault(method=method)
        if at < self.too_many + self.server_error + self.reset:
            return Fault(method=method, kind=Kind.RESET, taken=self.dice.random() < 0.5)
        return None


class Faults:
    """The queue of ordered failures, and chaos."""

    def __init__(self) -> None:
        self.queue: list[Fault] = []
        self.chaos = Chaos()

    def order(self, **fields: Any) -> Fault:
        fault = Fault(**{**fields, "kind": Kind(fields.get("kind", Kind.ERROR))})
        self.queue.append(fault)
        return fault

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The failure that this call meets; a negative `times` never runs out."""
        for fault in self.queue:
            if fault.matches(method, chat):
                fault.times -= 1
                return fault
        return self.chaos.roll(method) if method == "sendMessage" else None
