"""«Кто упоминается?», «назови всех», «список дат», «что было в мае?»: all that the pack names of a kind."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.digests.digests import OF_TEXTS
from knowledge.decision.records.people_words import is_from_side
from knowledge.decision.records.record_answers import telling
from knowledge.facts.model import Event, Fact
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, EventLine, EventsLead, Lead, ListLead, Shown, Slot
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_sets")
_SIDE = read_groups("requests/person_sides")["side"]
_HAPPENING = read_words("verbs/happening")
_EVERYBODY = read_groups("question_words/groups")["correlative"]
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH
_SEVERAL = 2


def all_named(context: RuleContext, access: BaseAccess) -> Answer | None:
    """All people or all dated events; None where a word asks for more."""
    question = context.search.question
    if question.request.negated or access.own_words:
        return None
    if question.request.form is AnswerForm.WHAT and question.request.values:
        return _of_date(context, access)
    left = [term for term in question.terms if not _only_asks(term, question)]
    sided = [term for term in left if sides_named([term], access)]
    if sided and is_from_side(question, access):
        left = [term for term in left if term not in sided and not _SIDE.intersection(term.morphology.lemmas)]
    if any(_named_noun(term) is None for term in left):
        return None
    nouns = {_named_noun(term) for term in left}
    if nouns == {Slot.DATE} and _asks_all(question):
        return _all_dates(context, access)
    if nouns <= {Slot.PERSON} and _asks_people(question, bool(nouns)):
        return _all_people(sides_named(sided, access), context, access)
    return None


def _only_asks(term: Term, question: Question) -> bool:
    """Whether a word is none of content, or only orders, names or points to the text."""
    forms = {term.word, *term.morphology.lemmas}
    known = _WORDS["naming"] | _WORDS["asking"] | _WORDS["store"] | OF_TEXTS
    is_noun = _named_noun(term) is not None
    return not is_noun and (
        term.word_class < WordClass.LIGHT
        or term.word in _ASKING
        or bool(forms & known)
        or _is_worded(term, question)
    )


def _is_worded(term: Term, question: Question) -> bool:
    is_noun = term.morphology.first_pos == "NOUN"
    return not is_noun and any(question.terms[at] is term for at in question.request.worded)


def _named_noun(term: Term) -> Slot | None:
    """Whether a noun stands for people or for dates."""
    if _WORDS["people"].intersection(term.morphology.lemmas):
        return Slot.PERSON
    return Slot.DATE if _WORDS["dates"].intersection(term.morphology.lemmas) else None


def _asks_all(question: Question) -> bool:
    plural = any(
        _WORDS["dates"].intersection(term.morphology.lemmas) and term.word in _WORDS["several_dates"]
        for term in question.terms
    )
    return plural and question.request.form in (AnswerForm.LIST, AnswerForm.WHEN, AnswerForm.OTHER)


def _asks_people(question: Question, named: bool) -> bool:
    """«Назови всех», «кто упоминается», «список имён»."""
    everybody = any(term.word in _EVERYBODY for term in question.terms)
    if question.request.form is AnswerForm.LIST:
        return everybody or named
    names = any(_WORDS["naming"].intersection(term.morphology.lemmas) for term in question.terms)
    return question.slot is Slot.PERSON and names and question.request.form is AnswerForm.WHO


def _all_people(sides: Sequence[str], context: RuleContext, access: BaseAccess) -> Answer | None:
    """All people, or those of a side."""
    people = tuple(one for one in access.base.people if not sides or one.side in sides)
    items = tuple(f"{one.name}: {one.post}" if one.post else one.name for one in people)
    facts = [fact for one in people for fact in identity_facts(one, context)]
    return _answer(ListLead(items=items, people=people), facts, context) if people[1:] or sides else None


def _all_dates(context: RuleContext, access: BaseAccess) -> Answer | None:
    dated = [one for one in access.base.events if one.when is not None]
    dated.sort(key=lambda one: one.when.last_day if one.when is not None else access.today)
    return _of_events(dated, context) if len(dated) >= _SEVERAL else None


def _of_date(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Что было в мае?»: the events of that time, where nothing but the time is named."""
    question = context.search.question
    values = [one for one in question.request.values if one.kind is ValueKind.DATE]
    if len(values) != 1 or len(question.request.values) != 1:
        return None
    value = values[0]
    rest = [
        term
        for term in question.terms
        if not value.start <= term.token.start < value.end and term.word_class is WordClass.CONTENT
    ]
    happens = any(_HAPPENING.intersection(term.morphology.lemmas) for term in question.terms)
    if not happens or any(not _HAPPENING.intersection(term.morphology.lemmas) for term in rest):
        return None
    year = access.base.source.published.end.year
    events = [
        one
        for one in access.base.events
        if one.when is not None
        and one.when.start is not None
        and compare_dates(value, one.when, [], year) is Match.SAME
    ]
    return _of_events(events, context) if events else None


def _of_events(events: Sequence[Event], context: RuleContext) -> Answer | None:
    lines = tuple(EventLine(title=one.title, when=one.when) for one in events)
    facts = [one.fact for event in events for one in telling(event, AnswerForm.WHEN, context)]
    facts = (
        facts
        or [fact for event in events for fact in context.base.facts if fact.about[:1] == (event.id,)][:1]
    )
    return _answer(EventsLead(lines=lines), facts, context, events)


def _answer(
    lead: Lead, facts: Sequence[Fact], context: RuleContext, events: Sequence[Event] = ()
) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    if not shown:
        return None
    form = context.search.question.request.form
    return Answer(
        rule="event-set",
        confidence=0.85,
        shown=shown,
        events=tuple(events),
        lead=lead,
        form=form,
        why=context.why,
    )
