"""Keeps a process on the newest base: another process, or a command, may have published one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog

from bot.telegram.engine import Edition, Engine
from knowledge.answering import Answerer
from knowledge.dates import EdtfDate
from knowledge.model import FactBase, FactId

log = structlog.get_logger()
EVERY = 2.0
"""Seconds between looks; a publication must be everywhere within five."""


class Loaded(Protocol):
    """The base at one revision."""

    @property
    def base(self) -> FactBase: ...

    @property
    def revision(self) -> int: ...

    @property
    def changed(self) -> Mapping[FactId, EdtfDate]: ...


class Truth(Protocol):
    """Where the newest base is kept."""

    async def current_revision(self) -> int: ...

    async def load_base(self) -> Loaded: ...


async def newest(truth: Truth, used: Answerer | None = None) -> tuple[int, Edition]:
    """The newest revision and its edition, made of the engine in use as far as the two share facts.

    In a thread, for reading a large base takes seconds.
    """
    loaded = await truth.load_base()
    answerer = await asyncio.to_thread(used.edited if used else Answerer, loaded.base)
    edition = Edition(answerer=answerer, changed=loaded.changed, revision=loaded.revision)
    return loaded.revision, edition


async def refresh(engine: Engine, truth: Truth, at_start: int, every: float = EVERY) -> None:
    """Exchange the engine's edition whenever the truth has another revision than the one in use.

    Until cancelled. `at_start` is the revision in use at first.
    """
    used = at_start
    while True:
        await asyncio.sleep(every)
        try:
            if await truth.current_revision() == used:
                continue
            used, edition = await newest(truth, engine.current.answerer)
        except Exception as error:  # noqa: BLE001 - whatever the store raises, the edition in use stays
            log.warning("base not refreshed", reason=type(error).__name__)
            continue
        engine.exchange(edition)
        log.info("base exchanged", revision=used)
