"""Kills, outages and wrong tokens: nothing lost, at most twice, one line instead of a traceback."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections import Counter
from pathlib import Path

from tests.botapi.running import running
from tests.botapi.world import Options, World
from tests.e2e.program import launch, running_program

CHATS, QUESTIONS = range(100, 120), 4


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def test_a_backlog_survives_a_kill(tmp_path: Path) -> None:
    """Each chat asks four things; the answers carry the number of the question."""
    world = World(options=Options(latency=0.03))
    async with running(world) as api:
        first = await launch(api.url, tmp_path)
        await api.until(lambda: world.poller > 0, 30)
        for number in range(QUESTIONS):
            for chat in CHATS:
                await api.say(chat, f"/why{number}" if number else "/help")
        await api.until(lambda: sum(world.sent.values()) >= 15)
        await first.end(signal.SIGKILL)
        before = sum(world.sent.values())
        async with running_program(api.url, tmp_path) as second:
            await api.until(
                lambda: not world.updates and all(world.sent[chat] >= QUESTIONS for chat in CHATS), 30
            )
            await asyncio.sleep(0.3)
            code, _ = await second.end()
            assert code == 0
    total = Counter({chat: world.sent[chat] for chat in CHATS})
    assert before < len(CHATS) * QUESTIONS, "it was killed too late to show anything"
    assert min(total.values()) >= QUESTIONS
    assert max(total.values()) <= QUESTIONS + 1, "only the one in hand may come twice"


async def test_what_hangs_is_left_for_the_next_start(tmp_path: Path) -> None:
    async with running() as api:
        api.world.faults.order(method="sendMessage", kind="hang", seconds=30)
        async with running_program(api.url, tmp_path) as first:
            await api.say(1, "/help")
            await api.until(lambda: any(call.method == "sendMessage" for call in api.world.calls), 30)
            code, seconds = await first.end(signal.SIGINT)
            assert (code, seconds < 3) == (0, True)
            assert "Traceback" not in await first.log()
        async with running_program(api.url, tmp_path):
            await api.replies(1, 1, 30)


async def test_a_wrong_token_is_one_line_and_exit_78(tmp_path: Path) -> None:
    async with running() as api, running_program(api.url, tmp_path, BOT_TOKEN="43:WRONG") as program:
        code = await asyncio.wait_for(program.process.wait(), 30)
        log = await program.log()
    assert code == 78
    assert log.splitlines() == ["Telegram не признаёт BOT_TOKEN: проверьте его у @BotFather."]


async def test_an_api_that_comes_up_late_is_waited_for(tmp_path: Path) -> None:
    port = free_port()
    async with running_program(f"http://127.0.0.1:{port}", tmp_path) as program:
        line = await program.line("Bot API unreachable", 30)
        assert "step=1" in line
        async with running(port=port) as api:
            await api.say(1, "/help")
            await api.replies(1, 1, 30)
            code, seconds = await program.end()
        log = await program.log()
    assert (code, seconds < 3) == (0, True)
    assert "Traceback" not in log
