"""Ids of rows whose cell is empty: of a new record made from its title, of one in the base its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.editing.spreadsheets.headers import Sheet
from knowledge.facts.ids import propose_id

_ID = "id"
_TITLES: Mapping[str, str] = {"sources": "title", "people": "name", "events": "title", "facts": "says"}
"""By sheet, the column that an id is made from."""


def with_ids(name: str, header: Sequence[str], body: Sheet, own: Sheet) -> Sheet:
    """The rows of a sheet, each with an id; a row without its title has none. `own`: the base's sheet."""
    title = _TITLES.get(name)
    if title is None or title not in header or _ID not in header:
        return body
    id_at, title_at = header.index(_ID), header.index(title)
    ids = {text: key for key, text in _named(own[0], own[1:], title)}
    taken = {_cell(row, id_at) for row in body}
    rows = []
    for row in body:
        text = _cell(row, title_at)
        if text and not _cell(row, id_at):
            row = [*row, *[""] * (id_at + 1 - len(row))]
            known = ids.get(text)
            row[id_at] = known if known and known not in taken else propose_id(text, taken | {*ids.values()})
            taken.add(row[id_at])
        rows.append(row)
    return rows


def _named(header: Sequence[str], body: Sheet, title: str) -> Iterator[tuple[str, str]]:
    id_at, title_at = header.index(_ID), header.index(title)
    yield from ((_cell(row, id_at), _cell(row, title_at)) for row in body)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
