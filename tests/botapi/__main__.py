"""`python -m tests.botapi --port 8081`: the server as a process, until it is interrupted."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys

from tests.botapi.running import running
from tests.botapi.world import TOKEN, Options, World


async def serve(port: int, token: str, *, any_chat: bool) -> None:
    """Serves and prints its address on the first line of stdout."""
    world = World(token=token, options=Options(any_chat=any_chat))
    async with running(world, port) as served:
        sys.stdout.write(f"{served.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description="A strict Bot API server on 127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--any-chat", action="store_true", help="every chat id exists")
    given = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(given.port, given.token, any_chat=given.any_chat))


if __name__ == "__main__":
    main()
