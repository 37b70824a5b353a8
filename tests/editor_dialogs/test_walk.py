"""Any walk over buttons, old buttons and texts: no form holds the editor, and /start always leads out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage
from hypothesis import example, given
from hypothesis import strategies as st

from bot.replies.answers.notices import FAULT
from bot.storage.database import Database
from tests.botapi import updates
from tests.botapi.state import Json
from tests.editing.desk import ANNA, STRANGER, EditingDesk, opened_desk
from tests.hypothesis_profiles import max_examples
from tests.storage.databases import DatabaseFactory

TEXTS = (
    *("/facts", "Что-то новое", "июнь 2016", "31 июня 2016", "5", "new-id", "Го Шэнкунь", "Что дальше"),
    *(
        "первая\nвторая\n\nтретья",
        "<b>&amp; *_`[",
        "я" * 4096,
        "😀" * 2100,
        " ",
        "\u0007",
        "с 2 по 5 августа 2023",
    ),
)
Step = tuple[str, int]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.integers(0, 40)),
        st.tuples(st.just("press"), st.integers(0, 40)),
        st.tuples(st.just("old"), st.integers(0, 400)),
        st.tuples(st.just("text"), st.integers(0, len(TEXTS) - 1)),
        st.tuples(st.just("lose"), st.just(0)),
        st.tuples(st.just("restart"), st.just(0)),
    ),
    max_size=25,
)
BEGINNINGS = (
    (),
    ("Добавить…", "Сведение"),
    ("Добавить…", "Событие"),
    ("Добавить…", "Синонимы"),
    ("Что дальше (1)", "1", "Изменить", "Дата", "Календарь"),
    ("Что дальше (1)", "1", "Изменить", "Люди и их роли"),
    ("Люди", "1", "Убрать из базы"),
    ("Источник", "Изменить", "Вопросы для начала"),
)
"""Buttons pressed first, so that no part of the forms is too far for a short walk."""


@dataclass
class Walk:
    """Buttons seen so far, each with its message as it was."""

    desk: EditingDesk
    seen: list[tuple[Json, str]] = field(default_factory=list)

    async def go(self, step: Step) -> None:
        kind, number = step
        match kind:
            case "text":
                await self.desk.by(ANNA, TEXTS[number])
            case "press" if buttons := self.desk.buttons(self.desk.to(ANNA)[-1]):
                await self._press(self.desk.to(ANNA)[-1], buttons[number % len(buttons)][1])
            case "old" if self.seen:
                await self._press(*self.seen[number % len(self.seen)])
            case "lose":
                self._lose()
            case "restart":
                self.desk.restart()
        last = self.desk.to(ANNA)[-1]
        self.seen += [(dict(last), data) for _, data in self.desk.buttons(last)]

    async def _press(self, message: Json, data: str) -> None:
        notice = await self.desk.press_data(data, message, updates.user(ANNA))
        assert notice != FAULT, data

    def _lose(self) -> None:
        """Every second thing that the storage of forms holds."""
        storage = self.desk.dispatcher.storage
        assert isinstance(storage, JsonMemoryStorage)
        for key in list(storage.storage)[::2]:
            del storage.storage[key]


class ForgetfulDesk(EditingDesk):
    """Its forms are kept as JSON in memory, over restarts too: a database would be slower only."""

    forms: JsonMemoryStorage

    def restart(self) -> None:
        super().restart()
        if hasattr(self, "engine"):
            self.forms = getattr(self, "forms", None) or JsonMemoryStorage()
            self.dispatcher.fsm.storage = self.forms


async def walk(database: Database, places: DatabaseFactory, beginning: Sequence[str], way: list[Step]) -> None:
    desk = await opened_desk(database, places.folder)
    desk.__class__ = ForgetfulDesk
    desk.restart()
    await desk.by(ANNA, "/facts")
    for label in beginning:
        await desk.tap(ANNA, label)
    walked = Walk(desk)
    for step in way:
        await walked.go(step)
    reply = await desk.by(ANNA, "/start")
    assert reply.startswith("О диалоге."), reply
    # A window that took the text would not say what it says to a reader.
    answer = await desk.by(ANNA, "Кто вёл первый диалог?")
    assert answer == await desk.by(STRANGER, "Кто вёл первый диалог?"), answer
    assert not any(FAULT in str(one.get("text")) for one in desk.to(ANNA))


@example(("Добавить…", "Синонимы"), [("lose", 0), ("press", 0), ("press", 3)])
@max_examples(12)
@given(st.sampled_from(BEGINNINGS), steps)
def test_start_leads_out_of_anything(places: DatabaseFactory, beginning: Sequence[str], way: list[Step]) -> None:
    async def one() -> None:
        async with places.migrated("sqlite") as database:
            await walk(database, places, beginning, way)

    asyncio.run(one())
