"""Kills, outages and wrong tokens: nothing lost, at most twice, lines instead of tracebacks."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.botapi.running import Running, running
from tests.botapi.world import Options, World
from tests.e2e.program import Program, launch_cold, running_program

CHATS, QUESTIONS = range(100, 120), 4
SLOW = 45
"""Seconds within which a program is up on a busy machine."""


async def test_outages_kills_and_hangs_lose_nothing(tmp_path: Path, free_port: int) -> None:
    """One life of a bot: the API comes up late, a kill amid a backlog, an end amid a hanging call."""
    url = f"http://127.0.0.1:{free_port}"
    async with running_program(url, tmp_path) as first:
        assert "step=1" in await first.line("Bot API unreachable", SLOW)
        async with running(World(options=Options(latency=0.03)), free_port) as api:
            await api.until(lambda: api.world.poller > 0, SLOW)
            before = await _kill_amid_a_backlog(api, first)
            assert before < len(CHATS) * QUESTIONS, "it was killed too late to show anything"
            async with running_program(url, tmp_path) as second:
                await api.until(lambda: _least(api) >= QUESTIONS and not api.world.updates, SLOW)
                await _end_amid_a_hanging_call(api, second)
            assert max(api.world.sent[chat] for chat in CHATS) <= QUESTIONS + 1, "only one was in hand"
            async with running_program(url, tmp_path):
                assert len(await api.replies(1, 1, SLOW)) == 1


async def _kill_amid_a_backlog(api: Running, program: Program) -> int:
    """Every chat asks; killed after a few answers. How many there were."""
    for _ in range(QUESTIONS):
        for chat in CHATS:
            await api.say(chat, "Когда состоится второй диалог?")
    await api.until(lambda: sum(api.world.sent.values()) >= 15)
    await program.end(signal.SIGKILL)
    return sum(api.world.sent.values())


async def _end_amid_a_hanging_call(api: Running, program: Program) -> None:
    api.world.faults.order(method="sendMessage", kind="hang", seconds=60, chat=1)
    await api.say(1, "/help")
    await api.until(lambda: any(call.params.get("chat_id") == 1 for call in api.world.calls))
    code, seconds = await program.end(signal.SIGINT)
    assert (code, seconds < 3) == (0, True)
    assert "Traceback" not in program.log()


def _least(api: Running) -> int:
    return min(api.world.sent[chat] for chat in CHATS)


async def test_a_wrong_token_is_one_line_and_exit_78(tmp_path: Path) -> None:
    async with running() as api:
        program = await launch_cold(api.url, tmp_path, BOT_TOKEN="43:WRONG")
        code = await program.process.wait()
        log = program.log()
    assert code == 78
    assert log.splitlines() == ["Telegram не признаёт BOT_TOKEN: проверьте его у @BotFather."]
