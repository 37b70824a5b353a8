"""Sheets as CSV files, as office programs write and read them: UTF-8 with a mark or, when read, cp1251."""

from __future__ import annotations

import csv
import io
import re

from bot.editing.spreadsheets.headers import Sheet

_FORMULA = ("=", "+", "-", "@", "\t", "'")
"""What an office program would take for a formula: such a cell gets an apostrophe before it."""
_DELIMITERS = ";,\t"
_MIXED = re.compile("[a-zA-Z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][a-zA-Z]")
"""Inside a word: letters of another language, read in the wrong code."""
_RUSSIAN = re.compile("[а-яёА-ЯЁ«»„“”‘’—–…№\xa0]")


def write_csv(sheet: Sheet) -> bytes:
    into = io.StringIO(newline="")
    writer = csv.writer(into, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_guarded(cell) for cell in row] for row in sheet])
    return into.getvalue().encode("utf-8-sig")


def read_csv(content: bytes) -> Sheet:
    """Raises UnicodeDecodeError, and csv.Error where the text is no CSV."""
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [[_bare(cell) for cell in row] for row in rows]


def _decoded(content: bytes) -> str:
    """UTF-8, or the eight-bit code in which a Russian Excel saves CSV, if that gives Russian alone."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
        if _MIXED.search(text) or not all(_RUSSIAN.match(sign) for sign in text if not sign.isascii()):
            raise
        return text


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
