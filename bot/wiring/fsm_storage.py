"""Where states of forms and dialogs are stored: in Redis if it is configured, else in the bot's database."""

from __future__ import annotations

from typing import Any

from aiogram.fsm.storage.base import BaseStorage

from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.journal.reader_memory import ReaderMemory
from bot.storage.readers.stored_forms import FormKey, StoredForms
from bot.telegram.ask.plain_questions import OpenForms
from bot.telegram.fsm import database_fsm


def build_fsm_storage(
    settings: Settings, database: Database, memory: ReaderMemory, now: Clock
) -> dict[str, Any]:
    """Storage and event isolation: arguments of `build_dispatcher`."""
    if settings.redis_url is not None:
        from bot.telegram.redis_fsm import redis_fsm  # only where it is used, as it takes memory

        return redis_fsm(settings.redis_url.get_secret_value())
    store = StoredForms(database, memory.form_changed)

    def make_key(key: str, chat: int, user: int) -> FormKey:
        return FormKey(key=key, chat_id=chat, user_id=user)

    return database_fsm(store, make_key, now, memory.has_no_form)


def build_other_forms(settings: Settings, storage: BaseStorage, bot_id: int) -> OpenForms | None:
    """Forms that are not in the database."""
    if settings.redis_url is None:
        return None
    from bot.telegram.redis_fsm import RedisForms

    return RedisForms(storage, bot_id)
