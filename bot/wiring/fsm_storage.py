"""Where the states of forms are kept: in Redis where there is one, else in the bot's database."""

from __future__ import annotations

from typing import Any

from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.database import Database
from bot.storage.fsm import FormKey, StoredForms
from bot.telegram.fsm import database_forms, redis_forms


def build_fsm_storage(settings: Settings, database: Database, now: Clock) -> dict[str, Any]:
    """Storage and isolation by the names that `build_dispatcher` takes; of all processes with Redis."""
    if settings.redis_url is not None:
        return redis_forms(settings.redis_url.get_secret_value())
    store = StoredForms(database)
    return database_forms(store, lambda key, chat, user: FormKey(key=key, chat_id=chat, user_id=user), now)
