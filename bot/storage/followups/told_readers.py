"""Private chats that were lately told a fact."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select

from bot.storage.fact_base.fact_usage import shows
from bot.storage.tables import asked, subscriptions
from knowledge.facts.model import FactId
from knowledge.facts.serialization import EntityKind

_FACT = EntityKind.FACT.value


def told_within(fact: str, since: datetime, until: datetime, retired_by: int | None) -> Select[int]:
    """Without followers of the fact, who are told of every change of it, and without who retires it."""
    follows = select(subscriptions.c.chat_id).where(
        subscriptions.c.kind == _FACT, subscriptions.c.target == fact
    )
    readers = select(asked.c.chat_id).where(
        shows(FactId(fact)),
        asked.c.at.between(since, until),
        asked.c.chat_id > 0,  # the id of a group is negative
        asked.c.chat_id.not_in(follows),
    )
    if retired_by is not None:
        readers = readers.where(asked.c.chat_id != retired_by)
    return readers.distinct()
