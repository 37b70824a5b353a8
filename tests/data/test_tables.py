"""Reading of tables: cells, indexes, and errors that name the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.data.tables import TableError, read_table, read_words, split_cell


def written(folder: Path, text: str) -> Path:
    file = folder / "table.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def test_rows_stand_under_their_columns_and_comments_are_skipped(tmp_path: Path) -> None:
    table = read_table(
        written(tmp_path, "# Months, и «ещё».\nnumber\tforms\n1\tянварь, янв\n# May.\n5\tмай\n"),
        "number",
        "forms",
    )
    assert list(table) == [["1", "январь, янв"], ["5", "май"]]
    assert table.column("forms") == ("январь, янв", "май")
    assert table.index("number", "forms", int) == {"январь": 1, "янв": 1, "май": 5}
    assert split_cell("дать добро, утвердить") == ["дать добро", "утвердить"]
    assert split_cell("") == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "header"),
        ("# only a comment\n", 1, "header"),
        ("# a comment\nword\tnumber\n", 2, "header must be number | words"),
        ("number\twords\n1\n", 2, "2 cells expected, 1 found"),
        ("number\twords\n\n1\tодин\t\n", 3, "2 cells expected, 3 found"),
        ("number\twords\n\tодин\n", 2, "first cell is empty"),
        ("number\twords\n1\tодин,два\n", 2, "comma"),
        ("number\twords\n1\tодин,\n", 2, "comma"),
        ("number\twords\n1\tодин, \n", 2, "stray space"),
        ("number\twords\n# a,b\n1 \tодин\n", 3, "stray space"),
    ],
)
def test_a_malformed_row_is_an_error_that_names_file_and_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    file = written(tmp_path, text)
    with pytest.raises(TableError) as error:
        read_table(file, "number", "words")
    assert (error.value.file, error.value.line) == (file, line)
    assert problem in error.value.problem
    assert str(error.value).startswith(f"{file}:{line}: ")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [("1\tодин\nдва\tдва\n", 3, "number"), ("1\tодин\n2\tдва, один\n", 3, "'один' stands twice")],
)
def test_an_index_refuses_a_bad_key_and_a_word_of_two_rows(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    table = read_table(written(tmp_path, f"number\twords\n{text}"), "number", "words")
    with pytest.raises(TableError) as error:
        table.index("number", "words", int)
    assert error.value.line == line
    assert problem in error.value.problem


def test_a_table_of_one_column_is_a_set_of_words() -> None:
    assert {"год", "гг"} <= read_words("calendar/years")
