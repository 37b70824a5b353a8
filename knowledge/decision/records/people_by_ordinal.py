"""«Кто третий?», «а второй американец?»: one of the people told of before, where nothing else answers."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.identity_facts import identity_of
from knowledge.facts.model import Person
from knowledge.language.lexicon import Term
from knowledge.language.numerals import ORDINALS
from knowledge.language.role_words import role_of
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.question import Question
from knowledge.understanding.told_people import ToldPeople, at_ordinal, is_last, ordinal_of, told_people

_SLOTS = ((), (Slot.PERSON,), (Slot.POST,))


def person_at_ordinal(question: Question, conversation: Conversation, searcher: Searcher) -> Answer | None:
    """Who that is; None where a word asks for more, or where it is not clear of whom."""
    number = ordinal_of(question.terms)
    if number is None or question.slots not in _SLOTS or question.request.negated:
        return None
    told = told_people(conversation, searcher.base)
    nouns = [term for term in _content(question) if not _is_ordinal(term)]
    if len(nouns) > 1:
        return None
    person = _of_side(nouns[0], number, told, searcher) if nouns else _of_told(number, question, told)
    fact = identity_of(person, searcher.base, searcher.lexicon) if person is not None else None
    if fact is None:
        return None
    shown = (Shown(fact=fact, slot=Slot.POST),)
    return Answer(rule="last-told", confidence=0.8, shown=shown, form=AnswerForm.WHO)


def _content(question: Question) -> list[Term]:
    return [
        term
        for at, term in enumerate(question.terms)
        if term.word_class is WordClass.CONTENT and at not in question.asking_places
    ]


def _is_ordinal(term: Term) -> bool:
    return is_last(term) or bool(ORDINALS.keys() & {*term.morphology.lemmas})


def _of_told(number: int, question: Question, told: ToldPeople) -> Person | None:
    """«Кто третий?» of three told together, or the only one of their set left after two."""
    if question.slots == ():
        return None  # «а второй?» may be of a thing
    if len(told.last) > 1 and number <= len(told.last):
        if not told.is_of_one_role:
            return None  # «а второй кто?» after the winners asks of another place
        return at_ordinal(number, told.last)
    return told.last_left if number == len(told.one_by_one) + 1 and number > 2 else None


def _of_side(noun: Term, number: int, told: ToldPeople, searcher: Searcher) -> Person | None:
    """«Второй американец» after the first, or in the order of those told together."""
    if not noun.morphology.animate or role_of(noun) is not None:
        return None
    sides = sides_named([noun], searcher)
    own = [one for one in searcher.base.people if one.side in sides]
    told_of = [one for one in told.last if one in own]
    if len(told_of) > 1:
        return at_ordinal(number, told_of)
    left = [one for one in own if one not in told_of]
    return left[0] if len(told_of) == 1 and len(left) == 1 and number == len(own) else None
