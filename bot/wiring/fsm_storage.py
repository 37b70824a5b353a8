"""Where states of forms and dialogs are stored: in Redis if it is configured, else in the bot's database."""

from __future__ import annotations

from typing import Any

from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.database import Database
from bot.storage.fsm import FormKey, StoredForms
from bot.telegram.fsm import database_fsm, redis_fsm


def build_fsm_storage(settings: Settings, database: Database, now: Clock) -> dict[str, Any]:
    """Storage and event isolation: arguments of `build_dispatcher`."""
    if settings.redis_url is not None:
        return redis_fsm(settings.redis_url.get_secret_value())
    store = StoredForms(database)
    return database_fsm(store, lambda key, chat, user: FormKey(key=key, chat_id=chat, user_id=user), now)
