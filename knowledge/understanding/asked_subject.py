"""What a question asks for and of what: two wordings with the same of both are one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.tokens import normalize
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.question import parse_question

_LOOSE = ("~", "%", "<", "^")
"""First signs of keys by which only related words meet: «открыть» and «закрыть»."""
_SAID_BY_SLOT = (AnswerForm.OTHER, AnswerForm.WHAT)
"""Forms that say little: the slot tells more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSubject:
    """`wanted`: form, measure and the like. `subject`: of each content word the keys of its meaning."""

    wanted: tuple[object, ...]
    subject: tuple[frozenset[str], ...]
    is_worded: bool
    """Whether words besides the question word say what is asked («длился», «продолжительность»)."""

    @property
    def is_bare(self) -> bool:
        """Whether too little is said to know the question by it: «а где?»."""
        return not self.subject and not self.is_worded

    def is_same(self, other: AskedSubject) -> bool:
        """Whether both ask the same: each word of one has its own in the other."""
        if self.wanted != other.wanted or len(self.subject) != len(other.subject):
            return False
        left = list(other.subject)
        for keys in self.subject:
            found = next((one for one in left if keys & one), None)
            if found is None:
                return False
            left.remove(found)
        return not self.is_bare


def read_asked_subject(text: str, lexicon: Lexicon) -> AskedSubject:
    """Read a question as one clause."""
    question = parse_question(normalize(text), lexicon, asking=True)
    request, terms = question.request, question.terms
    says_what = _said_places(terms) if request.measure is not None or request.clock else frozenset[int]()
    form = AnswerForm.HOW_LONG if request.span is not None else request.form
    slot = question.slot if form in _SAID_BY_SLOT else Slot.STATEMENT
    told = (request.measure, request.span, request.clock, request.exact, request.since, request.denies)
    stated = frozenset((one.kind, one.low, one.high, one.unit, one.dates, one.role) for one in request.values)
    subject = tuple(
        _meaning(terms[place])
        for place in question.content_places
        if place not in says_what and terms[place].word_class > WordClass.LIGHT
    )
    return AskedSubject(wanted=(form, slot, *told, stated), subject=subject, is_worded=bool(says_what))


def _said_places(terms: Sequence[Term]) -> frozenset[int]:
    """Places of the words that say which kind of value is asked for."""
    words = [frozenset((term.word, *term.morphology.lemmas)) for term in terms]
    found = find_phrases("values", words)
    return frozenset(place for first, after in found.values() for place in range(first, after))


def _meaning(term: Term) -> frozenset[str]:
    return frozenset(key for key, _ in term.keys if key[0] not in _LOOSE)
