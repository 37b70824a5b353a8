"""The load: readers who ask by webhook or by polling, and the time until each is answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import aiohttp

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json, Options, ServerState
from tests.bench_bot.processes import SECRET, Measured
from tests.bench_bot.readers import chats, questions

AT_ONCE = 40
"""Updates in progress at once: Telegram's default number of connections to a webhook."""
PATIENCE = 60.0
_HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class BenchServer(ServerState):
    """The local Bot API with all its checks; it keeps no messages, and tells at once who got a reply."""

    def __init__(self) -> None:
        super().__init__(options=Options(any_chat=True, keep=0))
        self.waiting: dict[int, asyncio.Future[float]] = {}
        self.polled = asyncio.Event()
        self.hooked = asyncio.Event()

    def __setattr__(self, name: str, value: object) -> None:
        """Notice the first poll and each webhook."""
        super().__setattr__(name, value)
        if name == "poller" and value:
            self.polled.set()
        if name == "webhook" and isinstance(value, dict) and value["url"]:
            self.hooked.set()

    async def store(self, message: Json) -> Json:
        replied = self.waiting.pop(message["chat"]["id"], None)
        if replied is not None:
            replied.set_result(time.perf_counter())
        return message

    def expect(self, chat: int) -> asyncio.Future[float]:
        """Done when the next reply to the chat arrives."""
        replied: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.waiting[chat] = replied
        return replied

    def _register(self, update: Json) -> None:
        """Every chat exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a period of load has shown."""

    answered: int
    seconds: float
    processor: float
    latencies: tuple[float, ...] = field(repr=False)

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds

    @property
    def processor_ms(self) -> float:
        """Milliseconds of the bot's processor time for one update."""
        return self.processor / max(1, self.answered) * 1000

    def quantile(self, share: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0.0


class Readers:
    """Asks one question after another, each of another reader."""

    def __init__(self, server: BenchServer, hooks: tuple[str, ...]) -> None:
        """`hooks`: the addresses of the webhooks, used in turn; none for polling."""
        self._server = server
        self._hooks = hooks
        self._questions: Iterator[str] = questions()
        self._chats = chats()
        self._numbers = iter(range(1_000_000, 100_000_000))

    async def closed_loop(self, bots: tuple[Measured, ...], seconds: float, at_once: int = AT_ONCE) -> Load:
        """`at_once` readers, each of whom asks as soon as the one before was answered."""
        latencies: list[float] = []
        async with _client() as client:
            ending = time.perf_counter() + seconds

            async def ask_on() -> None:
                while time.perf_counter() < ending:
                    latencies.append(await self._ask(client))

            before, began = _processor(bots), time.perf_counter()
            await asyncio.gather(*(ask_on() for _ in range(at_once)))
            return _load(latencies, time.perf_counter() - began, _processor(bots) - before)

    async def steady(self, bots: tuple[Measured, ...], seconds: float, per_second: float) -> Load:
        """A question every 1/`per_second` seconds, whether the last one is answered or not."""
        async with _client() as client, asyncio.TaskGroup() as group:
            before, began = _processor(bots), time.perf_counter()
            asked = []
            for number in range(int(seconds * per_second)):
                await asyncio.sleep(max(0.0, began + number / per_second - time.perf_counter()))
                asked.append(group.create_task(self._ask(client)))
            latencies = [await one for one in asked]
            return _load(latencies, time.perf_counter() - began, _processor(bots) - before)

    async def pour(self, chat: int, number: int, seconds: float) -> None:
        """Send `number` questions of one reader within `seconds`, and wait for no reply."""
        async with _client() as client, asyncio.TaskGroup() as group:
            for _ in range(number):
                update = updates.text(updates.private(chat), next(self._questions))
                group.create_task(self._deliver(client, update))
                await asyncio.sleep(seconds / number)

    async def _ask(self, client: aiohttp.ClientSession) -> float:
        """Seconds until the reply was sent."""
        chat = next(self._chats)
        while chat in self._server.waiting:
            chat = next(self._chats)
        replied = self._server.expect(chat)
        update = updates.text(updates.private(chat), next(self._questions))
        began = time.perf_counter()
        await self._deliver(client, update)
        async with asyncio.timeout(PATIENCE):
            return await replied - began

    async def _deliver(self, client: aiohttp.ClientSession, update: Json) -> None:
        if not self._hooks:
            await self._server.push(update)
            return
        number = next(self._numbers)
        body = {"update_id": number, **update}
        hook = self._hooks[number % len(self._hooks)]
        async with client.post(hook, json=body, headers=_HEADERS) as response:
            response.raise_for_status()


def _client() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))


def _processor(bots: tuple[Measured, ...]) -> float:
    return sum(bot.processor() for bot in bots)


def _load(latencies: list[float], seconds: float, processor: float) -> Load:
    return Load(answered=len(latencies), seconds=seconds, processor=processor, latencies=tuple(latencies))
