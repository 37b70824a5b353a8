"""Which two things a question compares: «кто больше, A или B», «A больше, чем B», «A больше B»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.decision.amounts.dimensions import DATE, Dimension, dimension_of
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import readings
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_GROUPS = read_groups("question_words/groups")
_APART = _GROUPS["difference"] | _GROUPS["so_much"] | _GROUPS["times"]
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_NAMING = frozenset({"NOUN", "ADJF"})
_OR = "или"


@dataclass(frozen=True, slots=True)
class Pair:
    """The words of both things, and those that say of what they have more."""

    dimension: Dimension
    sides: tuple[tuple[Term, ...], tuple[Term, ...]]
    named: tuple[tuple[Term, ...], tuple[Term, ...]]
    """Both as the reader says them: «взрослый билет» and «детский», of which the noun is common."""
    common: tuple[Term, ...]
    stated: bool
    """Whether the first is said to have more, «чем» the second."""


def read_pair(question: Question) -> Pair | None:
    """The two with what is said of both; None where nothing is compared so."""
    terms = question.terms
    compared = [at for at, term in enumerate(terms) if term.morphology.first_pos == "COMP"]
    dimension = dimension_of(terms[compared[0]]) if len(compared) == 1 else None
    if dimension is None or dimension.kinds == {DATE} or any(term.word in _APART for term in terms):
        return None
    at = compared[0]
    chosen = next((place for place, term in enumerate(terms) if term.word == _OR), None)
    than = next((place for place in range(at, len(terms)) if terms[place].word in _GROUPS["than"]), None)
    if chosen is not None and at < chosen:
        start = _start_of_choice(question, at, chosen)
        return _pair(question, dimension, (start, chosen), (chosen + 1, len(terms)), (0, start), at)
    if chosen is not None and than is None:  # «камера или зеркало тяжелее?»
        start = _after_mark(question, chosen)
        return _pair(question, dimension, (start, chosen), (chosen + 1, at), (at + 1, len(terms)), at)
    after = _after_second(terms, at) if chosen is None and than is None else at
    if after > at + 1 and at and not (question.request.values or _asks_else(question)):
        # «Завод заплатил больше области?»
        return _pair(question, dimension, (0, at), (at + 1, after), (after, len(terms)), at, stated=True)
    if than is not None and not _asks_else(question):
        return _pair(question, dimension, (0, at), (than + 1, len(terms)), (at + 1, than), at, stated=True)
    return None


def _after_second(terms: Sequence[Term], compared: int) -> int:
    """Where the second of two ends that follows its comparative in the genitive: adjectives, a noun."""
    for at in range(compared + 1, len(terms)):
        cases = {one.tag.case for one in readings(terms[at].word) if one.tag.POS in _NAMING}
        if "gent" not in cases:
            return compared
        if any(one.tag.POS == "NOUN" for one in readings(terms[at].word)):
            return at + 1
    return len(terms)


def _asks_else(question: Question) -> bool:
    """Whether another word than «чем» asks, or nothing does."""
    words = {term.word for term in question.terms} - _GROUPS["than"]
    asks = words & (question_words.QUESTION_WORDS.keys() | question_words.WHICH)
    return bool(asks) or not question.text.rstrip().endswith("?")


def _start_of_choice(question: Question, compared: int, chosen: int) -> int:
    """Where the first of two begins: after a mark, else after the comparative, else just before «или»."""
    at = _after_mark(question, chosen)
    return at or (compared + 1 if compared + 1 < chosen else chosen - 1)


def _after_mark(question: Question, chosen: int) -> int:
    """The word after the last mark before «или»; the first word where there is none."""
    terms, text = question.terms, question.text
    for at in range(chosen - 1, 0, -1):
        if text[terms[at - 1].token.end : terms[at].token.start].strip() in (",", ":", "—", "-", ", «"):
            return at
    return 0


def _pair(
    question: Question,
    dimension: Dimension,
    first: tuple[int, int],
    second: tuple[int, int],
    common: tuple[int, int],
    compared: int,
    *,
    stated: bool = False,
) -> Pair | None:
    def words(span: tuple[int, int]) -> tuple[Term, ...]:
        terms = [
            question.terms[at] for at in range(*span) if at in question.content_places and at != compared
        ]
        content = tuple(term for term in terms if term.word_class is WordClass.CONTENT)
        return content or tuple(term for term in terms if term.morphology.first_pos == "NOUN")

    sides = words(first), words(second)
    named = _without_verbs(sides[0]), _without_verbs(sides[1])
    if not all(named):
        return None
    verbs = (term for side, own in zip(sides, named, strict=True) for term in side if term not in own)
    shared = _noun_left_out(named)
    own = tuple(tuple(term for term in side if term is not shared) for side in named)
    others = (*words(common), *verbs, *([] if shared is None else [shared]))
    return Pair(dimension, (own[0], own[1]), named, others, stated)


def _noun_left_out(sides: tuple[Sequence[Term], Sequence[Term]]) -> Term | None:
    """«Билет» of «взрослый билет» and «детский»: the noun of one side that the other leaves out."""
    for side, other in (sides, sides[::-1]):
        last = side[-1]
        is_described = len(side) > 1 and "ADJF" in side[-2].morphology.pos
        if is_described and last.morphology.first_pos == "NOUN" and "ADJF" in other[-1].morphology.pos:
            return last
    return None


def _without_verbs(side: Sequence[Term]) -> tuple[Term, ...]:
    """«Второй» of «первый или второй ходит чаще»: what both do is no name of either."""
    own = tuple(term for term in side if term.morphology.first_pos not in _VERBS)
    return own or tuple(side)
