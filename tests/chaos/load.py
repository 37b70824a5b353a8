"""The readers of a trial: each asks one question in a chat of its own, some updates are delivered twice."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import suppress

import aiohttp
import yaml

from bot.demo.botapi import updates
from bot.web.webhook import SECRET
from tests.chaos.telegram import RecordingState
from tests.forkserver.client import PROJECT

FIRST_CHAT = 10_000_000
"""Followers of reminders have smaller ids."""
_QUESTIONS = PROJECT / "knowledge" / "dialogue" / "questions" / "base.yaml"


class Readers:
    """`asked`: when each chat asked, monotonic. `hooks`: webhooks that get some updates a second time, those
    of the chats in `twice`.
    """

    def __init__(self, state: RecordingState, rng: random.Random, hooks: Sequence[str] = ()) -> None:
        self.asked: dict[int, float] = {}
        self.twice: dict[int, float] = {}
        self._state = state
        self._rng = rng
        self._hooks = hooks
        self._questions = [one["ask"] for one in yaml.safe_load(_QUESTIONS.read_text("utf-8"))]

    async def ask(self, rate: float, seconds: float) -> None:
        """Ask `rate` questions a second at random moments."""
        ends = time.monotonic() + seconds
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.ClientSession(timeout=timeout) as client, asyncio.TaskGroup() as group:
            while time.monotonic() < ends:
                await asyncio.sleep(self._rng.expovariate(rate))
                number = await self._push()
                if self._hooks and self._rng.random() < 0.1:
                    self.twice[max(self.asked)] = time.monotonic()
                    group.create_task(self._deliver_again(client, self._state.updates[number]))

    async def _push(self) -> int:
        chat = FIRST_CHAT + len(self.asked)
        self.asked[chat] = time.monotonic()
        return await self._state.push(updates.text(updates.private(chat), self._rng.choice(self._questions)))

    async def _deliver_again(self, client: aiohttp.ClientSession, update: object) -> None:
        """To every web process at once, as a Telegram that lost the first response does."""
        secret = {SECRET: str(self._state.webhook.get("secret_token"))}
        for hook in self._hooks:
            with suppress(aiohttp.ClientError, TimeoutError):
                async with client.post(hook, json=update, headers=secret):
                    pass
