"""What owners are told: versions of the files that wait for a decision, deliveries that failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.records.outbox import Failure
from bot.replies.answers.options import shorten
from bot.replies.cli import revisions
from bot.replies.parts import Part, Reply, Strong, Text
from knowledge.facts.serialization import Key

_STATES = (
    ("planned", "ждут срока или отправки"),
    ("claimed", "отправляются"),
    ("sent", "отправлены"),
    ("failed", "не приняты"),
    ("cancelled", "отменены"),
)
_SHOWN = 20


def waiting(keys: Sequence[Key]) -> Reply:
    """These were changed both in the files and in the database; the database's version stands."""
    listed = "\n".join(f"• {revisions.name(key)}" for key in keys[:_SHOWN])
    more = f"\n… и ещё {len(keys) - _SHOWN}" if len(keys) > _SHOWN else ""
    head = "Изменено и в файлах, и в базе бота. Осталось как в базе, версия из файлов ждёт решения:"
    return Reply(parts=(Strong("Расхождение."), Text(f" {head}\n{listed}{more}\nРешить: /waiting")))


def deliveries(counts: Mapping[str, int], failures: Sequence[Failure]) -> Reply:
    """How many messages are in each state, and the newest that Telegram refused."""
    lines = "\n".join(f"• {about}: {counts.get(state, 0)}" for state, about in _STATES)
    parts: list[Part] = [Strong("Рассылка"), Text(f"\n{lines}")]
    if failures:
        refused = "\n".join(
            f"• чат {one.chat_id}, {one.subject_id}: {shorten(one.reason, 120)}" for one in failures
        )
        parts += [Text("\n\n"), Strong("Telegram не принял:"), Text(f"\n{refused}")]
    return Reply(parts=tuple(parts))
