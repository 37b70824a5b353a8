"""«Область: 70 процентов против 30»: the two amounts of a comparison in one short line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.decision.amounts.held_amounts import HeldAmount
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.understanding.question import Question

_OPENING, _CLOSING = ("«", '"', "„"), ("»", '"', "“")
_FIGURES = re.compile(r"(\d+(?:\s\d{3})*(?:,\d+)?)(?:\s(\D+))?")
_WORD = re.compile(r"\w+")
_BARE = (ValueKind.COUNT, ValueKind.NUMBER)


def winner_line(
    sides: tuple[Sequence[Term], Sequence[Term]], held: tuple[HeldAmount, HeldAmount], question: Question
) -> str:
    """The first of the sides with its amount, and what it stands against; both in the reader's words."""
    winner, other = (
        _spelled(_named(side, question), one.fact) for side, one in zip(sides, held, strict=True)
    )
    first, second = (_told(one, side) for one, side in zip(held, sides, strict=True))
    figures = _split(second)[0]
    if figures and _split(first)[0] and (_is_one_unit(held) or (first.isdigit() and second.isdigit())):
        return sentence(f"{winner}: {first} против {figures}")
    return sentence(f"{winner}: {first}, {other}: {second}")


def both_amounts(held: tuple[HeldAmount, HeldAmount]) -> str | None:
    """«30 и 70 процентов», «31 мужчина и 15 женщин»; None of bare numbers, which do not say of what."""
    first, second = (_told(one) for one in held)
    figures, (_, unit) = _split(first)[0], _split(second)
    if not unit:
        return None
    return f"{figures if figures and _is_one_unit(held) else first} и {second}"


def in_units(fact: Fact, value: Value) -> str:
    """A value as its statement has it; «81 год» for «81-летний», «28 градусов» for «при 28 градусах»."""
    words = wording(fact, value)
    told = counted_units(value.low, value.unit, value.factor) if value.kind not in _BARE else None
    if told is None:
        return words
    is_oblique = words[:1].isdigit() and words.split()[-1] != told.split()[-1]
    return told if value.inside or (is_oblique and not value.is_range) else words


def _is_one_unit(held: tuple[HeldAmount, HeldAmount]) -> bool:
    """«24 процента» and «15 процентов», «12 лодок» and «семь»."""
    first, second = (one.value for one in held)
    return held[0].measure == held[1].measure and first.factor == second.factor


def _told(held: HeldAmount, side: Sequence[Term] = ()) -> str:
    """The amount as its statement has it; in figures where a numeral stands there, or where the side is what
    is counted: «мужчин: 31»."""
    value, words = held.value, wording(held.fact, held.value)
    if value.kind is ValueKind.COUNT and any(
        set(value.nouns[:1]) & set(one.morphology.lemmas) for one in side
    ):
        return f"{value.low:g}"
    if not value.inside and analyse(words.split(maxsplit=1)[0].lower()).first_pos != "NUMR":
        return words[:1].lower() + words[1:]
    told = counted_units(value.low, value.unit, value.factor) if value.kind not in _BARE else None
    return told or f"{value.low:g}"


def _split(words: str) -> tuple[str, str]:
    """The figures and what is counted; no figures where the amount does not begin by them."""
    found = _FIGURES.fullmatch(words)
    return (found[1], found[2] or "") if found else ("", words)


def _named(side: Sequence[Term], question: Question) -> str:
    """The reader's words for a side, with the preposition and the quotes around them."""
    text, terms = question.text, question.terms
    at = next((at for at, term in enumerate(terms) if term.token == side[0].token), 0)
    is_placed = at > 0 and terms[at - 1].morphology.first_pos == "PREP"
    start, end = terms[at - 1].token.start if is_placed else side[0].token.start, side[-1].token.end
    start -= int(start > 0 and text[start - 1] in _OPENING)
    return text[start : end + int(text[end : end + 1] in _CLOSING)]


def _spelled(words: str, fact: Fact) -> str:
    """«Посёлок» as the statement writes it."""
    written = {word.replace("ё", "е"): word for word in _WORD.findall(fact.says) if "ё" in word}
    return _WORD.sub(lambda found: written.get(found[0], found[0]), words)
