"""/timeline in text and as a picture, /people."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import people as people_texts
from bot.replies.answers import timeline as timeline_texts
from bot.replies.answers import timeline_picture
from bot.settings.clock import Clock
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

Draw = Callable[[Sequence[timeline_texts.Entry], date], bytes]


_CAPTION_LENGTH = 1000
"""Characters: Telegram takes 1024 UTF-16 units."""


class TimelinePictures:
    """The picture of the newest revision and day; drawn off the event loop, once."""

    def __init__(self, draw: Draw = timeline_picture.draw) -> None:
        self._draw = draw
        self._key: tuple[int, date] | None = None
        self._picture = b""
        self._drawing = asyncio.Lock()

    async def of(self, revision: int, entries: Sequence[timeline_texts.Entry], today: date) -> bytes:
        async with self._drawing:
            if self._key != (revision, today):
                self._picture = await asyncio.to_thread(self._draw, entries, today)
                self._key = (revision, today)
        return self._picture


async def timeline(
    message: Message, engine: EngineHolder, timeline_pictures: TimelinePictures, sender: Sender, now: Clock
) -> None:
    loaded = engine.current
    today = now().astimezone(ZoneInfo(loaded.base.source.zone)).date()
    entries, place = timeline_texts.entries(loaded.base), place_of(message)
    if not entries:
        await sender.send(place, timeline_texts.render(entries, today))
        return
    picture = await timeline_pictures.of(loaded.revision, entries, today)
    text = timeline_texts.render(entries, today)
    fits = len(text.plain) <= _CAPTION_LENGTH
    caption = text.plain if fits else timeline_texts.CAPTION
    await sender.send_file(place, picture, timeline_texts.FILE, caption, as_photo=True)
    if not fits:
        await sender.send(place, text)


async def people(message: Message, engine: EngineHolder, sender: Sender) -> None:
    await sender.send(place_of(message), people_texts.render(engine.current.base))


def build_router() -> Router:
    router = Router(name="overviews")
    router.message.register(timeline, Command("timeline"))
    router.message.register(people, Command("people"))
    return router
