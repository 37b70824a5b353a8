"""«Где был диалог, в Пекине?»: a question whose reader guesses the answer at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import alternation, read_groups
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import TIMES
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Slot
from knowledge.understanding.pronouns import refers
from knowledge.understanding.question import Question, parse_question

_TAIL = re.compile(r"^(?P<asked>[^,?]+)[,:]\s+(?P<guess>[^,?]+?)\s*\?\s*$")
_WORDS = read_groups("requests/offered")
_OFFERED = re.compile(
    rf"^(?P<asked>.+?)[\s,.;:?!—–-]+(?:{alternation(_WORDS['opening'])})\s*[:—–-]\s*(?P<guess>.+?)\W*$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"^(?P<asked>.*\bсколько\b.+?)[,:]?\s+(?P<guess>(?P<first>\w+)\s+или\s+(?P<second>\w+))\W*$",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_IN_PLACE = read_groups("function_words/prepositions")["place_stated"]
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK})
_NAMING = frozenset({"NOUN", "ADJF", "UNKN", "LATN"})
_JOINED = frozenset({"или"})


@dataclass(frozen=True, slots=True)
class Guess:
    """The question without the guess, and what it states with it; None where nothing is to be stated."""

    asked: str
    stated: str | None
    words: frozenset[str]
    """Keys of the words of the guess."""
    several: bool
    """Whether there are two, joined by «или», one of which must be the answer."""


def read_guess(text: str, lexicon: Lexicon) -> Guess | None:
    """The guess of a question that has just one slot, of which it is a value; None where there is none."""
    listed = _listed(text)
    if listed is not None:
        return Guess(f"{listed}?", None, frozenset(), False)
    found = _TAIL.match(text)
    if found is None:
        return None
    asked = parse_question(found["asked"], lexicon, asking=True)
    guess = lexicon.read(found["guess"])
    if len(asked.slots) != 1 or len(guess) > _MOST_WORDS or not _has_subject(asked) or _compares(asked):
        return None
    offered = [one for one in re.split(r"\s+или\s+", found["guess"]) if one]
    if not all(_fits(one, asked.slot, lexicon) for one in offered):
        return None
    keys = frozenset(key for term in guess for key, _ in term.keys)
    is_stated = len(offered) == 1 and asked.slot in (Slot.PLACE, Slot.DATE, Slot.NUMBER)
    stated = f"{_without_asking(asked)} {found['guess']}?" if is_stated else None
    of_names = len(offered) > 1 and asked.slot is not Slot.DATE
    return Guess(f"{found['asked']}?", stated, keys, of_names)


def _listed(text: str) -> str | None:
    """The question before «варианты: …», or before two numbers of which to choose: «две или больше»."""
    found = _OFFERED.match(text)
    if found is not None:
        return found["asked"]
    found = _COUNTS.match(text)
    if found is None or not read_values(found["first"]):
        return None
    second = found["second"].lower()
    return found["asked"] if second in _WORDS["loose"] or read_values(second) else None


def _has_subject(asked: Question) -> bool:
    """Whether it names what it asks of, or points to it: «в каком году это было»."""
    named = any(at not in asked.asking_places for at in asked.content_places)
    return named or (asked.slot in (Slot.DATE, Slot.PLACE) and refers(asked.text))


def _compares(asked: Question) -> bool:
    """«Где раньше, в Няндоме?» compares what is named after."""
    return any(term.morphology.first_pos == "COMP" for term in asked.terms)


def _fits(guess: str, slot: Slot, lexicon: Lexicon) -> bool:
    terms = [term for term in lexicon.read(guess) if term.word not in _JOINED]
    match slot:
        case Slot.PLACE:
            return len(terms) > 1 and terms[0].word in _IN_PLACE and _is_place(terms[1:])
        case Slot.DATE:
            return any(value.kind in _TIMES for value in read_values(guess))
        case Slot.NUMBER:
            return any(not guess[: value.start].strip() for value in read_values(guess))
        case Slot.PERSON | Slot.SPEAKER | Slot.POST:
            return bool(terms) and _all_name(terms) and any(_is_somebody(term) for term in terms)
    return False


def _is_place(terms: Sequence[Term]) -> bool:
    is_thing = not any(
        term.morphology.animate or TIMES.intersection(term.morphology.lemmas) for term in terms
    )
    return _all_name(terms) and is_thing


def _all_name(terms: Sequence[Term]) -> bool:
    return all(term.morphology.first_pos in _NAMING for term in terms)


def _is_somebody(term: Term) -> bool:
    return term.morphology.animate or term.is_name or term.token.capitalised


def _without_asking(asked: Question) -> str:
    """«Был диалог» of «в каком городе был диалог»."""
    terms, left = asked.terms, set(asked.asking_places)
    left |= {at - 1 for at in left if at and terms[at - 1].morphology.first_pos == "PREP"}
    return " ".join(term.token.written for at, term in enumerate(terms) if at not in left)
