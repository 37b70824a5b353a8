"""The dated things that the parts of one question name: «от первого до второго диалога»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.tables import alternation, read_groups
from knowledge.decision.dated_things import Dated, find_dated
from knowledge.decision.time_spans import UNITS
from knowledge.decision.tools import Tools
from knowledge.understanding.question import Question, parse_question

_PARTS = re.compile(
    rf"\b(?:{alternation(read_groups('function_words/particles')['between_things'])})\b|[,:;—–-]",
    re.IGNORECASE,
)
_LEAST = 2
"""Ordinals of «первый и второй диалоги»."""
_NO_THINGS = UNITS.keys() | read_groups("calendar/groups")["no_thing"]


def dated_parts(question: Question, tools: Tools) -> list[Dated]:
    """The dated things that the parts of a question name, each once."""
    found: list[Dated] = []
    for thing in (*_numbered(question, tools), *_of_pieces(question, tools)):
        if thing is not None and all((thing.event, thing.fact) != (one.event, one.fact) for one in found):
            found.append(thing)
    return found


def _numbered(question: Question, tools: Tools) -> Iterator[Dated | None]:
    """«Первый и второй диалоги»: each ordinal with the nouns of the question."""
    ordinals = [
        at for at in question.content_places if any(key[0] == "№" for key, _ in question.terms[at].keys)
    ]
    if len(ordinals) < _LEAST:
        return
    nouns = [at for at in question.content_places if at not in ordinals and at not in question.head_places]
    nouns = [
        at for at in nouns if question.terms[at].morphology.first_pos == "NOUN" and not _is_unit(question, at)
    ]
    for at in ordinals:
        event, _ = tools.resolver.resolve([question.terms[place] for place in (at, *nouns)])
        if event is not None and event.when is not None:
            yield Dated(title=event.title, when=event.when, event=event)


def _of_pieces(question: Question, tools: Tools) -> Iterator[Dated | None]:
    for text in _pieces(question):
        part = parse_question(text, tools.lexicon, asking=True)
        if any(part.terms[at].morphology.first_pos == "NOUN" for at in part.content_places):
            yield find_dated(part, tools)


def _pieces(question: Question) -> Iterator[str]:
    """The text cut at «и», «до», «после» and marks, without the words that ask."""
    skipped = {question.terms[at].token.start for at in (*question.asking_places, *question.head_places)}
    skipped |= {term.token.start for at, term in enumerate(question.terms) if _is_unit(question, at)}
    start = 0
    bounds = [(found.start(), found.end()) for found in _PARTS.finditer(question.text)]
    for end, after in (*bounds, (len(question.text), len(question.text))):
        words = [
            term
            for term in question.terms
            if start <= term.token.start < end and term.token.start not in skipped
        ]
        if words:
            yield " ".join(term.token.written for term in words)
        start = after


def _is_unit(question: Question, at: int) -> bool:
    return not _NO_THINGS.isdisjoint(question.terms[at].morphology.lemmas)
