"""Every table of the database; importing this package fills `METADATA`.

Only `bot.storage` imports from here.
"""

from bot.storage.tables.base import changes, entities, imported, pack, revisions, waiting
from bot.storage.tables.conversations import asked, conversations, fsm, inbox, links, processes, updates
from bot.storage.tables.editing import (
    audit,
    editor_messages,
    editor_settings,
    proposals,
    roles,
    settled_alarms,
    told_expiries,
    unfinished_forms,
)
from bot.storage.tables.feedback import near_misses, promises, ratings, reports
from bot.storage.tables.followups import (
    chats,
    notices,
    outbox,
    pace,
    plans,
    schedules,
    subject_versions,
    subjects,
    subscriptions,
    told,
)
from bot.storage.tables.metadata import METADATA

__all__ = [
    "METADATA",
    "asked",
    "audit",
    "changes",
    "chats",
    "conversations",
    "editor_messages",
    "editor_settings",
    "entities",
    "fsm",
    "imported",
    "inbox",
    "links",
    "near_misses",
    "notices",
    "outbox",
    "pace",
    "pack",
    "plans",
    "processes",
    "promises",
    "proposals",
    "ratings",
    "reports",
    "revisions",
    "roles",
    "schedules",
    "settled_alarms",
    "subject_versions",
    "subjects",
    "subscriptions",
    "told",
    "told_expiries",
    "unfinished_forms",
    "updates",
    "waiting",
]
