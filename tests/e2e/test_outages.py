"""Kills, outages and wrong tokens: nothing is lost, at most one answer comes twice, no tracebacks."""

from __future__ import annotations

import signal
from pathlib import Path

from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Options, ServerState
from tests.e2e.program import Program, launch, running_program

CHATS, QUESTIONS = range(100, 120), 4
START_TIMEOUT = 45
"""Seconds in which the program starts on a busy machine."""


async def test_outages_kills_and_hangs_lose_nothing(tmp_path: Path, free_port: int) -> None:
    """The API starts late; the bot is killed during a backlog, and stopped during a hanging call."""
    url = f"http://127.0.0.1:{free_port}"
    async with running_program(url, tmp_path) as first:
        assert "step=1" in await first.wait_for_line("Bot API unreachable", START_TIMEOUT)
        async with running(ServerState(options=Options(latency=0.03)), free_port) as api:
            await api.until(lambda: api.state.poller > 0, START_TIMEOUT)
            before = await _kill_during_backlog(api, first)
            assert before < len(CHATS) * QUESTIONS, "killed too late to show anything"
            async with running_program(url, tmp_path) as second:
                await api.until(lambda: _fewest(api) >= QUESTIONS and not api.state.updates, START_TIMEOUT)
                await _stop_during_hanging_call(api, second)
            assert max(api.state.sent[chat] for chat in CHATS) <= QUESTIONS + 1, "only one was being sent"
            async with running_program(url, tmp_path):
                assert len(await api.replies(1, 1, START_TIMEOUT)) == 1


async def _kill_during_backlog(api: RunningServer, program: Program) -> int:
    """Every chat asks; kill the program after a few answers. Returns the number of answers."""
    for _ in range(QUESTIONS):
        for chat in CHATS:
            await api.say(chat, "Когда состоится второй диалог?")
    await api.until(lambda: sum(api.state.sent.values()) >= 15)
    await program.stop(signal.SIGKILL)
    return sum(api.state.sent.values())


async def _stop_during_hanging_call(api: RunningServer, program: Program) -> None:
    api.state.faults.order(method="sendMessage", kind="hang", seconds=60, chat=1)
    await api.say(1, "/help")
    await api.until(lambda: any(call.params.get("chat_id") == 1 for call in api.state.calls))
    code, seconds = await program.stop(signal.SIGINT)
    assert (code, seconds < 3) == (0, True)
    assert "Traceback" not in program.log()


def _fewest(api: RunningServer) -> int:
    return min(api.state.sent[chat] for chat in CHATS)


async def test_a_wrong_token_is_one_line_and_exit_78(tmp_path: Path) -> None:
    async with running() as api:
        program = await launch(api.url, tmp_path, BOT_TOKEN="43:WRONG")
        code = await program.process.wait()
        log = program.log()
    assert code == 78
    assert log.splitlines() == ["Telegram не признаёт BOT_TOKEN: проверьте его у @BotFather."]
