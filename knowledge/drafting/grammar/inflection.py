"""Puts words and phrases into another case, gender or number, keeping their capitals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from pymorphy3.analyzer import Parse

from knowledge.drafting.grammar.words import Word, words_of
from knowledge.language.morphology import readings

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_BARE_CASES = frozenset({"nomn", "gent", "gen1", "gen2"})
"""Those in which a noun follows another without agreeing with it: «остров Крым», «острова Крым»."""
_STEM = 3
"""Letters that forms of one word share."""


def like(written: str, model: str) -> str:
    """`written` with the capitals of `model`."""
    if len(model) > 1 and model.isupper():
        return written.upper()
    if model[:1].isupper():
        parts, models = written.split("-"), model.split("-")
        if len(parts) == len(models):
            return "-".join(
                part[:1].upper() + part[1:] if one[:1].isupper() else part
                for part, one in zip(parts, models, strict=True)
            )
        return written[:1].upper() + written[1:]
    return written


def inflected(word: Word, reading: Parse, grammemes: Iterable[str]) -> str | None:
    """The word in the form of these grammemes, by one of its readings; None where it has no such form."""
    if word.is_abbreviation or word.is_number:
        return word.text
    wanted = frozenset(grammemes)
    form = reading.inflect(wanted)
    if form is not None and "Supr" in reading.tag:
        form = _same_superlative(reading, wanted)
    return like(str(form[0]), word.text) if form is not None else None


def _same_superlative(reading: Parse, wanted: frozenset[str]) -> Parse | None:
    """The form of the superlative that was written: «лучшие» of «хороший» has «лучших», not «наихороших»."""
    every = map(Parse._make, reading.lexeme)
    forms = [one for one in every if "Supr" in one.tag and wanted <= one.tag.grammemes]
    nearest = max(forms, key=lambda one: _shared_letters(one, reading), default=reading)
    return nearest if _shared_letters(nearest, reading) >= _STEM else None


def _shared_letters(one: Parse, other: Parse) -> int:
    pairs = zip(one.word, other.word, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def agreement(reading: Parse) -> tuple[str | None, str | None, str | None]:
    """Case, number and, in the singular, gender."""
    tag = reading.tag
    number = str(tag.number) if tag.number else None
    gender = str(tag.gender) if tag.gender and number != "plur" else None
    return (str(tag.case) if tag.case else None, number, gender)


def agrees(modifier: Parse, noun: Parse) -> bool:
    case, number, gender = agreement(noun)
    its_case, its_number, its_gender = agreement(modifier)
    alike = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
    if alike.get(its_case or "", its_case) != alike.get(case or "", case):
        return False
    if its_number is not None and its_number != number:
        return False
    return number == "plur" or its_gender is None or gender is None or its_gender == gender


def phrase_in(words: Sequence[Word], head: int, reading: Parse, case: str) -> str | None:
    """A noun phrase in another case: its head by this reading and the modifiers that agree with it; what
    follows the head stays. None where a form is missing."""
    number = "plur" if reading.tag.number == "plur" else "sing"
    out: list[str] = []
    for place, word in enumerate(words):
        if place == head:
            form = inflected(word, reading, {case, number} if "Fixd" not in reading.tag else set())
        elif place < head and (agreeing := _agreeing(word, reading)) is not None:
            gender = {str(reading.tag.gender)} if number == "sing" and reading.tag.gender else set()
            animate = (
                _animacy(reading) if case == "accs" and (number == "plur" or gender == {"masc"}) else set()
            )
            form = inflected(word, agreeing, {case, number} | gender | animate)
        elif place == head + 1 and (named := _agreeing_name(word, reading)) is not None:
            form = inflected(word, named, {case})
        else:
            form = word.text
        if form is None:
            return None
        out.append((word.before if out else "") + form)
    return "".join(out)


def _agreeing_name(word: Word, noun: Parse) -> Parse | None:
    """«На острове Сухом»: a name that stands in the case of the noun before it goes on agreeing with it."""
    if not word.is_capital or word.is_abbreviation or word.before.strip() or noun.tag.case in _BARE_CASES:
        return None
    every = [one for one in word.readings if "Surn" not in one.tag]
    if any(one.tag.case == "nomn" for one in every):
        return None
    own = (one for one in every if str(one.tag.POS) == "ADJF" and agrees(one, noun))
    return next(own, next((one for one in every if one.tag.case == noun.tag.case), None))


def _animacy(reading: Parse) -> set[str]:
    return {"anim"} if "anim" in reading.tag else {"inan"}


def _agreeing(word: Word, noun: Parse) -> Parse | None:
    every = (*word.readings, *readings(word.text.lower()))
    return next((one for one in every if str(one.tag.POS) in _MODIFIERS and agrees(one, noun)), None)


def text_in(text: str, case: str) -> str | None:
    """A phrase in the nominative («министр юстиции США») in another case."""
    words = words_of(text)
    for place, word in enumerate(words):
        if _describes_next(words, place):
            continue
        for reading in word.readings:
            if str(reading.tag.POS) == "NOUN" and reading.tag.case == "nomn":
                made = phrase_in(words, place, reading, case)
                return made + text[words[-1].end :] if made is not None else None
    return None


def _describes_next(words: Sequence[Word], place: int) -> bool:
    """«взрослый билет»: what may be a noun is an adjective here."""
    after = words[place + 1] if place + 1 < len(words) else None
    adjectives = [one for one in words[place].readings if str(one.tag.POS) == "ADJF"]
    if after is None or after.before.strip() or after.is_capital or after.first_pos != "NOUN":
        return False
    nouns = [one for one in after.readings if str(one.tag.POS) == "NOUN" and one.tag.case == "nomn"]
    return any(agrees(one, noun) for one in adjectives for noun in nouns)


def name_in(name: str, case: str, *, female: bool) -> str | None:
    """A person's name in another case; None where a form is not sure."""
    out = []
    gender = "femn" if female else "masc"
    for word in words_of(name):
        read = [one for one in readings(word.text) if str(one.tag.POS) == "NOUN" and one.tag.case == "nomn"]
        mine = [one for one in read if one.tag.gender == gender] or [one for one in read if "Fixd" in one.tag]
        if word.text.endswith("."):
            out.append(word.text)
            continue
        if not mine:
            return None
        named = next((one for one in mine if {"Name", "Surn", "Patr"} & one.tag.grammemes), mine[0])
        form = word.text if "Fixd" in named.tag else inflected(word, named, {case, "sing"})
        if form is None:
            return None
        out.append(form)
    return " ".join(out)
