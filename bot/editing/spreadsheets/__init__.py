"""The base as sheets for an office program: an .xlsx workbook or CSV files.

A sheet is one file of the pack with a row an entity; in memory, rows of cell texts with the header first.
From outside import `workbook`, `csv_files` and `sheets`.
"""
