"""What a workbook cannot hold, or is not."""

from __future__ import annotations


class BrokenWorkbookError(Exception):
    """Not an .xlsx workbook, or a damaged or locked one."""


class LongCellError(Exception):
    """A text longer than a cell may be, on the sheet `sheet`."""

    def __init__(self, sheet: str, row: int) -> None:
        super().__init__(sheet, row)
        self.sheet, self.row = sheet, row
