"""The statements of the journal. Each takes all its rows as one JSON text, so that its own text never
changes: the database prepares it once, whatever the number of rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import TextClause, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Short keys of the JSON: n number, b body, s starts, c chat, u user, t time."""

    take: TextClause
    behind: TextClause | None
    """None where one process alone has the inbox."""
    already_handled: TextClause
    readers: TextClause
    count: TextClause
    """Here u is sends, and c 1 where the process leaves the update."""
    conversations: TextClause
    handled: TextClause
    leave: TextClause
    alive: TextClause
    leave_handled: TextClause
    """What a transaction stored that hung until its update was handled."""
    take_over: TextClause
    own: TextClause
    read: TextClause


def statements(dialect: str) -> Statements:
    return _SQLITE if dialect == "sqlite" else _POSTGRES


def _build(
    rows: str, ids: str, reader_rows: str, at: str, now: str, before: str, chat: str | None = None
) -> Statements:
    """`rows`, `ids` and `reader_rows` are table expressions over the JSON text `:rows`; `chat` is the id of
    the chat in the body of the inbox `{}`.
    """
    return Statements(
        take=text(
            "INSERT INTO inbox (update_id, body, owner, starts, sends)"
            f" SELECT r.n, r.b, :owner, r.s, r.s FROM {rows} WHERE true"
            " ON CONFLICT (update_id) DO NOTHING RETURNING update_id"
        ),
        behind=None
        if chat is None
        else text(
            f"SELECT mine.update_id FROM inbox mine WHERE mine.update_id IN {ids} AND EXISTS"
            " (SELECT 1 FROM inbox other WHERE other.owner <> :owner AND other.position < mine.position"
            f" AND {chat.format('other')} = {chat.format('mine')})"
        ),
        already_handled=text(f"SELECT update_id FROM updates WHERE update_id IN {ids}"),
        readers=text(
            "SELECT r.c AS chat_id, r.u AS user_id, v.body,"
            " EXISTS (SELECT 1 FROM fsm f WHERE f.user_id = r.u AND f.chat_id = r.c) AS form,"
            " EXISTS (SELECT 1 FROM chats h WHERE h.chat_id = r.c AND h.state <> 'active') AS unreachable"
            f" FROM {reader_rows}"
            " LEFT JOIN conversations v ON v.chat_id = r.c AND v.user_id = r.u"
        ),
        count=text(
            "UPDATE inbox SET starts = r.s, sends = r.u, owner = CASE r.c WHEN 1 THEN '' ELSE owner END"
            f" FROM {rows} WHERE inbox.update_id = r.n AND inbox.owner = :owner RETURNING update_id"
        ),
        conversations=text(
            "INSERT INTO conversations (chat_id, user_id, body, at)"
            f" SELECT r.c, r.u, r.b, {at} FROM {rows} WHERE true"
            " ON CONFLICT (chat_id, user_id) DO UPDATE SET body = excluded.body, at = excluded.at"
        ),
        handled=text(
            f"INSERT INTO updates (update_id, at) SELECT r.n, {at} FROM {rows} WHERE true"
            " ON CONFLICT (update_id) DO NOTHING"
        ),
        leave=text(f"DELETE FROM inbox WHERE update_id IN {ids}"),
        alive=text(
            f"INSERT INTO processes (owner, seen_at) VALUES (:owner, {now})"
            " ON CONFLICT (owner) DO UPDATE SET seen_at = excluded.seen_at"
        ),
        leave_handled=text(
            "DELETE FROM inbox WHERE EXISTS (SELECT 1 FROM updates u WHERE u.update_id = inbox.update_id)"
        ),
        own=text("SELECT update_id FROM inbox WHERE owner = :owner"),
        read=text(f"SELECT position, update_id, body, starts, sends FROM inbox WHERE update_id IN {ids}"),
        take_over=text(
            "UPDATE inbox SET owner = :owner WHERE owner <> :owner"
            " AND (substr(owner, 1, length(CAST(:mine AS text))) = CAST(:mine AS text) OR NOT EXISTS"
            f" (SELECT 1 FROM processes p WHERE p.owner = inbox.owner AND p.seen_at > {before}))"
            " RETURNING position, update_id, body, starts, sends"
        ),
    )


def _chat_in(*paths: str) -> str:
    """The first of the paths that the body has."""
    return f"coalesce({', '.join(f'{{0}}.body #>> $${{{{{path},id}}}}$$' for path in paths)})"


_SQLITE = _build(
    rows=(
        "(SELECT value ->> '$.n' AS n, value -> '$.b' AS b, value ->> '$.s' AS s, value ->> '$.c' AS c,"
        " value ->> '$.u' AS u, value ->> '$.t' AS t FROM json_each(:rows)) AS r"
    ),
    ids="(SELECT value FROM json_each(:rows))",
    reader_rows="(SELECT value ->> '$.c' AS c, value ->> '$.u' AS u FROM json_each(:rows)) AS r",
    at="r.t",
    now="strftime('%Y-%m-%d %H:%M:%f000', 'now')",
    before="strftime('%Y-%m-%d %H:%M:%f000', 'now', -:lease || ' seconds')",
)
_POSTGRES = _build(
    rows=(
        "json_to_recordset(CAST(CAST(:rows AS text) AS json))"
        " AS r(n bigint, b json, s integer, c bigint, u bigint, t timestamptz)"
    ),
    ids=(
        "(SELECT CAST(j.value AS bigint)"
        " FROM json_array_elements_text(CAST(CAST(:rows AS text) AS json)) AS j)"
    ),
    reader_rows="json_to_recordset(CAST(CAST(:rows AS text) AS json)) AS r(c bigint, u bigint)",
    at="r.t",
    now="clock_timestamp()",
    before="clock_timestamp() - make_interval(secs => CAST(:lease AS float8))",
    chat=_chat_in(
        *("message,chat", "edited_message,chat", "callback_query,message,chat", "message_reaction,chat")
    ),
)
