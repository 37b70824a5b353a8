"""Words of the calendar: lemmas, and the forms that people type, as numbers."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.data.tables import read_table, read_words, split_cell

_MONTHS = read_table("calendar/months", "number", "lemma", "adjective", "forms")
_SEASONS = read_table("calendar/seasons", "number", "lemma", "forms")
_WEEKDAYS = read_table("calendar/weekdays", "number", "lemma", "forms")
MONTHS, MONTH_ADJECTIVES = _MONTHS.column("lemma"), _MONTHS.column("adjective")
"""Lemmas, January's first."""
WEEKDAYS = _WEEKDAYS.column("lemma")
"""Lemmas, Monday's first."""
SEASONS: Mapping[int, str] = {number: word for word, number in _SEASONS.index("number", "lemma", int).items()}
"""EDTF number -> lemma."""
MONTH_FORMS: Mapping[str, int] = _MONTHS.index("number", "forms", int)
SEASON_FORMS: Mapping[str, int] = _SEASONS.index("number", "forms", int)
"""Form -> EDTF number, 21 for spring."""
WEEKDAY_FORMS: Mapping[str, int] = _WEEKDAYS.index("number", "forms", int)
"""Form -> number as `date.weekday()` has it."""
RELATIVE_DAYS = read_table("calendar/relative_days", "offset", "words").index("offset", "words", int)
"""«вчера» -> -1: days from today."""
RELATIVE = read_table("calendar/relative", "offset", "words").index("offset", "words", int)
"""«прошлом» of «в прошлом году» -> -1: which one, counted from this."""
UNITS = read_table("calendar/units", "unit", "words").index("unit", "words", str)
"""Form -> `day`, `week`, `month` or `year`."""
LENGTHS = {
    word: (unit, int(count))
    for unit, count, written in read_table("calendar/lengths", "unit", "count", "words")
    for word in split_cell(written)
}
"""«полгода» -> six months."""
VAGUE = read_words("calendar/vague")
"""«в середине», «примерно»: a date is taken without them."""
YEARS = read_words("calendar/years")
"""Forms of «год» and its abbreviations."""
_INTERVALS = {part: split_cell(words) for part, words in read_table("calendar/intervals", "part", "words")}
FROM, TO, UNTIL = _INTERVALS["from"], _INTERVALS["to"], _INTERVALS["until"]
"""Words at the start and before the end of an interval; before the end of one without a start."""
