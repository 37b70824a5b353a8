"""What came of an event that a question names: «о чём условились осенью?»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.last_event import HAPPENING
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot
from knowledge.understanding.pronouns import PERSONAL, THERE
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_outcomes")
_HOW = read_groups("question_words/groups")["as_for"]
_SLOTS = ((), (Slot.STATEMENT,))
_FORMS = (AnswerForm.WHAT, AnswerForm.SUMMARY, AnswerForm.LIST, AnswerForm.OTHER, AnswerForm.WHICH)
_MOST = 4
SEVERAL = 2
"""One fact is left to the rules."""


def outcomes_of_event(context: RuleContext, access: BaseAccess, least: int = SEVERAL) -> Answer | None:
    """What came of the only event that has the other words of a question, if so many facts tell it."""
    rest = _besides(context.search.question)
    if not rest:
        return None
    found = []
    for event in access.base.events:
        told = _told_of(event, access.base, access.lexicon)
        keys = access.resolver.keys_of(event)
        said = keys.union(*(access.lexicon.content(fact.says) for fact in told))
        if told and all(_is_met(term, said) for term in rest) and any(_is_met(term, keys) for term in rest):
            found.append(told)
    if len(found) != 1 or len(found[0]) < least:
        return None
    return _answer(found[0], context.search.question)


def _besides(question: Question) -> list[Term] | None:
    """The words of content beside those that ask what came of something; None where that is not asked."""
    request = question.request
    if question.slots not in _SLOTS or request.form not in _FORMS or request.negated:
        return None
    if any(term.word in _HOW for term in question.terms):
        return None
    asks, rest = False, []
    for at, term in enumerate(question.terms):
        lemmas = {term.word, *term.morphology.lemmas}
        if lemmas & _WORDS["asked"]:
            asks = True
        elif at in question.content_places and not _says_nothing(term, lemmas):
            rest.append(term)
    return rest if asks else None


def _says_nothing(term: Term, lemmas: set[str]) -> bool:
    if term.word_class is not WordClass.CONTENT or term.word in PERSONAL | THERE:
        return True
    return bool(lemmas & (_WORDS["link"] | HAPPENING))


def _told_of(event: Event, base: FactBase, lexicon: Lexicon) -> list[Fact]:
    """The facts of an event that tell what was agreed or decided at it, not what somebody says of that."""
    return [
        fact
        for fact in base.facts
        if fact.about[:1] == (event.id,)
        and any(_WORDS["told"].intersection(term.morphology.lemmas) for term in lexicon.read(fact.says))
        and not any(SAYING.intersection(term.morphology.lemmas) for term in lexicon.read(fact.says))
    ]


def _is_met(term: Term, keys: frozenset[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= Level.ROOT)


def _answer(facts: Sequence[Fact], question: Question) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:_MOST])
    if not shown:
        return None
    return Answer(rule="outcomes", confidence=0.85, shown=shown, form=question.request.form)
