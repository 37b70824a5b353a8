"""What a person or a side said: all of it, on a topic, or beside what the other side said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import facts_of_side, people_named, sides_named
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.digests.told_facts import told
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, DigestLead, Polarity, Reason, Result, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

COMPARED = "что сказано"
_WORDS = read_groups("requests/side_statements")
_ASKING, _STATEMENTS = _WORDS["asking"], _WORDS["statements"]
_SAID = SAYING
_TOLD = SAYING | SPEECH | _WORDS["telling"]
_SIDE = next(iter(_WORDS["side"]))
_WHOLE = read_groups("function_words/particles")["whole"]
_BOTH = read_groups("requests/event_sets")["both"]
_OF_BOTH = (AnswerForm.WHAT, AnswerForm.QUOTE, AnswerForm.OTHER, AnswerForm.YES_NO)
_SIDES, _OF_SIDE = 2, 2
_OF_QUOTE, _ALL = 6, 8
"""Facts of what somebody said, of all that somebody said."""


def all_said(context: RuleContext, access: BaseAccess) -> Result | None:
    """«Перечисли всё, что отметила американская сторона»: every fact that a side or a person says."""
    question = context.search.question
    terms = [question.terms[at] for at in question.content_places]
    if not _asks_words(question):
        return _said_on_topic(context, access) if question.request.form is AnswerForm.LIST else None
    if question.request.form is AnswerForm.QUOTE and _names_topic(context, access):
        return None
    facts = _said_by(terms, access)
    if not facts and question.request.form is AnswerForm.QUOTE and question.request.worded:
        named = len(people_named(terms, access)) == 1
        refusal = refuse(context, "not-said", Reason.NO_SUCH_SLOT, 0.85)
        return replace(refusal, form=AnswerForm.QUOTE) if named else None
    return told(context, None, facts, most=_most(context)) if facts else None


def asks_words_of_person(context: RuleContext, access: BaseAccess) -> bool:
    """«О чём говорила Линч?», «что Линч рассказала о суде?»: what a person has said, not who that is."""
    question = context.search.question
    said = any(
        _TOLD.intersection(term.morphology.lemmas)
        and "impr" not in term.morphology.moods
        and term.morphology.first_pos == "VERB"
        for term in question.terms
    )
    terms = [question.terms[at] for at in question.content_places]
    return said and bool(question.asking_places) and len(people_named(terms, access)) == 1


def _most(context: RuleContext) -> int:
    question = context.search.question
    whole = question.request.form is AnswerForm.LIST or any(term.word in _WHOLE for term in question.terms)
    return _ALL if whole else _OF_QUOTE


def _said_by(terms: Sequence[Term], access: BaseAccess) -> list[Fact]:
    """What the only person or side named has said."""
    sides, people = sides_named(terms, access), people_named(terms, access)
    if len(people) == 1:
        return [fact for fact in access.base.facts if fact.said_by == people[0].id]
    if len(sides) == 1 and not people:
        return [fact for fact in facts_of_side(sides[0], access.base) if fact.said_by]
    return []


def _said_on_topic(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Перечень намерений американской стороны»: what it said that has the word, two facts at least."""
    question = context.search.question
    terms = [question.terms[at] for at in question.content_places]
    topic = _topic(context, access)
    facts = [fact for fact in _said_by(terms, access) if topic and _share(fact, topic, access) == len(topic)]
    return told(context, None, facts, most=_ALL) if len(facts) > 1 else None


def _share(fact: Fact, topic: Sequence[Term], access: BaseAccess) -> int:
    """How many words of a topic a statement has."""
    said = access.lexicon.content(fact.says)
    return sum(any(key in said for key, level in term.keys if level >= Level.ROOT) for term in topic)


def compared(context: RuleContext, access: BaseAccess, terms: Sequence[Term]) -> Answer | None:
    """What two sides said: of a topic, where one is named, else the first of each."""
    sides = sides_named(terms, access)
    if len(sides) < _SIDES and any(_SIDE in term.morphology.lemmas for term in context.search.question.terms):
        sides = _speaking_sides(access)
    topic = _topic(context, access)
    groups = [_most_telling(side, topic, access) for side in sides[:_SIDES]]
    if len(groups) < _SIDES or not all(groups):
        return None
    lead = DigestLead(title=" и ".join(sides[:_SIDES]), about=COMPARED)
    return told(context, lead, [fact for group in groups for fact in group])


def both_said(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Что обе стороны сказали об интересах?», «обе стороны говорили о них?»: a fact of each that has every
    word of the topic."""
    question = context.search.question
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    is_asked = question.request.form in _OF_BOTH and not question.request.negated
    if not is_asked or not all(lemmas & words for words in (_BOTH, _WORDS["side"], SAYING | SPEECH)):
        return None
    sides = _speaking_sides(access)
    topic = [term for term in _topic(context, access) if not _BOTH.intersection(term.morphology.lemmas)]
    groups = [_most_telling(side, topic, access)[:1] for side in sides]
    is_whole = all(_share(fact, topic, access) == len(topic) for group in groups for fact in group)
    if len(sides) != _SIDES or not topic or not all(groups) or not is_whole:
        return None
    facts = [fact for group in groups for fact in group]
    if question.request.form is AnswerForm.YES_NO:
        return told(context, YesNoLead(polarity=Polarity.YES), facts)
    return told(context, DigestLead(title=" и ".join(sides), about=COMPARED), facts)


def _speaking_sides(access: BaseAccess) -> list[str]:
    sides = dict.fromkeys(person.side for person in access.base.people if person.side)
    return [side for side in sides if any(fact.said_by for fact in facts_of_side(side, access.base))]


def _most_telling(side: str, topic: Sequence[Term], access: BaseAccess) -> list[Fact]:
    said = [fact for fact in facts_of_side(side, access.base) if fact.said_by]
    shares = {fact.id: _share(fact, topic, access) for fact in said}
    best = max(shares.values(), default=0)
    if topic and best:
        return [fact for fact in said if shares[fact.id] == best][:1]
    return said[:_OF_SIDE]


def _names_topic(context: RuleContext, access: BaseAccess) -> bool:
    """Whether more is named than who says it, and where: «что американцы говорят об обмене»."""
    event = main_event(access.base)
    named = access.lexicon.sure(event.title) if event is not None else frozenset()
    return any(not any(key in named for key, _ in term.keys) for term in _topic(context, access))


def _topic(context: RuleContext, access: BaseAccess) -> list[Term]:
    """The words of content that name neither who speaks nor what is wanted."""
    question = context.search.question
    sides = {fact.said_by or "" for fact in access.base.facts} | {
        one.side or "" for one in access.base.people
    }
    named = people_named([question.terms[at] for at in question.content_places], access)
    texts = [*sides, *(one.name for one in access.base.people), *(one.post or "" for one in named)]
    names = frozenset[str]().union(*map(access.lexicon.content, texts))
    return [
        term
        for at in question.content_places
        if at not in question.request.worded
        and (term := question.terms[at]).word_class is WordClass.CONTENT
        and "impr" not in term.morphology.moods
        and not (_SAID | _ASKING).intersection(term.morphology.lemmas)
        and not any(key in names for key, level in term.keys if level >= Level.SYNONYM)
    ]


def _asks_words(question: Question) -> bool:
    is_quote = question.request.form is AnswerForm.QUOTE
    return is_quote or any(
        (SAYING | _STATEMENTS).intersection(term.morphology.lemmas) for term in question.terms
    )
