"""The log of a whole run, with failures: JSON lines with request ids, without texts, tokens or passwords."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import aiohttp

from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import TOKEN
from tests.e2e.program import running_program

WORDS = ("Шапокляк", "крокодилище", "напоминальник")
"""What readers write; no word of the base or of the program."""
SECRET, NAME = "hook-secret-1", "Читатель"


async def test_a_log_holds_nothing_of_a_reader_and_no_secret(tmp_path: Path, free_port: int) -> None:
    hook = f"http://127.0.0.1:{free_port}/hook"
    environment = {
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "debug",
        "WEBHOOK_URL": hook,
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(free_port),
        "MONITORING_PORT": "0",
    }
    async with running() as api, running_program(api.url, tmp_path, "--webhook", **environment) as program:
        await api.until(lambda: bool(api.state.webhook["url"]), 60)
        await _live_through(api, hook)
        await program.stop(signal.SIGTERM)
        log = program.log()
    lines = [json.loads(line) for line in log.splitlines()]
    assert {line["level"] for line in lines} >= {"info", "warning"}
    about_updates = [line for line in lines if "update" in line and line["event"] != "update not readable"]
    assert about_updates
    assert all(len(line["request"]) == 16 for line in about_updates)
    for hidden in (*WORDS, SECRET, TOKEN.partition(":")[2], NAME, "Traceback"):
        assert hidden not in log, hidden


async def _live_through(api: RunningServer, hook: str) -> None:
    """Questions, a report, a form, updates that cannot be read, failing calls."""
    await api.say(7, f"Где живёт {WORDS[0]}?")
    await api.replies(7, 1, 60)
    api.state.faults.order(method="sendMessage", code=400, description="Bad Request: chat not found")
    await api.say(7, f"Кто такой {WORDS[1]}?")
    await api.confirmed(60)
    api.state.faults.order(method="sendMessage", kind="reset", times=2)
    await api.say(7, f"Когда придёт {WORDS[2]}?")
    await api.confirmed(60)
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with aiohttp.ClientSession() as client:
        for body in (
            f'{{"update_id": 1, "message": "{WORDS[0]}"}}',
            f'{{"update_id": 2, "message": {{"text": "{WORDS[1]}"}}}}',
        ):
            async with client.post(hook, data=body.encode(), headers=headers) as response:
                assert response.status == 200
        async with client.post(
            hook, data=b"{}", headers={"X-Telegram-Bot-Api-Secret-Token": "guess"}
        ) as refused:
            assert refused.status == 401
