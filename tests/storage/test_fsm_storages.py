"""The contract of aiogram's FSM storage, on the database and on Redis."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey

from bot.storage.connection.database import Database
from bot.storage.readers.stored_forms import FormKey, StoredForms
from bot.telegram.fsm import DatabaseStorage
from bot.telegram.redis_fsm import redis_fsm
from tests.storage.test_conversations import NOW


class Form(StatesGroup):
    city = State()


ONE = StorageKey(bot_id=os.getpid(), chat_id=2, user_id=3)
OTHERS = (
    StorageKey(bot_id=os.getpid(), chat_id=2, user_id=4),
    StorageKey(bot_id=os.getpid(), chat_id=2, user_id=3, thread_id=5),
    StorageKey(bot_id=os.getpid(), chat_id=2, user_id=3, destiny="aiogd:context:x"),
)


def on_database(database: Database) -> DatabaseStorage:
    def make(key: str, chat: int, user: int) -> FormKey:
        return FormKey(key=key, chat_id=chat, user_id=user)

    return DatabaseStorage(StoredForms(database), make, lambda: NOW)


@pytest.fixture(params=["database", pytest.param("redis", marks=pytest.mark.redis)])
async def storage(request: pytest.FixtureRequest, sqlite: Database) -> AsyncIterator[BaseStorage]:
    url = os.environ.get("TEST_REDIS_URL", "")
    made: BaseStorage = on_database(sqlite) if request.param == "database" else redis_fsm(url)["storage"]
    yield made
    for key in (ONE, *OTHERS):
        await made.set_state(key, None)
        await made.set_data(key, {})
    await made.close()


async def test_state_and_data_are_stored_per_key(storage: BaseStorage) -> None:
    await storage.set_state(ONE, Form.city)
    await storage.set_data(ONE, {"город": ["Владивосток"]})
    assert await storage.get_state(ONE) == "Form:city"
    assert await storage.get_data(ONE) == {"город": ["Владивосток"]}
    for other in OTHERS:
        assert await storage.get_state(other) is None
        assert await storage.get_data(other) == {}
    assert await storage.update_data(ONE, {"шаг": 2}) == {"город": ["Владивосток"], "шаг": 2}
    await storage.set_state(ONE, None)
    assert await storage.get_state(ONE) is None


async def test_a_form_survives_a_restart(sqlite: Database) -> None:
    await on_database(sqlite).set_state(ONE, Form.city)
    after = Database(str(sqlite.url))
    assert await on_database(after).get_state(ONE) == "Form:city"
    await after.close()
