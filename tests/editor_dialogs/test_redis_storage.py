"""Dialog state in Redis: two processes lose no click, and each continues where the other stopped."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

import pytest
from aiogram import Dispatcher
from pydantic import SecretStr
from redis.asyncio import Redis

from bot.demo.botapi import updates
from bot.replies.editing.form_steps import line_key
from tests.editing.harness import EditingHarness

pytestmark = pytest.mark.redis
USER = 10_000_000 + os.getpid()
"""Unique, because the Redis server may serve other tests at the same time."""


@pytest.fixture
async def processes(sqlite_harness: EditingHarness) -> AsyncIterator[tuple[EditingHarness, list[Dispatcher]]]:
    """Two Dispatchers over one Redis."""
    url = os.environ["TEST_REDIS_URL"]
    changed = {"redis_url": SecretStr(url), "admin_ids": (USER,)}
    sqlite_harness.settings = sqlite_harness.settings.model_copy(update=changed)
    sqlite_harness.restart()
    one = sqlite_harness.dispatcher
    sqlite_harness.restart()
    yield sqlite_harness, [one, sqlite_harness.dispatcher]
    for dispatcher in (one, sqlite_harness.dispatcher):
        await dispatcher.fsm.close()
    async with Redis.from_url(url) as redis:
        if keys := await redis.keys(f"*:{USER}:*"):
            await redis.delete(*keys)


async def test_two_processes_lose_no_click(processes: tuple[EditingHarness, list[Dispatcher]]) -> None:
    harness, dispatchers = processes
    lines = [f"Вопрос {number}?" for number in range(20)]
    await harness.write(USER, "/facts")
    for label in ("Что дальше (1)", "1", "Все поля", "Примеры вопросов"):
        await harness.tap(USER, label)
    await harness.write(USER, "\n".join(lines))
    message = harness.messages_to(USER)[-1]
    intent = harness.buttons(message)[0][1].split("\x1d")[0]

    async def click(number: int) -> None:
        harness.dispatcher = dispatchers[number % 2]
        data = f"{intent}\x1ddrop:questions:{line_key(lines[number])}"
        await harness.press_data(data, message, updates.user(USER))

    await asyncio.gather(*(click(number) for number in range(20)))
    assert harness.labels_to(USER) == ["✕ 1", "✕ 2", "✕ 3", "Готово", "‹ К записи"]
    harness.dispatcher = dispatchers[0]
    await harness.tap(USER, "‹ К записи")
    harness.dispatcher = dispatchers[1]
    await harness.tap(USER, "Выйти без сохранения")
    assert harness.text_to(USER).startswith("Сведение\nУтверждение")
