"""Lets the event loop go on while a reply waits for a long computation that needs no interpreter.

The engine is no coroutine, and few replies wait: so a reply runs in a greenlet on the loop's own thread, and
only what it hands to `away` runs in a thread beside. A reply that waits for nothing changes no thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from greenlet import getcurrent, greenlet

T = TypeVar("T")
_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
"""One: what is asked for by two replies is computed once, and the event loop keeps a processor."""


class _Reply(greenlet):
    """A computation that `without_waiting` runs."""


def away(work: Callable[[], T]) -> T:
    """The result of `work`: computed in the thread beside where `without_waiting` called, else here."""
    here = getcurrent()
    if not isinstance(here, _Reply):
        return work()
    assert here.parent is not None
    result: T = here.parent.switch(work)
    return result


async def without_waiting(compute: Callable[[], T]) -> T:
    """The result of `compute`; the event loop goes on while anything in it is `away`."""
    reply = _Reply(compute)
    reply.gr_context = getcurrent().gr_context
    given: Any = reply.switch()
    while not reply.dead:
        try:
            found = await asyncio.get_running_loop().run_in_executor(_THREAD, given)
        except BaseException as error:  # noqa: BLE001 - a cancellation too ends the reply where it waits
            given = reply.throw(error)
        else:
            given = reply.switch(found)
    result: T = given
    return result
