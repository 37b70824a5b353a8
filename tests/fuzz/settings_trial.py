"""A bot on made settings: it starts and answers, waits, or refuses by name; never a traceback or a hang."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog

from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import TOKEN
from bot.errors import PackRefusedError, SpravkaError
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from bot.settings.tasks import start_task
from bot.wiring.application import serve
from tests.fuzz.outcomes import Outcomes, place_of
from tests.fuzz.settings import Made, SettingsMaker

_START, _STOP, _ANSWER = 4.0, 20.0, 20.0
"""Seconds: what has neither started nor refused after _START waits for a server."""
_READER = 500


def fuzz_settings(number: int, seed: int) -> Outcomes:
    """Start a bot on `number` settings one after another, each in a folder of its own."""
    maker, outcomes = SettingsMaker(seed), Outcomes()
    for _ in range(number):
        made, began = maker.make(), time.perf_counter()
        with tempfile.TemporaryDirectory() as name, _inside(Path(name)), _logged() as lines:
            try:
                outcomes.counts[asyncio.run(_try(made, Path(name)))] += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
                outcomes.failures.append(f"{place_of(error)}: {_shown(made)}")
        outcomes.failures += [f"{line}: {_shown(made)}" for line in lines]
        outcomes.longest = max(outcomes.longest, time.perf_counter() - began)
    return outcomes


async def _try(made: Made, folder: Path) -> str:
    async with running() as api:
        own = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": api.url,
            "DATABASE_URL": f"sqlite:///{folder}/bot.db",
            "PORT": "0",
            "READER": "off",
            "WEBHOOK_SECRET": "s",
        }
        file = folder / "settings.yaml"
        file.write_text(made.file, "utf-8", "surrogatepass")
        try:
            settings = load_settings({**own, **made.environ}, dotenv=folder / ".env", file=file)
            return await _live(settings, api, webhook="WEBHOOK_URL" in made.environ)
        except SpravkaError as error:
            if not _is_named(error, made):
                raise UnnamedError(explain(error)) from error
            return f"refused: {type(error).__name__}"


class UnnamedError(Exception):
    """A refusal that does not name what is wrong."""


def _is_named(error: SpravkaError, made: Made) -> bool:
    """Whether it names the variable, or the line of a file that does not parse; a pack names its files."""
    text = explain(error)
    in_file = bool(re.search(r"settings\.yaml:\d+: ", text)) and not made.environ
    return any(name in text for name in made.changed) or in_file or isinstance(error, PackRefusedError)


async def _live(settings: Settings, api: RunningServer, *, webhook: bool) -> str:
    """Start it; where it polls, ask it a question."""
    serving = start_task(serve(settings, webhook=webhook, role="all"))
    polling = start_task(api.until(lambda: api.state.poller > 0, _START))
    try:
        await asyncio.wait((serving, polling), return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        if polling.exception() is not None:
            return "waits"
        await api.say(_READER, "Когда состоится второй диалог?")
        await api.replies(_READER, 1, _ANSWER)
        return "answers"
    finally:
        polling.cancel()
        serving.cancel()
        done, _ = await asyncio.wait((serving,), timeout=_STOP)
        assert done, "it does not stop"


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _logged() -> Iterator[list[str]]:
    """The lines of level error, and those with a traceback, that the block logs."""
    lines: list[str] = []

    def keep(_logger: object, method: str, event: Mapping[str, Any]) -> Mapping[str, Any]:
        if method in ("error", "critical", "exception") or event.get("exc_info"):
            lines.append(f"{event['event']}: {event.get('exc_info')!r:.300}")
        raise structlog.DropEvent

    structlog.configure(processors=[keep], cache_logger_on_first_use=False)
    try:
        yield lines
    finally:
        structlog.reset_defaults()


def _shown(made: Made) -> str:
    lines = [line for line in made.file.splitlines() if any(f"{name}:" in line for name in made.changed)]
    return f"{dict(made.environ)!r:.300} {lines!r:.200}"
