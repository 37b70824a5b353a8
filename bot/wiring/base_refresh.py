"""Keeps a process on the newest base: another process, or a command, may publish a revision."""

from __future__ import annotations

import asyncio
from functools import partial

import structlog

from bot.editing.ports import BaseStore
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.wiring.reader import prepare_in_background
from knowledge.engine import Engine
from knowledge.reader.reading import Reader

log = structlog.get_logger()
POLL_INTERVAL = 2.0
"""Seconds between checks; a publication must reach every process within five."""


async def load_engine(
    store: BaseStore, current: Engine | None = None, reader: Reader | None = None
) -> LoadedEngine:
    """An engine over the newest revision, built from `current`, if given, as far as the two share facts.

    In a thread, because indexing a large base takes seconds; the reader's texts are read in another.
    """
    loaded = await store.load_base()
    build = current.edited if current else partial(Engine, reader=reader)
    engine = await asyncio.to_thread(build, loaded.base)
    if engine.reader is not None:
        prepare_in_background(engine.reader, engine.base)
    return LoadedEngine(engine=engine, changed=loaded.changed, revision=loaded.revision)


async def catch_up(holder: EngineHolder, store: BaseStore) -> None:
    """Answer from the newest base from now on. Whatever the store raises, the present engine stays."""
    try:
        if await store.current_revision() == holder.current.revision:
            return
        loaded = await load_engine(store, holder.current.engine)
    except Exception as error:  # noqa: BLE001 - the next attempt is seconds away
        log.warning("base not refreshed", reason=type(error).__name__)
        return
    if loaded.revision > holder.current.revision:
        holder.swap(loaded)
        log.info("base exchanged", revision=loaded.revision)


async def refresh(holder: EngineHolder, store: BaseStore, interval: float = POLL_INTERVAL) -> None:
    """Catch up whenever the store has another revision than the engine. Runs until cancelled."""
    while True:
        await asyncio.sleep(interval)
        await catch_up(holder, store)
