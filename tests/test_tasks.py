"""Errors that nothing awaits are logged: those of connections in a line, others as what they are."""

from __future__ import annotations

import asyncio
import gc

import pytest
from structlog.testing import capture_logs

from bot.settings.tasks import log_lost_errors


@pytest.mark.parametrize(
    ("error", "level", "event"),
    [
        (ConnectionError("lost"), "info", "connection lost"),
        (KeyError("x"), "error", "error that nothing awaits"),
    ],
)
async def test_lost_errors_are_logged(error: Exception, level: str, event: str) -> None:
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    log_lost_errors()
    try:
        with capture_logs() as lines:
            future = loop.create_future()
            future.set_exception(error)
            del future
            gc.collect()
    finally:
        loop.set_exception_handler(before)
    assert [(line["log_level"], line["event"]) for line in lines] == [(level, event)]
