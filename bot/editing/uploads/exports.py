"""The base in the forms that an editor may take away: a zip of YAML or CSV files, a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.editing.spreadsheets.csv_files import write_csv
from bot.editing.spreadsheets.headers import with_russian_headers
from bot.editing.spreadsheets.sheets import to_sheets
from bot.editing.uploads.archives import CSV, REVISION_FILE, zip_files
from bot.records.loaded_base import LoadedBase
from knowledge.facts.pack import dump_pack


class ExportFormat(StrEnum):
    YAML = "yaml"
    XLSX = "xlsx"
    CSV = "csv"


def export_file(loaded: LoadedBase, form: ExportFormat) -> bytes:
    """One file with the whole base. Raises LongCellError where a workbook cannot hold it."""
    if form is ExportFormat.XLSX:
        from bot.editing.spreadsheets.workbook import write_workbook

        return write_workbook(with_russian_headers(to_sheets(loaded.base)), loaded.revision)
    return zip_files(_contents(loaded, form), loaded.revision)


def export_files(loaded: LoadedBase, form: ExportFormat) -> Mapping[str, bytes]:
    """YAML or CSV files by name, for a folder, with the revision beside them."""
    return {**_contents(loaded, form), REVISION_FILE: str(loaded.revision).encode()}


def _contents(loaded: LoadedBase, form: ExportFormat) -> Mapping[str, bytes]:
    if form is ExportFormat.CSV:
        sheets = with_russian_headers(to_sheets(loaded.base))
        return {f"{name}{CSV}": write_csv(sheet) for name, sheet in sheets.items()}
    return {name: text.encode() for name, text in dump_pack(loaded.base).items()}
