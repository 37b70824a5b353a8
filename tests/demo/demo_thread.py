"""Runs the demo in a thread with an event loop of its own; the bot is a real process, as always."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from bot.demo.session import started
from bot.settings.loading import load_settings

STARTS_WITHIN = 60.0
"""Seconds; the page is there at once, the bot's process when the machine is idle again."""
Running = tuple[str, Callable[[], None]]
"""The page's address, and what ends the demo."""


@contextmanager
def running_demo(reader: str = "off") -> Iterator[str]:
    """The demo of the shipped pack during the block; gives the page's address.

    `reader`: whether the trained reader is asked too, which takes seconds more at an edit of the base.
    """
    running: Future[Running] = Future()
    thread = threading.Thread(target=lambda: asyncio.run(_serve(running, reader)))
    thread.start()
    address, end = running.result(STARTS_WITHIN)
    try:
        yield address
    finally:
        end()
        thread.join()


async def _serve(running: Future[Running], reader: str) -> None:
    settings = load_settings({"READER": reader}, dotenv=Path("/nonexistent"))
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    try:
        async with started(settings, 0) as address:
            running.set_result((address, lambda: _end(loop, ended)))
            await ended.wait()
    except Exception as error:
        if running.done():
            raise
        running.set_exception(error)


def _end(loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    loop.call_soon_threadsafe(ended.set)
