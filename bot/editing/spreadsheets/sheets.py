"""A base -> its sheets, and sheets -> a base, with every problem named by sheet and cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.editing.spreadsheets.cells import decode, encode, join_items, row_node, split_items
from bot.editing.spreadsheets.headers import TERMS_COLUMNS, Sheet, columns_of, keys_of
from bot.editing.spreadsheets.row_ids import with_ids
from bot.replies.editing.column_names import column_name
from knowledge.facts.model import FactBase
from knowledge.facts.pack import Code, PackError, Problem, base_from_trees, dump_pack, plain_rows
from knowledge.facts.pack.pack_files import PACK_FILES, PackFile
from knowledge.facts.pack.yaml_nodes import Marked, MarkedList
from knowledge.facts.pack.yaml_reader import read_marked

SHEETS = tuple(file.stem for file in PACK_FILES)


def to_sheets(base: FactBase) -> dict[str, Sheet]:
    """Sheets by name, all that a pack may have, so that an editor sees every column."""
    rows = plain_rows(base)
    return {file.stem: [columns_of(file), *_body(file, rows.get(file))] for file in PACK_FILES}


def from_sheets(sheets: Mapping[str, Sheet], base: FactBase, found: Sequence[Problem] = ()) -> FactBase:
    """The base with these sheets in place of its own. Raises PackError; `found` are problems seen before.

    Where the columns of a sheet are wrong its rows are not looked at: each would be wrong for it.
    """
    problems, own = list(found), to_sheets(base)
    texts = dump_pack(base)
    trees: dict[str, Marked] = {
        file.stem: read_marked(texts[file.name], file.name).tree for file in PACK_FILES if file.name in texts
    }
    headers = {name: keys_of(name, rows[0]) if rows else [] for name, rows in sheets.items()}
    for file in PACK_FILES:
        if file.stem in sheets:
            wrong = _header_problems(file, headers[file.stem], own[file.stem])
            problems += wrong
            if not wrong:
                body = _with_topic_ids(headers[file.stem], sheets[file.stem][1:], base)
                body = with_ids(file.stem, headers[file.stem], body, own[file.stem])
                trees[file.stem] = _tree(file, headers[file.stem], body)
    try:
        return base_from_trees(trees, {name: name for name in SHEETS}, found=problems)
    except PackError as error:
        raise PackError(_with_column(one, headers.get(one.file, [])) for one in error.problems) from None


def letter(place: int) -> str:
    """The name of a column counted from 0: A, B, …, Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _body(file: PackFile, rows: Any) -> list[list[str]]:
    if not rows:
        return []
    if file.stem == "terms":
        groups = [["synonyms", "", join_items(group)] for group in rows.get("synonyms", [])]
        named = [
            [kind, key, text] for kind in ("short", "topics") for key, text in rows.get(kind, {}).items()
        ]
        return groups + named
    listed = rows if file.is_list else [rows]
    return [[encode(key, row[key]) if key in row else "" for key in file.keys] for row in listed]


def _tree(file: PackFile, header: Sequence[str], body: Sheet) -> Marked:
    columns = columns_of(file)
    cells = [
        (line, {key: cell for key, cell in zip(header, row, strict=False) if key in columns and cell.strip()})
        for line, row in enumerate(body, start=2)
    ]
    rows = [(line, row) for line, row in cells if row]
    if file.stem == "terms":
        return _terms(rows)
    nodes = [
        row_node({key: decode(file.stem, key, cell, line) for key, cell in row.items()}, line)
        for line, row in rows
    ]
    if not file.is_list:
        return nodes[0] if nodes else None
    listed = MarkedList(1)
    listed.extend(nodes)
    listed.lines.extend(line for line, _ in rows)
    return listed


def _terms(rows: Sequence[tuple[int, Mapping[str, str]]]) -> Marked:
    synonyms, named = MarkedList(1), {kind: row_node({}, 1) for kind in ("short", "topics")}
    for line, row in rows:
        kind, key, text = (row.get(column, "").strip() for column in TERMS_COLUMNS)
        if kind in named and key:
            named[kind][key], named[kind].lines[key] = text or None, line
        elif kind == "synonyms":
            words = MarkedList(line)
            words.extend(split_items(text))
            words.lines.extend([line] * len(words))
            synonyms.append(words)
            synonyms.lines.append(line)
    values: dict[str, Marked] = {"synonyms": synonyms, **named}
    return row_node({kind: value for kind, value in values.items() if value}, 1)


def _header_problems(file: PackFile, header: Sequence[str], own: Sheet) -> list[Problem]:
    """`own`: the sheet as the base has it; a column that it fills may not be left out."""
    columns = columns_of(file)
    lacking = [key for key in _filled(own) if key not in header] if any(header) else []
    missing = "», «".join(column_name(file.stem, key) for key in lacking)
    problems = []
    for place, key in enumerate(header):
        if not key or (key in columns and key not in header[:place]):
            continue
        code, data = Code.DUPLICATE_COLUMN, {"key": column_name(file.stem, key)}
        if key not in columns:
            code = Code.RENAMED_COLUMN if missing else Code.UNKNOWN_COLUMN
            data |= {"missing": missing} if missing else {}
        problems.append(Problem(code=code, file=file.stem, line=1, column=letter(place), data=data))
    if missing and not any(one.code is Code.RENAMED_COLUMN for one in problems):
        data = {"missing": missing}
        problems.append(Problem(code=Code.MISSING_COLUMN, file=file.stem, line=1, data=data))
    return problems


def _with_topic_ids(header: Sequence[str], body: Sheet, base: FactBase) -> Sheet:
    """The rows with the id of a topic where its title is written."""
    if "topic" not in header:
        return body
    place, ids = header.index("topic"), {title.casefold(): key for key, title in base.terms.topics.items()}
    rows = [list(row) for row in body]
    for row in rows:
        if len(row) > place:
            row[place] = ids.get(row[place].strip().casefold(), row[place])
    return rows


def _filled(sheet: Sheet) -> list[str]:
    """The columns in which some row has a value."""
    header, *body = sheet
    return [key for place, key in enumerate(header) if any(row[place : place + 1] != [""] for row in body)]


def _with_column(problem: Problem, header: Sequence[str]) -> Problem:
    """The problem with the column of its key, by its name; an id's own key is `id`."""
    key = problem.data.get("key", "id").split(".")[0]
    if problem.column or problem.line is None or key not in header:
        return problem
    named = {"key": column_name(problem.file, key)} if "key" in problem.data else {}
    return replace(problem, column=letter(header.index(key)), data={**problem.data, **named})
