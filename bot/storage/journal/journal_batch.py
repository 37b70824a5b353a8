"""What one transaction of the journal writes and reads: rows of many updates, a statement for each kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert

from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing
from bot.storage.journal.journal_sql import Statements
from bot.storage.journal.reader_memory import Key
from bot.storage.tables import asked
from knowledge.conversation import NEW, Conversation, from_json, to_json

_NO_TIME = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
_ASKED = insert(asked)


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """What the database has of a reader."""

    key: Key
    conversation: Conversation
    form: bool
    unreachable: bool


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How each update that was taken stands, and who asked."""

    standings: dict[int, Standing]
    readers: Sequence[ReaderRow]
    held: frozenset[int] = frozenset()
    """Of those that are counted: which are still this process's."""


@dataclass(frozen=True, slots=True)
class CountsRow:
    """`leaves`: the process has the update no longer."""

    counts: Counts
    leaves: bool


@dataclass(slots=True)
class Batch:
    """Rows in the order in which they were given; the last conversation of a reader counts."""

    taken: list[Incoming] = field(default_factory=list)
    counts: dict[int, CountsRow] = field(default_factory=dict)
    conversations: dict[Key, Conversation] = field(default_factory=dict)
    asked: list[AskedQuestion] = field(default_factory=list)
    handled: dict[int, datetime] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """The number of rows that wait until after the reply."""
        return len(self.conversations) + len(self.asked) + len(self.handled)

    def __bool__(self) -> bool:
        return bool(self.taken or self.counts or self.rows)

    def before(self, newer: Batch) -> None:
        """Put `newer` behind what is here."""
        self.conversations |= newer.conversations
        self.asked += newer.asked
        self.handled |= newer.handled
        self.counts |= newer.counts

    def only_rows(self) -> Batch:
        return replace(self, taken=[])

    def split(self) -> list[Batch]:
        """One batch for each row: one that the database refuses then hinders no other."""
        return [
            *(Batch(taken=[one]) for one in self.taken),
            *(Batch(counts={number: one}) for number, one in self.counts.items()),
            *(Batch(conversations={key: one}) for key, one in self.conversations.items()),
            *(Batch(asked=[one]) for one in self.asked),
            *(Batch(handled={number: at}) for number, at in self.handled.items()),
        ]

    def write(self, connection: Connection, sql: Statements, owner: str) -> BatchResult:
        """Everything inside an open transaction; the rows of earlier updates before new ones are read."""
        self._write_answered(connection, sql)
        held: frozenset[int] = frozenset()
        if self.counts:
            held = frozenset(connection.scalars(sql.count, {"rows": self._counted(), "owner": owner}))
        if not self.taken:
            return BatchResult({}, (), held)
        return BatchResult(self._take(connection, sql, owner), self._readers(connection, sql), held)

    def _counted(self) -> str:
        return json.dumps(
            [
                {"n": number, "s": one.counts.starts, "u": one.counts.sends, "c": int(one.leaves)}
                for number, one in self.counts.items()
            ]
        )

    def _write_answered(self, connection: Connection, sql: Statements) -> None:
        if self.conversations:
            rows = [
                {"c": key[0], "u": key[1], "b": to_json(one), "t": _instant(one.at or _NO_TIME, connection)}
                for key, one in self.conversations.items()
            ]
            connection.execute(sql.conversations, {"rows": _dumped(rows)})
        if self.asked:
            connection.execute(_ASKED, [_asked_row(one) for one in self.asked])
        if self.handled:
            marks = [{"n": number, "t": _instant(at, connection)} for number, at in self.handled.items()]
            connection.execute(sql.handled, {"rows": _dumped(marks)})
            connection.execute(sql.leave, {"rows": json.dumps(list(self.handled))})

    def _take(self, connection: Connection, sql: Statements, owner: str) -> dict[int, Standing]:
        rows = [{"n": one.number, "b": one.body, "s": int(one.starts)} for one in self.taken]
        new = set(connection.scalars(sql.take, {"rows": _dumped(rows), "owner": owner}))
        numbers = json.dumps([one.number for one in self.taken])
        # After the insertion: another process may have finished an update while the insertion waited for it.
        handled = set(connection.scalars(sql.already_handled, {"rows": numbers}))
        if again := new & handled:
            connection.execute(sql.leave, {"rows": json.dumps(list(again))})
        found = {one.number: Standing.NEW if one.number in new else Standing.HELD for one in self.taken}
        found |= dict.fromkeys(self._behind(connection, sql, owner) & new, Standing.BEHIND)
        return found | dict.fromkeys(handled, Standing.HANDLED)

    def look(self, connection: Connection, sql: Statements, owner: str) -> BatchResult:
        """What was taken before: whether it is behind still, and who asked."""
        behind = self._behind(connection, sql, owner)
        found = {one.number: Standing.BEHIND if one.number in behind else Standing.NEW for one in self.taken}
        return BatchResult(found, self._readers(connection, sql))

    def _behind(self, connection: Connection, sql: Statements, owner: str) -> set[int]:
        if sql.behind is None:
            return set()
        numbers = json.dumps([one.number for one in self.taken])
        return set(connection.scalars(sql.behind, {"rows": numbers, "owner": owner}))

    def _readers(self, connection: Connection, sql: Statements) -> Sequence[ReaderRow]:
        keys = dict.fromkeys((one.chat_id, one.user_id) for one in self.taken if one.chat_id and one.user_id)
        if not keys:
            return ()
        rows = _dumped([{"c": chat, "u": user} for chat, user in keys])
        return [
            ReaderRow(
                (row.chat_id, row.user_id), _conversation(row.body), bool(row.form), bool(row.unreachable)
            )
            for row in connection.execute(sql.readers, {"rows": rows})
        ]


def stored_body(body: Any) -> Any:
    """The value of a JSON column: SQLite gives its text, PostgreSQL's driver what it holds."""
    return json.loads(body) if isinstance(body, str | bytes) else body


def _conversation(body: Any) -> Conversation:
    """A new one where none is stored, or one of an incompatible version."""
    if body is None:
        return NEW
    try:
        return from_json(stored_body(body))
    except (KeyError, ValueError):
        return NEW


def _asked_row(question: AskedQuestion) -> dict[str, Any]:
    return asdict(question) | {"facts": list(question.facts), "understood": question.understood or None}


def _instant(at: datetime, connection: Connection) -> str:
    """As the column stores it (see `Instant`)."""
    if at.tzinfo is None:
        raise ValueError("a naive datetime must not reach the database")
    at = at.astimezone(UTC)
    return f"{at:%Y-%m-%d %H:%M:%S.%f}" + ("" if connection.dialect.name == "sqlite" else "+00:00")


def _dumped(rows: object) -> str:
    return json.dumps(rows, ensure_ascii=False)
