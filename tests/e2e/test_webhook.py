"""The real program behind a webhook, with /healthz and /metrics."""

from __future__ import annotations

import signal
from pathlib import Path

import aiohttp

from tests.botapi import updates
from tests.botapi.running import running
from tests.e2e.program import running_program


async def test_the_webhook_answers_once_and_only_to_telegram(tmp_path: Path, free_port: int) -> None:
    url = f"http://127.0.0.1:{free_port}"
    hook = {"WEBHOOK_URL": f"{url}/hook", "WEBHOOK_SECRET": "s3cret", "PORT": str(free_port)}
    async with running() as api, running_program(api.url, tmp_path, "--webhook", **hook) as program:
        await api.until(lambda: bool(api.world.webhook["url"]), 30)
        await api.say(1, "/help")
        await api.replies(1)
        await api.confirmed()
        api.world.chats[2] = updates.private(2)
        again = {"update_id": 9, **updates.text(updates.private(2), "/help")}
        async with aiohttp.ClientSession() as client:
            for secret, status in [("s3cret", 200), ("s3cret", 200), ("wrong", 401)]:
                headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
                async with client.post(f"{url}/hook", json=again, headers=headers) as response:
                    assert response.status == status
            async with client.get(f"{url}/healthz") as response:
                assert (response.status, await response.json()) == (200, {"status": "ok"})
            async with client.get(f"{url}/metrics") as response:
                assert 'spravka_update_seconds_count{kind="message"} 2.0' in await response.text()
        assert len(api.messages(2)) == 1
        code, seconds = await program.end(signal.SIGTERM)
        assert (code, seconds < 3) == (0, True)
