"""One part of a question that asks for several things: «где пройдёт вечер» of «где и когда пройдёт вечер»."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.understanding.question import Question


def part_text(question: Question) -> str:
    """The words of a question without the question words of what else it asks for; `question` asks for one
    slot. The whole of it where the words of that slot are not found."""
    asking = {
        at: slot
        for at in question.asking_places
        if (slot := question_words.QUESTION_WORDS.get(question.terms[at].word)) is not None
    }
    own = [at for at, slot in asking.items() if slot is question.slot]
    others = [at for at, slot in asking.items() if slot is not question.slot]
    if len(own) != 1 or not others:
        return question.text
    dropped = {place for at in others for place in _with_joints(question, at, own[0])}
    kept = [term for at, term in enumerate(question.terms) if at not in dropped]
    return _joined(question.text, kept)


def _with_joints(question: Question, at: int, own: int) -> list[int]:
    """A question word with its preposition and the conjunction between it and the next."""
    places, terms = [at], question.terms
    before = at - 1
    if before >= 0 and terms[before].morphology.first_pos == "PREP":
        places.append(before)
        before -= 1
    if at < own:
        return [*places, *_conjunction(terms, at + 1)]
    return [*places, *_conjunction(terms, before)]


def _conjunction(terms: tuple[Term, ...], at: int) -> list[int]:
    return [at] if 0 <= at < len(terms) and terms[at].morphology.first_pos == "CONJ" else []


def _joined(text: str, terms: list[Term]) -> str:
    """The words with the marks after them, but none at a place where something was left out."""
    if not terms:
        return text  # «КОГДАГДЕ»: question words run together
    parts = [terms[0].token.written]
    for before, term in pairwise(terms):
        between = text[before.token.end : term.token.start]
        parts += [between if not any(map(str.isalnum, between)) else " ", term.token.written]
    return "".join(parts).strip(" ,")
