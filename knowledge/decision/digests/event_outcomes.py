"""What came of an event that a question names («о чём условились осенью?») or that was told of last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.last_event import HAPPENING, told_event
from knowledge.decision.outcome_words import OUTCOME, only_takes_place
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.searcher import Searcher, SearchResult
from knowledge.understanding.pronouns import PERSONAL, THERE, without_pronouns
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_outcomes")
_HOW = read_groups("question_words/groups")["as_for"]
_SLOTS = ((), (Slot.STATEMENT,))
_FORMS = (AnswerForm.WHAT, AnswerForm.SUMMARY, AnswerForm.LIST, AnswerForm.OTHER, AnswerForm.WHICH)
_OF_LAST = OUTCOME | read_words("requests/asked_outcomes")
_RULE = "outcomes"
_MOST, _MOST_OF_LAST = 4, 2
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
    return Answer(rule=_RULE, confidence=0.85, shown=shown, form=question.request.form)


def outcomes_of_last(
    question: Question,
    text: str,
    conversation: Conversation,
    searcher: Searcher,
    find: Callable[[str], SearchResult],
) -> tuple[str, Answer] | None:
    """«И что там решили?» as it is understood, with the facts on the event told of last, but for that told
    already; None of the main event, or where something else is asked or nothing came of it."""
    base, lexicon = searcher.base, searcher.lexicon
    event = told_event(conversation, base)
    if event is None or event == main_event(base) or not _asks_only_outcome(question):
        return None
    facts = [fact for fact in base.facts if _came_of(fact, event, conversation, lexicon)]
    if not facts:
        return None
    filled = f"{without_pronouns(text)} {event.title}"
    places = {found.fact.id: at for at, found in enumerate(find(filled).facts)}
    facts.sort(key=lambda fact: places.get(fact.id, len(places)))
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:_MOST_OF_LAST])
    form = question.request.form
    return filled, Answer(rule=_RULE, confidence=0.75, shown=shown, events=(event,), form=form)


def _asks_only_outcome(question: Question) -> bool:
    """Whether every word of content asks what was decided, and no one thing is asked for beside."""
    if question.slots != (Slot.STATEMENT,) or question.request.negated:
        return False
    places = [at for at in question.content_places if at not in question.asking_places]
    words = [question.terms[at] for at in places]
    return bool(words) and all(_is_outcome(term) for term in words)


def _is_outcome(term: Term) -> bool:
    return bool(_OF_LAST.intersection(term.morphology.lemmas))


def _came_of(fact: Fact, event: Event, conversation: Conversation, lexicon: Lexicon) -> bool:
    """Whether it is about the event, untold, and says more than that it was, or who somebody is."""
    if fact.about[:1] != (event.id,) or fact.id in conversation.facts[:1]:
        return False
    said = lexicon.read(fact.says)
    if fact.said_by is not None and not any(map(_is_outcome, said)):
        return False  # What somebody thinks of it.
    acts = any(term.morphology.first_pos in ("VERB", "PRTS") for term in said)
    return acts and not only_takes_place(fact, lexicon)
