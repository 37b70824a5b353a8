"""What a question asks for and of what: two wordings with the same of both are one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.tokens import normalize
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.asked_attribute import find_asked_attribute
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.request import Request

_LOOSE = ("~", "%", "<", "^")
"""First signs of keys by which only related words meet: «открыть» and «закрыть»."""
_AKIN = ("~", "%")
"""Of these by which a verb and its noun meet: «открыть» and «открытие»."""
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRTF", "GRND"})
_NAMED_KIND = "kind-"
"""Begins the labels of phrases whose noun tells values of one kind apart: «цена» and «зарплата»."""
_HAPPENING = read_words("nouns/happening")
_PERSON_ASKED = read_groups("question_words/groups")
_SAID_BY_SLOT = (AnswerForm.OTHER, AnswerForm.WHAT)
"""Forms that say little: the slot tells more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWord:
    """A content word of a question. `keys`: of its meaning; `akin`: of its root and family."""

    keys: frozenset[str]
    akin: frozenset[str] = frozenset()
    is_verb: bool = False
    is_noun: bool = False
    may_lack: bool = False
    """Whether the question is the same without it: the first name or post before a surname."""

    def is_same(self, other: SubjectWord) -> bool:
        if self.keys & other.keys:
            return True
        are_verb_and_noun = (self.is_verb and other.is_noun) or (self.is_noun and other.is_verb)
        return are_verb_and_noun and bool(self.akin & other.akin)

    @property
    def all_keys(self) -> frozenset[str]:
        """Two words that are the same share one."""
        return self.keys | self.akin if self.is_verb or self.is_noun else self.keys


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSubject:
    """`wanted`: the attribute, or the form, measure and the like. `subject`: the content words."""

    wanted: tuple[object, ...]
    subject: tuple[SubjectWord, ...]
    is_worded: bool
    """Whether words besides the question word say what is asked («длился», «продолжительность»)."""

    @property
    def is_bare(self) -> bool:
        """Whether too little is said to know the question by it: «а где?»."""
        return not self.subject and not self.is_worded

    @property
    def needed(self) -> tuple[SubjectWord, ...]:
        return tuple(word for word in self.subject if not word.may_lack)

    def is_same(self, other: AskedSubject) -> bool:
        """Whether both ask the same: each word of one has its own in the other."""
        if self.wanted != other.wanted or self.is_bare:
            return False
        left, lacking = list(other.subject), list[SubjectWord]()
        for word in self.subject:
            found = next((one for one in left if word.is_same(one)), None)
            if found is not None:
                left.remove(found)
            elif word.may_lack:
                lacking.append(word)
            else:
                return False
        # «Иван Петров» and «Сергей Петров»: each has a name that the other lacks.
        return all(word.may_lack for word in left) and not (left and lacking)


def read_asked_subject(text: str, lexicon: Lexicon) -> AskedSubject:
    """Read a question as one clause."""
    question = parse_question(normalize(text), lexicon, asking=True)
    request, terms = question.request, question.terms
    found = find_asked_attribute(terms, request.form, question.content_places)
    says_what = found.places if found is not None else _said_places(terms, request)
    wanted = (found.name,) if found is not None else _wanted(question)
    stated = frozenset((one.kind, one.low, one.high, one.unit, one.dates, one.role) for one in request.values)
    subject = tuple(
        _word(terms, place)
        for place in question.content_places
        if place not in says_what
        and terms[place].word_class > WordClass.LIGHT
        and terms[place].morphology.first_pos != "PREP"
        and _HAPPENING.isdisjoint(terms[place].morphology.lemmas)
    )
    told = (request.since, request.denies, stated)
    return AskedSubject(wanted=(*wanted, *told), subject=subject, is_worded=bool(says_what))


def _wanted(question: Question) -> tuple[object, ...]:
    """How exact a date is asked for is no part of it: the same fact answers «когда» and «какого числа»."""
    request = question.request
    form = AnswerForm.HOW_LONG if request.span is not None else request.form
    if form is AnswerForm.OTHER and not question.slots and _opens_with_person(question):
        form = AnswerForm.WHO
    slot = question.slot if form in _SAID_BY_SLOT else Slot.STATEMENT
    done_to = form is AnswerForm.WHO and _asks_whom(question.terms)
    return form, slot, request.measure, request.span, request.clock, done_to


def _asks_whom(terms: Sequence[Term]) -> bool:
    """«Кого назначили» and «кто назначен» ask to whom it is done, «кто назначил» by whom."""
    words = {term.word for term in terms}
    if not words.isdisjoint(_PERSON_ASKED["whom"]):
        return True
    is_passive = any(term.morphology.first_pos == "PRTS" for term in terms)
    return is_passive and words.isdisjoint(_PERSON_ASKED["by_whom"])


def _opens_with_person(question: Question) -> bool:
    """«Директор завода» asks who that is."""
    first = question.terms[question.content_places[0]].morphology if question.content_places else None
    return first is not None and first.first_pos == "NOUN" and first.animate and not first.marks


def _said_places(terms: Sequence[Term], request: Request) -> frozenset[int]:
    """Places of the words that say which kind of value is asked for, and no more."""
    if request.measure is None and not request.clock:
        return frozenset()
    words = [frozenset((term.word, *term.morphology.lemmas)) for term in terms]
    found = find_phrases("values", words)
    return frozenset(
        place
        for label, (first, after) in found.items()
        for place in range(first, after)
        if not label.startswith(_NAMED_KIND) or terms[place].morphology.first_pos != "NOUN"
    )


def _word(terms: Sequence[Term], place: int) -> SubjectWord:
    term = terms[place]
    keys = [key for key, _ in term.keys]
    return SubjectWord(
        keys=frozenset(key for key in keys if key[0] not in _LOOSE),
        akin=frozenset(key for key in keys if key[0] in _AKIN),
        is_verb=term.morphology.first_pos in _VERBAL,
        is_noun=term.morphology.first_pos == "NOUN",
        may_lack=_stands_before_name(terms, place),
    )


def _stands_before_name(terms: Sequence[Term], place: int) -> bool:
    """«Лоретта» of «Лоретта Линч», «мэр» of «мэр Петров»."""
    this, after = terms[place].morphology, terms[place + 1 : place + 2]
    is_person = this.first_pos == "NOUN" and this.animate
    return is_person and any(one.is_name and "Geox" not in one.morphology.marks for one in after)
