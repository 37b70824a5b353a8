"""Which came first: an order of things by the dates of the base, and whether one was before another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_parts import all_events, dated_parts
from knowledge.decision.times.dated_things import is_opposed
from knowledge.decision.times.time_answers import dated_answer
from knowledge.facts.dates import EdtfDate
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, OrderLead, Polarity, YesNoLead

_EARLIER, _LATER = (read_groups("calendar/groups")[group] for group in ("earlier", "later"))
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_LEAST = 2


def answer_order(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The things named, or all events, in the order of their dates; None where fewer than two have dates."""
    things = dated_parts(context.search.question, access)
    if len(things) < _LEAST and not _is_told_whole(context, access):
        things = all_events(context.search.question, access)
    if len(things) < _LEAST:
        return None
    things = sorted(things, key=lambda one: (one.when.first_day or date.min, one.when.last_day))
    known = all(_ordered(a.when, b.when) for a, b in pairwise(things))
    if not known:
        things = sorted(things, key=lambda one: one.when.last_day)
        known = all(_ordered(a.when, b.when) for a, b in pairwise(things))
    lead = OrderLead(items=tuple((one.title, one.when) for one in things), known=known)
    return dated_answer(context, lead, tuple(things), ())


def _is_told_whole(context: RuleContext, access: BaseAccess) -> bool:
    """«Все остановки по порядку» of a fact that lists the stops: it has every noun, titles of events none."""
    question, best = context.search.question, context.best
    content = [question.terms[at] for at in question.content_places if at not in question.request.worded]
    nouns = [term for term in content if term.morphology.first_pos == "NOUN"]
    if not nouns or best is None or context.probability < SURE_FROM:
        return False
    titles = [access.lexicon.content(event.title) for event in access.base.events]
    if sum(_has(nouns[0], keys, Level.LEMMA) for keys in titles) >= _LEAST:
        return False
    return all(_has(one, best.parsed.text_keys, Level.ROOT) for one in nouns)


def _has(term: Term, keys: frozenset[str], least: Level) -> bool:
    return any(key in keys for key, level in term.keys if level >= least)


def confirm_order(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Был ли визит раньше встречи?»: yes or no by the dates of both, with the facts that tell them."""
    words = {term.word for term in context.search.question.terms}
    is_earlier = bool(words & _EARLIER)
    if is_earlier == bool(words & _LATER):
        return None
    things = dated_parts(context.search.question, access)
    if len(things) != _LEAST or not all(one.event is not None for one in things):
        return None
    deeds = [term for term in context.search.question.terms if term.morphology.first_pos in _DEEDS]
    if any(one.event is not None and is_opposed(one.event, deeds, access) for one in things):
        return None
    first, second = things if is_earlier else reversed(things)
    if _ordered(first.when, second.when):
        lead = YesNoLead(polarity=Polarity.YES)
    elif _ordered(second.when, first.when):
        lead = YesNoLead(polarity=Polarity.NO)
    else:
        return None
    return dated_answer(context, lead, things, ())


def _ordered(earlier: EdtfDate, later: EdtfDate) -> bool:
    """Whether one date lies before another though not wholly: «не позднее 1 декабря» after September."""
    if later.start is None:
        return earlier.last_day < later.last_day
    return earlier.last_day < (later.first_day or date.min)
