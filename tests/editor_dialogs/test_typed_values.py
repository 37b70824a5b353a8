"""What an editor types becomes a value of its field, or a named fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.editing.forms.fields import FIELDS, Field, Form
from bot.editing.forms.typed_values import (
    MAX_LINES,
    InputError,
    InputFault,
    parse_date,
    parse_id,
    parse_lines,
    parse_number,
    parse_text,
    parse_unique_text,
)
from knowledge.facts.dates import EdtfDate

TODAY = date(2027, 5, 1)


def field_of(form: Form, name: str) -> Field:
    return next(one for one in FIELDS[form] if one.name == name)


SHORT, URL = field_of(Form.SHORT, "short"), field_of(Form.SOURCE, "url")


def fault_of(parse: Callable[[], object]) -> InputFault:
    with pytest.raises(InputError) as caught:
        parse()
    return caught.value.fault


@pytest.mark.parametrize(("typed", "number"), [(" 7 ", 7), ("1", 1), ("1000000", 1_000_000), ("007", 7)])
def test_a_number_is_taken(typed: str, number: int) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "-1", "1000001", "12а", "1 2", "٣", "00000001"])
def test_what_is_no_number_of_a_paragraph_is_refused(typed: str) -> None:
    assert fault_of(lambda: parse_number(typed)) is InputFault.BAD_NUMBER


def test_a_text_is_trimmed_and_must_be_printable() -> None:
    assert parse_text("  США\n", SHORT) == "США"
    assert fault_of(lambda: parse_text(" \n ", SHORT)) is InputFault.EMPTY
    assert fault_of(lambda: parse_text("С\x00А", SHORT)) is InputFault.CONTROL


def test_a_text_too_long_is_measured_as_telegram_measures_it() -> None:
    with pytest.raises(InputError) as caught:
        parse_text("😀" * 21, SHORT)
    assert caught.value.data == {"size": "42", "limit": "40"}


def test_an_address_is_taken() -> None:
    assert parse_text("https://пример.рф/новость", URL) == "https://пример.рф/новость"


@pytest.mark.parametrize(
    "typed", ["пример.рф", "ftp://example.org", "https://localhost", "https://example.org и ещё"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    assert fault_of(lambda: parse_text(typed, URL)) is InputFault.BAD_ADDRESS


def test_a_name_that_is_taken_is_refused() -> None:
    assert parse_unique_text(" США ", SHORT, {"КНР"}) == "США"
    assert fault_of(lambda: parse_unique_text(" США ", SHORT, {"США"})) is InputFault.TAKEN


def test_lines_are_added_once_each() -> None:
    assert parse_lines("Где?\n\n Когда? \nГде?", SHORT, ["Кто?", "Когда?"]) == ["Кто?", "Когда?", "Где?"]
    assert fault_of(lambda: parse_lines("\n \n", SHORT, ["Кто?"])) is InputFault.EMPTY


def test_so_many_lines_are_taken_and_no_more() -> None:
    lines = [f"Что {number}?" for number in range(MAX_LINES + 1)]
    assert len(parse_lines("\n".join(lines[1:]), SHORT, [])) == MAX_LINES
    with pytest.raises(InputError) as caught:
        parse_lines(lines[-1], SHORT, lines[:-1])
    assert caught.value.fault is InputFault.TOO_MANY
    assert caught.value.data == {"limit": str(MAX_LINES)}


def test_an_id_is_lower_case_latin_and_free() -> None:
    assert parse_id(" Second-Dialogue ", {"first-dialogue"}) == "second-dialogue"
    assert fault_of(lambda: parse_id("второй", set())) is InputFault.BAD_ID
    assert fault_of(lambda: parse_id("Second", {"second"})) is InputFault.TAKEN


def test_a_date_counts_from_today_and_a_wrong_one_says_why() -> None:
    assert parse_date("завтра", TODAY) == EdtfDate.parse("2027-05-02")
    assert parse_date("14 июня 2016", TODAY) == EdtfDate.parse("2016-06-14")
    with pytest.raises(InputError) as caught:
        parse_date("когда-нибудь", TODAY)
    assert caught.value.fault is InputFault.BAD_DATE
    assert caught.value.data["reason"]
