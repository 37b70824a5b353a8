"""Keeps a process on the newest base: another process, or a command, may have published one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog

from bot.telegram.engine_holder import EngineHolder, LoadedEngine
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId

log = structlog.get_logger()
EVERY = 2.0
"""Seconds between looks; a publication must be everywhere within five."""


class LoadedBase(Protocol):
    """The base at one revision."""

    @property
    def base(self) -> FactBase: ...

    @property
    def revision(self) -> int: ...

    @property
    def changed(self) -> Mapping[FactId, EdtfDate]: ...


class BaseStore(Protocol):
    """Where the newest base is kept."""

    async def current_revision(self) -> int: ...

    async def load_base(self) -> LoadedBase: ...


async def newest(truth: BaseStore, used: Engine | None = None) -> tuple[int, LoadedEngine]:
    """The newest revision and its edition, made of the engine in use as far as the two share facts.

    In a thread, for reading a large base takes seconds.
    """
    loaded = await truth.load_base()
    engine = await asyncio.to_thread(used.edited if used else Engine, loaded.base)
    edition = LoadedEngine(engine=engine, changed=loaded.changed, revision=loaded.revision)
    return loaded.revision, edition


async def refresh(engine: EngineHolder, truth: BaseStore, at_start: int, every: float = EVERY) -> None:
    """Exchange the engine's edition whenever the truth has another revision than the one in use.

    Until cancelled. `at_start` is the revision in use at first.
    """
    used = at_start
    while True:
        await asyncio.sleep(every)
        try:
            if await truth.current_revision() == used:
                continue
            used, edition = await newest(truth, engine.current.engine)
        except Exception as error:  # noqa: BLE001 - whatever the store raises, the edition in use stays
            log.warning("base not refreshed", reason=type(error).__name__)
            continue
        engine.exchange(edition)
        log.info("base exchanged", revision=used)
