"""«Вёл ли это «Южстрой»?» of what «Юггидрострой» did: another name in quotes is another body, never «да»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, Polarity, Result, YesNoLead

_QUOTED = re.compile(r"«([^«»]+)»|„([^„“]+)“|\"([^\"]+)\"|“([^“”]+)”")
_LONGEST = 4
"""Words of a name; more in quotes are somebody's words."""


def without_yes_to_another_name(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a yes loses its line where the fact lacks a name that the question has in quotes."""
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead) or not result.shown:
        return result
    question = context.search.question
    if result.lead.polarity is not Polarity.YES or not _QUOTED.search(question.text):
        return result
    asked = _names(question.text, question.terms)
    told = [text for one in result.shown for text in _told(one.fact, access.base)]
    known = all(any(_tells(text, name, access.lexicon) for text in told) for name in asked)
    return result if known else replace(result, lead=None)


def _told(fact: Fact, base: FactBase) -> Iterator[str]:
    """What the fact tells: its statement, place and examples, and the records of whom and what it names."""
    yield fact.says
    yield fact.where or ""
    yield from fact.questions
    events = [base.event_by_id[one] for one in fact.about if one in base.event_by_id]
    for event in events:
        yield event.title
        yield event.where or ""
    parts = (*fact.people, *(part for event in events for part in event.people))
    ids = {*(str(part.person) for part in parts), fact.said_by}
    for person in base.people:
        if str(person.id) in ids:
            yield from (person.name, person.post or "", *person.names)


def _names(text: str, terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    """The words of each name in quotes."""
    for found in _QUOTED.finditer(text):
        inside = [term for term in terms if found.start() < term.token.start < found.end()]
        if 0 < len(inside) <= _LONGEST and inside[0].token.capitalised:
            yield inside


def _tells(text: str, name: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether a text has the name: in quotes as a whole, or without them."""
    terms = lexicon.read(text)
    quoted = list(_names(text, terms))
    if any(_is_same(name, one) or _letters(name) == _letters(one) for one in quoted):
        return True
    runs = [terms[at : at + len(name)] for at in range(len(terms) - len(name) + 1)]
    inside = {id(term) for one in quoted for term in one}
    return any(_is_same(name, run) and not any(id(term) in inside for term in run) for run in runs)


def _is_same(name: Sequence[Term], told: Sequence[Term]) -> bool:
    return len(name) == len(told) and all(map(_is_same_word, name, told))


def _is_same_word(one: Term, other: Term) -> bool:
    """The same lemma, or a synonym: not words of one root, as «Причал» and «Причальный»."""
    keys = {key for key, level in one.keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in other.keys if level >= Level.SYNONYM)


def _letters(name: Sequence[Term]) -> str:
    """«Север-строй» is written as «Северстрой», too."""
    return "".join(term.word for term in name).replace("-", "")
