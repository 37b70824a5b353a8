"""A TCP proxy that can refuse connections or freeze them: an outage of the server behind it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from bot.settings.tasks import start_task

Address = tuple[str, int]
_PIECE = 2**16


class Proxy:
    """Forwards each connection to one of the targets that accept it, chosen at random."""

    def __init__(self, targets: Sequence[Address], rng: random.Random) -> None:
        self.port = 0
        self._targets = targets
        self._rng = rng
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen on 127.0.0.1, on the same port each time."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Cut every connection and accept none, like a server that was stopped."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for connection in tuple(self._connections):
            connection.cancel()
        if self._connections:
            await asyncio.wait(tuple(self._connections))

    def freeze(self) -> None:
        """Accept connections and forward nothing, like a server under SIGSTOP."""
        self._flowing.clear()

    async def heal(self) -> None:
        self._flowing.set()
        if self._server is None:
            await self.start()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = start_task(self._forward(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there: asyncio.StreamWriter | None = None
        try:
            await self._flowing.wait()
            back, there = await self._connect()
            pumps = [start_task(self._pump(reader, there)), start_task(self._pump(back, writer))]
            try:
                await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for pump in pumps:
                    pump.cancel()
                await asyncio.wait(pumps)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            for one in (writer, there):
                if one is not None:
                    one.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Raises OSError where no target accepts."""
        for host, port in self._rng.sample(self._targets, len(self._targets)):
            with suppress(OSError):
                return await asyncio.open_connection(host, port)
        raise ConnectionRefusedError

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await source.read(_PIECE):
                await self._flowing.wait()
                sink.write(piece)
                await sink.drain()


@asynccontextmanager
async def proxied(rng: random.Random, *targets: Address) -> AsyncIterator[Proxy]:
    """Forward to the targets during the block."""
    proxy = Proxy(targets, rng)
    await proxy.start()
    try:
        yield proxy
    finally:
        proxy._flowing.set()
        await proxy.refuse()
