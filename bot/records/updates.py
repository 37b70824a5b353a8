"""An update on its way: as it came, how it stands in the inbox, and what a killed process left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """`number` is the fingerprint of `body`; `chat_id` and `user_id` are 0 where the update has none.

    `starts`: it is handled at once, so that a reply may be sent any moment; otherwise it waits in its lane.
    """

    number: int
    body: Mapping[str, Any]
    chat_id: int
    user_id: int
    starts: bool


class Standing(StrEnum):
    """What the inbox says of an update that came."""

    NEW = "new"
    """Stored just now: this process handles it."""
    BEHIND = "behind"
    """The same, but another process has an earlier update of its chat."""
    HELD = "held"
    """Stored before: this process has it, or another one, or one that was killed and is replaced."""
    HANDLED = "handled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """`starts`: how often an update was begun; `sends`: how often a reply may have been sent."""

    starts: int
    sends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """An update left by a process that is gone."""

    number: int
    body: Mapping[str, Any]
    counts: Counts
