"""The base as .xlsx and .csv: lossless both ways, problems by sheet and cell."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from openpyxl import Workbook, load_workbook

from bot.editing.spreadsheets.cells import decode
from bot.editing.spreadsheets.csv_files import read_csv, write_csv
from bot.editing.spreadsheets.errors import BrokenWorkbookError
from bot.editing.spreadsheets.headers import with_russian_headers
from bot.editing.spreadsheets.sheets import from_sheets, letter, to_sheets
from bot.editing.spreadsheets.workbook import read_workbook, write_workbook
from bot.replies.problems import line
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError
from tests.editing.harness import BASE
from tests.hypothesis_profiles import max_examples
from tests.pack.strategies import bases

LIMIT = 10_000_000
_slow = max_examples(15, HealthCheck.too_slow)


@_slow
@given(bases())
def test_any_base_comes_back_equal_from_a_workbook(base: FactBase) -> None:
    read = read_workbook(write_workbook(with_russian_headers(to_sheets(base)), 7), LIMIT)
    assert read.revision == 7
    assert from_sheets(read.sheets, BASE, read.problems) == base


@_slow
@given(bases())
def test_any_base_comes_back_equal_from_csv_files(base: FactBase) -> None:
    files = {name: write_csv(sheet) for name, sheet in with_russian_headers(to_sheets(base)).items()}
    assert from_sheets({name: read_csv(content) for name, content in files.items()}, BASE) == base


def _edited(**cells: Any) -> bytes:
    """The workbook of the base with some cells of the sheet of facts changed."""
    book = load_workbook(BytesIO(write_workbook(to_sheets(BASE), 1)))
    for place, value in cells.items():
        book["facts"][place] = value
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _column(key: str) -> str:
    return letter(to_sheets(BASE)["facts"][0].index(key))


def _problems(content: bytes) -> list[str]:
    read = read_workbook(content, LIMIT)
    with pytest.raises(PackError) as raised:
        from_sheets(read.sheets, BASE, read.problems)
    return [line(problem) for problem in raised.value.problems]


def test_line_breaks_of_a_cell_are_read_by_any_program() -> None:
    shown = load_workbook(BytesIO(write_workbook(to_sheets(BASE), 7)))
    texts = [str(cell.value) for sheet in shown for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("\n" in text for text in texts)
    assert not any("_x000" in text.lower() for text in texts)


def test_a_new_row_needs_no_id_and_a_row_of_the_base_keeps_its_own() -> None:
    header, *rows = to_sheets(BASE)["facts"]
    new = dict.fromkeys(header, "") | {"says": "Вход на диалог свободный.", "questions": "Всех ли пустят?"}
    own, added = header.index("id"), [*(new | {"topic": "next"}).values()]
    anonymous = [["" if place == own else cell for place, cell in enumerate(row)] for row in rows]
    read = from_sheets({"facts": [header, *anonymous, added, added]}, BASE)
    assert read.facts[: len(BASE.facts)] == BASE.facts
    assert [one.id for one in read.facts[len(BASE.facts) :]] == [
        "vkhod-na-dialog-svobodnyi",
        "vkhod-na-dialog-svobodnyi-2",
    ]
    file = to_sheets(BASE)["people"]
    person = ["Анна Белова" if key == "name" else "" for key in file[0]]
    assert from_sheets({"people": [*file, person]}, BASE).people[-1].id == "anna-belova"


def test_a_problem_names_sheet_and_cell() -> None:
    when = f"{_column('when')}3"
    (problem,) = _problems(_edited(**{when: "летом"}))
    assert problem.startswith(f"лист facts, ячейка {when}: «летом» не дата")


def test_an_unknown_column_and_a_formula_are_named() -> None:
    says = f"{_column('says')}2"
    problems = _problems(_edited(Z1="заметки", **{says: "=1+1"}))
    assert (
        problems[0]
        == "лист facts, ячейка Z1: столбца «заметки» в базе нет: верните прежнее название или уберите столбец"
    )
    assert any(problem.startswith(f"лист facts, ячейка {says}: здесь формула") for problem in problems)


def test_a_problem_is_told_in_the_words_of_a_table_and_a_topic_may_be_written_by_its_title() -> None:
    says, topic, paragraph = f"{_column('says')}2", f"{_column('topic')}2", f"{_column('paragraph')}2"
    assert _problems(_edited(**{says: None, paragraph: "пятый"})) == [
        f"лист facts, ячейка {says}: ячейка столбца «Утверждение» пуста: заполните её",
        f"лист facts, ячейка {paragraph}: «пятый» не подходит: нужно целое число от 1",
    ]
    key, title = next(iter(BASE.terms.topics.items()))
    read = read_workbook(_edited(**{topic: title}), LIMIT)
    assert from_sheets(read.sheets, BASE).facts[0].topic == key


def test_columns_that_are_renamed_or_left_out_are_named_in_one_line_each() -> None:
    says, where = _column("says"), _column("where")
    assert _problems(_edited(**{f"{says}1": "Сказано"})) == [
        f"лист facts, ячейка {says}1: столбца «сказано» в базе нет, не хватает «Утверждение»: "
        "верните прежнее название"
    ]
    assert _problems(_edited(**{f"{says}1": None, f"{where}1": None})) == [
        "лист facts, ячейка A1: нет столбца «Утверждение», «Место», а в базе он заполнен: "
        "верните его, хотя бы пустым"
    ]
    filled = to_sheets(BASE)["facts"]
    empty = filled[0].index("until")
    assert from_sheets({"facts": [[*row[:empty], *row[empty + 1 :]] for row in filled]}, BASE) == BASE


def test_columns_are_called_in_russian_or_by_the_keys_of_the_pack() -> None:
    mixed = to_sheets(BASE)
    named = with_russian_headers(mixed)
    for sheet, (header, *body) in named.items():
        assert len({*header}) == len(header), "no two columns are called alike"
        assert all(re.fullmatch(r"[А-ЯЁ][а-яё ]+", cell) for cell in header)
        half = len(header) // 2
        mixed[sheet] = [[*header[:half], *mixed[sheet][0][half:]], *body]
    assert from_sheets(mixed, BASE) == BASE


def _moment(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment without a zone, as a workbook holds it."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("value", "shown_as", "date"),
    [
        (_moment(2016, 6, 14), "dd.mm.yyyy", "2016-06-14"),
        (_moment(2016, 6, 14, 15, 0), "dd.mm.yyyy hh:mm", "2016-06-14T15:00"),
        (_moment(2016, 6, 1), "mmm yy", "2016-06"),
        (2016, "General", "2016"),
        ("14.6.2016", "@", "2016-06-14"),
    ],
)
def test_a_date_that_an_office_program_rewrote_is_read(value: object, shown_as: str, date: str) -> None:
    place = f"{_column('when')}2"
    book = load_workbook(BytesIO(_edited(**{place: value})))
    book["facts"][place].number_format = shown_as
    into = BytesIO()
    book.save(into)
    read = read_workbook(into.getvalue(), LIMIT)
    assert str(from_sheets(read.sheets, BASE).facts[0].when) == date


def test_an_absent_sheet_leaves_that_part_of_the_base() -> None:
    sheets = {"facts": to_sheets(BASE)["facts"]}
    assert from_sheets(sheets, BASE) == BASE


def test_no_workbook_and_a_bomb_are_refused() -> None:
    other = BytesIO()
    Workbook().save(other)
    for content, limit in ((b"PK nothing", LIMIT), (b"", LIMIT), (_edited(), 1000)):
        with pytest.raises(BrokenWorkbookError):
            read_workbook(content, limit)
    assert read_workbook(other.getvalue(), LIMIT).sheets == {}


def test_a_cell_of_csv_is_never_a_formula() -> None:
    cells = ["=cmd()", "+7", "-1", "@x", "'quoted", "plain"]
    content = write_csv([cells])
    assert read_csv(content) == [cells]
    assert b"'=cmd()" in content


def test_a_csv_of_a_russian_excel_is_read_and_other_bytes_are_not() -> None:
    cells = ["Второй диалог — в «Пекине»", "№ 5", "plain"]
    assert read_csv(";".join(cells).encode("cp1251")) == [cells]
    with pytest.raises(UnicodeDecodeError):
        read_csv("Zürich;naïve".encode("cp1252"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22 апреля 2027", "2027-04-22"),
        ("июнь 2016 года", "2016-06"),
        ("с 2 по 5 августа 2023", "2023-08-02/2023-08-05"),
        ("завтра", "завтра"),
        ("22 апреля", "22 апреля"),
        ("2027-04-22", "2027-04-22"),
    ],
)
def test_a_date_in_words_is_read_where_it_has_its_year(typed: str, read: str) -> None:
    assert decode("events", "when", typed, 2) == read
