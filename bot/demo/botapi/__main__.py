"""`python -m bot.demo.botapi --port 8081`: runs the server as a process until it is interrupted."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys

from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN, Options, ServerState


async def serve(port: int, token: str, *, any_chat: bool) -> None:
    """Serve; the first line of stdout is the address."""
    state = ServerState(token=token, options=Options(any_chat=any_chat))
    async with running(state, port) as served:
        sys.stdout.write(f"{served.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description="A fake Bot API server on 127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--any-chat", action="store_true", help="every chat id exists")
    given = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(given.port, given.token, any_chat=given.any_chat))


if __name__ == "__main__":
    main()
