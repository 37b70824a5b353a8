"""What every update gets on its way: an id in all lines of its log, and its lag measured."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import structlog

from bot.telegram.updates.raw_updates import RawUpdate

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
_KINDS = ("message", "edited_message")
"""Updates with the date on which Telegram got them."""


def traced(
    handle: Callable[[Item], Awaitable[Outcome]],
    raw_of: Callable[[Item], RawUpdate],
    number_of: Callable[[Item], int],
    observe_lag: Callable[[float], None],
    wall_clock: Callable[[], float] = time.time,
) -> Callable[[Item], Awaitable[Outcome]]:
    """The same handler; `request` stands in each line that is logged while it runs.

    `number_of`: the fingerprint, so that an update that comes again has the same id. `observe_lag`: seconds
    from Telegram's date of a message, which is in whole seconds.
    """

    async def handled(item: Item) -> Outcome:
        sent_at = _date_of(raw_of(item))
        if sent_at is not None:
            observe_lag(max(wall_clock() - sent_at, 0.0))
        with structlog.contextvars.bound_contextvars(request=f"{number_of(item):016x}"):
            return await handle(item)

    return handled


def _date_of(raw: RawUpdate) -> int | None:
    for kind in _KINDS:
        body = raw.get(kind)
        date = body.get("edit_date", body.get("date")) if isinstance(body, Mapping) else None
        if type(date) is int:
            return date
    return None
