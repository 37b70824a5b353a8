"""Keeps a process on the newest base: another process, or a command, may publish a revision."""

from __future__ import annotations

import asyncio

import structlog

from bot.editing.ports import BaseStore
from bot.records.engine_holder import EngineHolder, LoadedEngine
from knowledge.engine import Engine

log = structlog.get_logger()
POLL_INTERVAL = 2.0
"""Seconds between checks; a publication must reach every process within five."""


async def load_engine(store: BaseStore, current: Engine | None = None) -> LoadedEngine:
    """An engine over the newest revision, built from `current` as far as the two share facts.

    In a thread, because indexing a large base takes seconds.
    """
    loaded = await store.load_base()
    engine = await asyncio.to_thread(current.edited if current else Engine, loaded.base)
    return LoadedEngine(engine=engine, changed=loaded.changed, revision=loaded.revision)


async def refresh(holder: EngineHolder, store: BaseStore, interval: float = POLL_INTERVAL) -> None:
    """Swap the engine whenever the store has another revision than the engine. Runs until cancelled."""
    while True:
        await asyncio.sleep(interval)
        try:
            if await store.current_revision() == holder.current.revision:
                continue
            loaded = await load_engine(store, holder.current.engine)
        except Exception as error:  # noqa: BLE001 - whatever the store raises, the present engine stays
            log.warning("base not refreshed", reason=type(error).__name__)
            continue
        holder.swap(loaded)
        log.info("base exchanged", revision=loaded.revision)
