"""A number with what it counts in the form that the number asks for: «5 городов», «22 породы»."""

from __future__ import annotations

from knowledge.language.morphology import readings

_PERSON = ("человек", "человека", "человек")


def counted_noun(amount: float, noun: str) -> str | None:
    """None where the number is no whole one or the dictionary has no such form."""
    if amount != int(amount):
        return None
    number = int(amount)
    last, teen = number % 10, 11 <= number % 100 <= 14
    form = 2 if teen or last == 0 or last > 4 else 0 if last == 1 else 1
    told = _PERSON[form] if noun == _PERSON[0] else _inflected(noun, form)
    return f"{number:,} {told}".replace(",", " ") if told is not None else None


def _inflected(noun: str, form: int) -> str | None:
    parse = next((one for one in readings(noun) if one.tag.POS == "NOUN"), None)
    wanted = (frozenset({"nomn", "sing"}), frozenset({"gent", "sing"}), frozenset({"gent", "plur"}))[form]
    found = parse.inflect(wanted) if parse is not None else None
    return str(found[0]) if found is not None else None
