"""Forms kept in Redis: two processes take twenty clicks as twenty, and each goes on where the other was."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

import pytest
from aiogram import Dispatcher
from pydantic import SecretStr
from redis.asyncio import Redis

from bot.replies.editing.form import line_key
from tests.botapi import updates
from tests.editing.desk import EditingDesk

pytestmark = pytest.mark.redis
USER = 10_000_000 + os.getpid()
"""Nobody else's: the server may serve other tests at the same time."""


@pytest.fixture
async def processes(quick: EditingDesk) -> AsyncIterator[tuple[EditingDesk, list[Dispatcher]]]:
    """Two Dispatchers over one Redis."""
    url = os.environ["TEST_REDIS_URL"]
    changed = {"redis_url": SecretStr(url), "admin_ids": (USER,)}
    quick.settings = quick.settings.model_copy(update=changed)
    quick.restart()
    one = quick.dispatcher
    quick.restart()
    yield quick, [one, quick.dispatcher]
    for dispatcher in (one, quick.dispatcher):
        await dispatcher.fsm.close()
    async with Redis.from_url(url) as redis:
        if keys := await redis.keys(f"*:{USER}:*"):
            await redis.delete(*keys)


async def test_two_processes_lose_no_click(processes: tuple[EditingDesk, list[Dispatcher]]) -> None:
    desk, dispatchers = processes
    lines = [f"Вопрос {number}?" for number in range(20)]
    await desk.by(USER, "/facts")
    for label in ("Что дальше (1)", "1", "Изменить", "Примеры вопросов"):
        await desk.tap(USER, label)
    await desk.by(USER, "\n".join(lines))
    message = desk.to(USER)[-1]
    intent = desk.buttons(message)[0][1].split("\x1d")[0]

    async def click(number: int) -> None:
        desk.dispatcher = dispatchers[number % 2]
        data = f"{intent}\x1ddrop:questions:{line_key(lines[number])}"
        await desk.press_data(data, message, updates.user(USER))

    await asyncio.gather(*(click(number) for number in range(20)))
    assert desk.labels_to(USER) == ["✕ 1", "✕ 2", "✕ 3", "Готово", "‹ К записи"]
    desk.dispatcher = dispatchers[0]
    await desk.tap(USER, "‹ К записи")
    desk.dispatcher = dispatchers[1]
    await desk.tap(USER, "Выйти без сохранения")
    assert desk.text_to(USER).startswith("Сведение place")
