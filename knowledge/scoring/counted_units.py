"""A number with its unit in the right form: «10 лет», «2,5 тонны»; only for units whose forms are known."""

from __future__ import annotations

from functools import cache

from knowledge.data.tables import read_table
from knowledge.language.values.tables import units

_FORMS = {unit: forms for unit, *forms in read_table("values/unit_forms", "unit", "one", "few", "many")}


def counted_units(amount: float, unit: str, factor: float) -> str | None:
    """`amount` in base units, told in the unit of that `factor`; None where its forms are not known."""
    forms = _forms_of(unit, factor)
    if forms is None:
        return None
    number = round(amount / factor, 2)
    if number != int(number):
        return f"{number:g} {forms[1]}".replace(".", ",")
    last, teen = int(number) % 10, 11 <= int(number) % 100 <= 14
    form = forms[2] if teen or last == 0 or last > 4 else forms[0] if last == 1 else forms[1]
    return f"{_in_thousands(int(number))} {form}"


def _in_thousands(number: int) -> str:
    """«2 900»."""
    return f"{number:,}".replace(",", " ")


@cache
def _forms_of(unit: str, factor: float) -> list[str] | None:
    for word, forms in _FORMS.items():
        known = units()[word]
        if known.name == unit and known.factor == factor:
            return forms
    return None
