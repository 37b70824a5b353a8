"""Messages to owners: conflicts between files and database, and the state of the outbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.records.history import WaitingVersion
from bot.records.outbox import Failure
from bot.replies import revisions
from bot.replies.parts import Part, Reply, Strong, Text
from bot.replies.truncation import shorten

_STATES = (
    ("planned", "ждут срока или отправки"),
    ("claimed", "отправляются"),
    ("sent", "отправлены"),
    ("failed", "не приняты"),
    ("cancelled", "отменены"),
)
_MAX_SHOWN = 20


def waiting(found: Sequence[WaitingVersion]) -> Reply:
    """Entities changed both in the files and in the database; the database's version is in force."""
    listed = "\n".join(f"• {revisions.titled(one.key, one.ours or one.theirs)}" for one in found[:_MAX_SHOWN])
    more = f"\n… и ещё {len(found) - _MAX_SHOWN}" if len(found) > _MAX_SHOWN else ""
    head = "Изменено и в файлах, и в базе бота. Осталось как в базе, версия из файлов ждёт решения:"
    return Reply(parts=(Strong("Расхождение."), Text(f" {head}\n{listed}{more}\nРешить: /waiting")))


def deliveries(counts: Mapping[str, int], failures: Sequence[Failure]) -> Reply:
    """The number of messages in each state, and the latest that Telegram rejected."""
    lines = "\n".join(f"• {about}: {counts.get(state, 0)}" for state, about in _STATES)
    parts: list[Part] = [Strong("Рассылка"), Text(f"\n{lines}")]
    if failures:
        refused = "\n".join(
            f"• чат {one.chat_id}, {one.subject_id}: {shorten(one.reason, 120)}" for one in failures
        )
        parts += [Text("\n\n"), Strong("Telegram не принял:"), Text(f"\n{refused}")]
    return Reply(parts=tuple(parts))
