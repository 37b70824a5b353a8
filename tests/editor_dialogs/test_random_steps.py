"""Property test: after any sequence of buttons, old buttons and texts, /start leaves the dialogs."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage
from hypothesis import example, given
from hypothesis import strategies as st

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.replies.answers.notices import FAULT
from bot.storage.connection.database import Database
from tests.editing.harness import ANNA, STRANGER, EditingHarness, open_harness
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
    ("Что дальше (1)", "1", "Все поля", "Дата", "Календарь"),
    ("Что дальше (1)", "1", "Все поля", "Люди и их роли"),
    ("Люди", "1", "Убрать из базы"),
    ("Главный источник", "Изменить", "Вопросы для начала"),
)
"""Buttons pressed first, so that a short sequence reaches every part of the forms."""


@dataclass
class RandomUser:
    """`seen`: the buttons seen so far, each with its message as it was then."""

    harness: EditingHarness
    seen: list[tuple[Json, str]] = field(default_factory=list)

    async def take(self, step: Step) -> None:
        kind, number = step
        match kind:
            case "text":
                await self.harness.write(ANNA, TEXTS[number])
            case "press" if buttons := self.harness.buttons(self.harness.messages_to(ANNA)[-1]):
                await self._press(self.harness.messages_to(ANNA)[-1], buttons[number % len(buttons)][1])
            case "old" if self.seen:
                await self._press(*self.seen[number % len(self.seen)])
            case "lose":
                self._lose_state()
            case "restart":
                self.harness.restart()
        last = self.harness.messages_to(ANNA)[-1]
        self.seen += [(dict(last), data) for _, data in self.harness.buttons(last)]

    async def _press(self, message: Json, data: str) -> None:
        notice = await self.harness.press_data(data, message, updates.user(ANNA))
        assert notice != FAULT, data

    def _lose_state(self) -> None:
        """Delete every second entry of the state storage."""
        storage = self.harness.dispatcher.storage
        assert isinstance(storage, JsonMemoryStorage)
        for key in list(storage.storage)[::2]:
            del storage.storage[key]


class InMemoryStateHarness(EditingHarness):
    """Keeps state as JSON in memory, also over restarts, because that is faster than a database."""

    forms: JsonMemoryStorage

    def restart(self) -> None:
        super().restart()
        if hasattr(self, "engine"):
            self.forms = getattr(self, "forms", None) or JsonMemoryStorage()
            self.dispatcher.fsm.storage = self.forms


async def check_start(
    database: Database, database_factory: DatabaseFactory, beginning: Sequence[str], steps_taken: list[Step]
) -> None:
    """/start and a question after it get the same replies as without the steps."""
    harness = await open_harness(database, database_factory.folder)
    harness.__class__ = InMemoryStateHarness
    harness.restart()
    await harness.write(ANNA, "/facts")
    for label in beginning:
        await harness.tap(ANNA, label)
    user = RandomUser(harness)
    for step in steps_taken:
        await user.take(step)
    reply = await harness.write(ANNA, "/start")
    assert reply.startswith("О диалоге."), reply
    # A dialog that took the text would reply something else than a reader gets.
    answer = await harness.write(ANNA, "Кто вёл первый диалог?")
    assert answer == await harness.write(STRANGER, "Кто вёл первый диалог?"), answer
    assert not any(FAULT in str(one.get("text")) for one in harness.messages_to(ANNA))


@example(("Добавить…", "Синонимы"), [("lose", 0), ("press", 0), ("press", 3)])
@max_examples(12)
@given(st.sampled_from(BEGINNINGS), steps)
def test_start_leaves_any_dialog(
    database_factory: DatabaseFactory, beginning: Sequence[str], steps_taken: list[Step]
) -> None:
    async def one() -> None:
        async with database_factory.migrated("sqlite") as database:
            await check_start(database, database_factory, beginning, steps_taken)

    asyncio.run(one())
