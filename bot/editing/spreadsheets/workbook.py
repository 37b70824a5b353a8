"""Sheets as an .xlsx workbook (openpyxl): every cell is text, so that no office program rewrites a date.

Imported where a workbook is read or written: openpyxl loads NumPy, for which no start need wait.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import IntProperty
from openpyxl.styles import Alignment, Font
from openpyxl.utils.escape import escape, unescape

from bot.editing.spreadsheets.errors import BrokenWorkbookError, LongCellError
from bot.editing.spreadsheets.headers import Sheet, keys_of
from bot.editing.spreadsheets.sheets import SHEETS, letter
from knowledge.facts.pack import Code, Problem

LONGEST_CELL = 32_767
"""Characters; what the format allows."""
_REVISION = "revision"
_MOST_COLUMNS = 40
_WIDE = frozenset({"about", "examples", "questions", "says", "text", "title"})
_TEXT = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWorkbook:
    """`revision`: of the base that the workbook was exported from, None where it does not say."""

    sheets: Mapping[str, Sheet]
    problems: tuple[Problem, ...]
    revision: int | None


def write_workbook(sheets: Mapping[str, Sheet], revision: int) -> bytes:
    """Raises LongCellError."""
    book: Any = Workbook()
    book.remove(book.worksheets[0])
    book.custom_doc_props.append(IntProperty(name=_REVISION, value=revision))
    for name, sheet in sheets.items():
        _write_sheet(book.create_sheet(name), sheet)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def read_workbook(content: bytes, limit: int) -> ReadWorkbook:
    """`limit`: bytes of the unpacked workbook. Raises BrokenWorkbookError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > limit:
                raise BrokenWorkbookError
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(BytesIO(content), read_only=True)
            problems: list[Problem] = []
            sheets = {
                sheet.title: list(_rows(sheet, problems))
                for sheet in book.worksheets
                if sheet.title in SHEETS
            }
            return ReadWorkbook(sheets=sheets, problems=tuple(problems), revision=_revision(book))
    except BrokenWorkbookError:
        raise
    except Exception as error:  # The library's XML readers raise what they meet in a hostile file.
        raise BrokenWorkbookError from error


def _write_sheet(into: Any, sheet: Sheet) -> None:
    for number, row in enumerate(sheet, start=1):
        for place, text in enumerate(row, start=1):
            if len(text) > LONGEST_CELL:
                raise LongCellError(into.title, number)
            cell = into.cell(row=number, column=place)
            if text:
                # Set as text: the library takes what begins with «=» for a formula.
                # A line break stays one, so that any office program shows it; openpyxl would escape it, too.
                cell.value, cell.data_type = "\n".join(map(escape, text.split("\n"))), "s"
            cell.number_format, cell.alignment = _TEXT, Alignment(wrap_text=True, vertical="top")
    for place, key in enumerate(keys_of(into.title, sheet[0]), start=1):
        into.cell(row=1, column=place).font = Font(bold=True)
        column = into.column_dimensions[letter(place - 1)]
        column.width, column.number_format = 60 if key in _WIDE else 18, _TEXT
    into.freeze_panes = "B2"


def _rows(sheet: Any, problems: list[Problem]) -> Iterator[list[str]]:
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
        texts = []
        for place, cell in enumerate(row):
            if cell.data_type in ("f", "e"):
                problems.append(
                    Problem(code=Code.FORMULA, file=sheet.title, line=number, column=letter(place))
                )
            texts.append(_text(cell))
        yield texts


def _text(cell: Any) -> str:
    """What the cell shows, as far as a pack can tell: a date without its day is a month."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return _date_text(value, cell.number_format or "")
    return unescape(str(value)).replace("\r\n", "\n") if cell.data_type != "f" else ""


def _date_text(value: date, shown_as: str) -> str:
    if "d" not in shown_as.lower():
        return value.strftime("%Y-%m")
    clock = isinstance(value, datetime) and (value.hour or value.minute)
    return value.strftime("%Y-%m-%dT%H:%M" if clock else "%Y-%m-%d")


def _revision(book: Any) -> int | None:
    value = next((one.value for one in book.custom_doc_props.props if one.name == _REVISION), None)
    return value if isinstance(value, int) else None
