"""Digests: the pack, a person, a side or an event in short; two sides beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_table, read_words
from knowledge.decision.central_facts import central_facts
from knowledge.decision.digest_subjects import (
    facts_of_person,
    facts_of_side,
    lead_of_person,
    people_named,
    sides_named,
)
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.tools import Tools
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, DigestLead, Lead, Shown, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

MOST = 5
"""Facts of a digest."""
OF_TEXTS = frozenset(
    word
    for label, phrase in read_table("requests/forms", "label", "phrase")
    if label == AnswerForm.SUMMARY
    for word in re.findall(r"[а-яё]+", phrase)
)
"""Words of phrases that ask for a summary: «статья», «новость», «содержание»."""
_HAPPENING = read_words("verbs/happening")
COMPARED = "что сказано"
_A_SIDE = 2
"""Facts of each side that is compared."""


def digest(context: RuleContext, tools: Tools) -> Answer | None:
    """The digest that a question asks for, None where it names something else of the base."""
    question = context.search.question
    if question.request.form is AnswerForm.SUMMARY and asks_told(question):
        return None
    left = [
        question.terms[at]
        for at in question.content_places
        if at not in question.request.worded
        and not OF_TEXTS.intersection(question.terms[at].morphology.lemmas)
        and tools.index.best_key(question.terms[at]) is not None
        and question.terms[at].word_class is WordClass.CONTENT
    ]
    sides = sides_named(left, tools)
    people = people_named(left, tools)
    if question.request.form is AnswerForm.COMPARE:
        return _compare(context, tools, sides) if len(sides) > 1 else None
    if people and len(people) == 1:
        return _answer(context, lead_of_person(people[0]), facts_of_person(people[0], tools.base))
    if len(sides) == 1 and len(left) <= 2:
        return _answer(context, DigestLead(title=sides[0]), facts_of_side(sides[0], tools.base))
    if not left:
        return None if _names_unknown(context, tools) else _of_pack(context, tools)
    event, lacking = tools.resolver.resolve(left)
    if event is not None and not lacking and not _names_unknown(context, tools):
        if event == main_event(tools.base):
            return _of_pack(context, tools)
        facts = [fact for fact in tools.base.facts if event.id in fact.about]
        return _answer(context, DigestLead(title=event.title, event=event), facts, (event,))
    return None


def asks_told(question: Question) -> bool:
    """«О чём говорила Линч?», «о чём договорились?»: a verb of its own asks what was said or agreed."""
    return any(
        term.morphology.first_pos == "VERB"
        and at not in question.request.worded
        and term.word_class is WordClass.CONTENT
        and "impr" not in term.morphology.moods
        and not _HAPPENING.intersection(term.morphology.lemmas)
        for at, term in enumerate(question.terms)
    )


def _names_unknown(context: RuleContext, tools: Tools) -> bool:
    """«О чём роман „Обломов“?»: a noun that the base does not have; not one inside the words of the form."""
    question = context.search.question
    return any(
        question.terms[at].morphology.first_pos == "NOUN"
        and question.terms[at].word_class is WordClass.CONTENT
        and not OF_TEXTS.intersection(question.terms[at].morphology.lemmas)
        and tools.index.best_key(question.terms[at]) is None
        for at in question.content_places
        if at not in question.request.worded
    )


def all_said(context: RuleContext, tools: Tools) -> Answer | None:
    """«Перечисли всё, что отметила американская сторона»: every fact that a side or a person says."""
    question = context.search.question
    if not _asks_words(question.terms):
        return None
    if question.request.form is AnswerForm.QUOTE and _names_topic(context, tools):
        return None
    terms = [question.terms[at] for at in question.content_places]
    sides = sides_named(terms, tools)
    people = people_named(terms, tools)
    if len(people) == 1:
        facts = [fact for fact in tools.base.facts if fact.said_by == people[0].id]
    elif len(sides) == 1 and not people:
        facts = [fact for fact in facts_of_side(sides[0], tools.base) if fact.said_by]
    else:
        return None
    return (
        _shown(context, None, facts, most=8 if question.request.form is AnswerForm.LIST else 3)
        if facts
        else None
    )


def _names_topic(context: RuleContext, tools: Tools) -> bool:
    """Whether more is named than who says it: «что американцы говорят об обмене»."""
    question = context.search.question
    sides = {fact.said_by or "" for fact in tools.base.facts} | {
        person.side or "" for person in tools.base.people
    }
    names = tools.person_keys.union(*map(tools.lexicon.content, sides))
    return any(
        not SAYING.intersection(question.terms[at].morphology.lemmas)
        and not any(key in names for key, _ in question.terms[at].keys)
        for at in question.content_places
        if question.terms[at].word_class is WordClass.CONTENT
    )


def _asks_words(terms: Sequence[Term]) -> bool:
    return any(SAYING.intersection(term.morphology.lemmas) for term in terms)


def _of_pack(context: RuleContext, tools: Tools) -> Answer:
    """The title, place and date of the main event, then what is central of it and of what comes next."""
    event = main_event(tools.base)
    return _shown(
        context,
        DigestLead(title=tools.base.source.title, event=event),
        central_facts(tools.base, event, MOST),
        (event,) if event is not None else (),
    )


def _compare(context: RuleContext, tools: Tools, sides: Sequence[str]) -> Answer | None:
    groups = []
    for side in sides[:2]:
        said = [fact for fact in facts_of_side(side, tools.base) if fact.said_by]
        groups.append(said[:_A_SIDE])
    if not all(groups):
        return None
    return _shown(
        context,
        DigestLead(title=" и ".join(sides[:2]), about=COMPARED),
        [fact for group in groups for fact in group],
    )


def _answer(
    context: RuleContext, lead: Lead, facts: Sequence[Fact], events: tuple[Event, ...] = ()
) -> Answer | None:
    return _shown(context, lead, facts, events) if facts or events else None


def _shown(
    context: RuleContext,
    lead: Lead | None,
    facts: Sequence[Fact],
    events: tuple[Event, ...] = (),
    most: int = MOST,
) -> Answer:
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:most]),
        events=events,
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
