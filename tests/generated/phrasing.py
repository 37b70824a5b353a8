"""Forms in which a proposition is asked, clauses cut out of statements, and cases made of both."""

from __future__ import annotations

import re
from random import Random

from knowledge.facts.model import Fact
from tests.generated.cases import NO, PLANNED, YES, Case, Judge, opens_with
from tests.generated.found import Found
from tests.generated.russian import WEEKDAYS, lower_first, part, upper_first, words

_SHAPES = (
    "{said}?",
    "{said}, да?",
    "{said}, верно?",
    "Правда ли, что {inner}?",
    "Верно ли, что {inner}?",
    "{said}?",
)
_STOP = re.compile(r", | — |; |: ")
_PREDICATES = frozenset({"VERB", "PRTS", "PRED", "ADJS"})
_PRONOUNS = frozenset(
    "он она оно они нём ней них нему него неё ним ними его её их им ему это этот эта там тот".split()
)


def asked(text: str, rng: Random) -> str:
    """The proposition `text` as a question, in one of the usual forms."""
    said = text.strip(" .?")
    return rng.choice(_SHAPES).format(said=upper_first(said), inner=lower_first(said))


def clause_end(says: str, found: Found) -> int:
    """Where the statement may be cut after a value, so that its beginning stands as a sentence."""
    for stop in _STOP.finditer(says, max(found.end, found.noun_end)):
        begin = says[: stop.start()]
        near = begin.rpartition(", ")[2] if stop[0] == " — " else begin
        if len(words(begin)) >= 4 and any(part(word) in _PREDICATES for word in words(near)):
            return stop.start()
    return len(says.rstrip(" ."))


def is_clear(text: str) -> bool:
    """Whether a clause is understood without what stands before it: no pronoun among its first words."""
    return not any(word.lower() in _PRONOUNS for word in words(text)[:4]) and len(words(text)) >= 3


def without_weekday(text: str) -> str:
    """«в субботу, 4 октября» → «4 октября»: a swapped date must not meet the old weekday."""
    return re.sub(rf"\bво? (?:{'|'.join(WEEKDAYS)}), (?=\d)", "", text)


def plain_form(question: str) -> str:
    """The question without the form in which it is asked, to see that two are one."""
    text = question.casefold().rstrip("?")
    for head in ("правда ли, что ", "верно ли, что "):
        text = text.removeprefix(head)
    return text.removesuffix(", да").removesuffix(", верно")


def proposition(kind: str, text: str, fact: Fact | None, judge: Judge, expected: str, rng: Random) -> Case:
    """The proposition `text` as a case; `fact` holds what it states."""
    facts = () if fact is None else (fact.id,)
    return Case(kind=kind, ask=asked(text, rng), judge=judge, expected=expected, facts=facts)


def true_case(kind: str, text: str, fact: Fact | None, rng: Random) -> Case:
    """One that the base holds; of what is to come it may be answered as a plan."""
    return proposition(f"true-{kind}", text, fact, opens_with((*YES, *PLANNED), NO), YES[0], rng)


def false_case(kind: str, text: str, fact: Fact | None, rng: Random) -> Case:
    """One that the base contradicts."""
    return proposition(f"false-{kind}", text, fact, opens_with(NO, YES), NO[0], rng)
