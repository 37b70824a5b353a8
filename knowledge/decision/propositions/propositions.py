"""Questions of yes or no: what they state is held against what the base has.

Each value that the question states (a date, a number, a place, a person) is taken out and asked for; the
fact that answers holds the same value, another one, or a less exact one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.met_words import says_all, words_are_met
from knowledge.decision.context.polarity import is_no_by_own_words, unless_denied_then
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, stated_values, without_value
from knowledge.decision.propositions.counted_heads import with_asked_count
from knowledge.decision.propositions.dated_weekdays import dated_weekday_answer, is_dated_weekday
from knowledge.decision.propositions.headed_bodies import headed_body_lead
from knowledge.decision.propositions.judged_values import (
    JudgedValue,
    is_ahead_of_question,
    judge_directly,
    judge_value,
    value_answer,
)
from knowledge.decision.propositions.noun_phrases import names_thing_of
from knowledge.decision.propositions.partial_support import tells_of_substitute
from knowledge.decision.propositions.place_propositions import place_answer
from knowledge.decision.propositions.post_propositions import names_known_post, post_lead
from knowledge.decision.propositions.presence_propositions import presence_answer
from knowledge.decision.propositions.record_propositions import (
    POST_RECORD,
    planned_answer,
    post_answer,
    record_answer,
)
from knowledge.decision.propositions.role_propositions import role_answer
from knowledge.decision.propositions.shared_ordinals import unless_number_of_another
from knowledge.decision.propositions.stated_amounts import amounts_lead, stated_amounts
from knowledge.decision.propositions.turned_verdicts import is_turned, turned
from knowledge.decision.rules.denying_facts import denies_at
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Polarity, Result, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_NEAR = 5
"""A fact among so many nearest ones may hold what another denies."""
_OTHER_FROM = 0.7
"""The chance from which another fact is taken to say who did what is asked."""
_THIS = frozenset({"это"})


def judge(context: RuleContext, access: BaseAccess) -> Result | None:
    """The answer to a proposition, None where the common rules should judge it."""
    answer = _judge_affirmed(context, access)
    if answer is not None:
        answer = _with_every_amount(answer, context, access)
    if answer is not None and is_no_by_own_words(answer.lead, context.search.question):
        return None
    if answer is None:
        return None
    if isinstance(answer.lead, YesNoLead) and answer.lead.polarity is Polarity.UNTOLD:
        return replace(answer, lead=None)
    if is_turned(answer, context, access):
        return replace(answer, lead=turned(answer.lead, context.search.question))
    if not isinstance(answer.lead, YesNoLead) or not answer.shown:
        return answer
    says, question = answer.shown[0].fact.says, context.search.question
    if answer.lead.polarity is Polarity.YES and (
        _names_untold(answer, context, access) or tells_of_substitute(question, says, access.lexicon)
    ):
        return replace(answer, lead=None)
    asked = with_asked_count(unless_number_of_another(answer, context, access), context, access)
    if asked is not answer:
        return asked
    return replace(answer, lead=unless_denied_then(answer.lead, answer.shown[0].fact, context, access))


def judge_post(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Линч министр обороны», «Го это министр»: a person and a post side by side, though nothing is asked."""
    question = context.search.question
    if question.slots or question.request.negated or not any(_states_being(question, access)):
        return None
    post = post_lead(question, list(stated_values(question, access)), access)
    is_said = any(term.word in _THIS for term in question.terms)
    if post is None or (post[1].polarity is not Polarity.NO and not is_said):
        return None
    return post_answer(*post, context, access)


def _states_being(question: Question, access: BaseAccess) -> Iterator[bool]:
    """Whether a post stands in the nominative after a name: «Линч министр», not «министра Линч»."""
    for one in stated_values(question, access):
        after = question.terms[max(one.places) + 1 :] if one.kind == "person" else ()
        yield any(
            term.word in term.morphology.lemmas and POSTS.intersection(term.morphology.lemmas)
            for term in after
        )


def _names_untold(answer: Answer, context: RuleContext, access: BaseAccess) -> bool:
    """«Мощность цеха в Туле?» states nothing: its first noun is asked for, where the statement lacks it."""
    question = context.search.question
    if question.request.predicate or question.request.tagged or question.request.values:
        return False
    if answer.rule in ("event-record", POST_RECORD):
        return False
    nouns = (
        question.terms[at]
        for at in question.content_places
        if question.terms[at].morphology.first_pos == "NOUN"
    )
    head = next(nouns, None)
    said = access.lexicon.read(answer.shown[0].fact.says)
    held = {key for term in said for key, level in term.keys if level >= Level.ROOT}
    return (
        head is not None
        and not head.is_name
        and not any(key in held for key, level in head.keys if level >= Level.ROOT)
    )


def _with_every_amount(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer, if no amount speaks against it: «с июня ставка 5,9?» is not held by the date alone.

    «Нет» is not said where another fact near has every word and every amount.
    """
    question, lead = context.search.question, answer.lead
    amounts = [one for one in stated_amounts(question) if one.kind not in (ValueKind.DATE, ValueKind.WEEKDAY)]
    if not amounts or not answer.shown or not isinstance(lead, YesNoLead):
        return answer
    shown = next((one for one in context.search.facts if one.fact == answer.shown[0].fact), None)
    if lead.polarity is Polarity.YES:
        own = amounts_lead(shown, question, context, access) if shown is not None else lead
        bare = any(one.kind is ValueKind.NUMBER for one in amounts)
        return (None if bare else answer) if own is None else replace(answer, lead=own)
    if lead.polarity is Polarity.NO:
        for other in context.search.facts[:_NEAR]:
            own = amounts_lead(other, question, context, access) if other is not shown else None
            met = own is not None and words_are_met(question, other)
            if own is not None and met and own.polarity is Polarity.YES:
                return value_answer(other, own, context)
    return answer


def _judge_affirmed(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer as if the question denied nothing."""
    question = context.search.question
    stated = list(stated_values(question, access))
    states = question.request.predicate or question.request.tagged
    if not states and (_states_alone(question, stated) or names_thing_of(question, stated)):
        return None
    post = headed_body_lead(question, stated, access) or post_lead(question, stated, access)
    if post is not None:
        return post_answer(*post, context, access)
    if names_known_post(question, access):
        return None
    recorded = planned_answer(stated, context, access) or _recorded(stated, context, access)
    if recorded is not None and not _denies_told_day(recorded, stated, context):
        return recorded
    direct = judge_directly(stated, context, access)
    if direct is not None and not is_ahead_of_question(direct, context):
        return _of_another_fact(stated, direct, context, access) or direct
    judged: list[JudgedValue] = []
    for one in reversed(stated):
        rest = without_value(question, one)
        recorded = record_answer(one, rest, context, access)
        if recorded is not None:
            return recorded
        if rest is not None:
            judged += judge_value(one, stated, rest, context, access)
    likeliest = max(judged, key=lambda each: each.chance, default=None)
    if likeliest is None or (direct is not None and likeliest.lead.polarity is not Polarity.NO):
        return direct
    return value_answer(likeliest.fact, likeliest.lead, context)


def _denies_told_day(recorded: Answer, stated: Sequence[Stated], context: RuleContext) -> bool:
    """Whether the record has another day than the question, but the nearest fact denies of that very day: «в
    2020 году регату не проводили»."""
    best, lead = context.best, recorded.lead
    if best is None or not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.NO:
        return False
    if recorded.shown and recorded.shown[0].fact == best.fact:
        return False
    asked = [one.value for one in stated if one.value is not None and one.value.kind is ValueKind.DATE]
    dates = (value for value in values_of(best.fact) if value.kind is ValueKind.DATE)
    own = [value for value in dates if denies_at(best.fact.says, value)]
    year = context.base.source.published.end.year
    return bool(asked) and all(compare_dates(one, None, own, year) is Match.SAME for one in asked)


def _recorded(stated: Sequence[Stated], context: RuleContext, access: BaseAccess) -> Answer | None:
    """A date or a person alone beside an event: a fact of another day about it does not tell its date."""
    if is_dated_weekday(stated):
        return dated_weekday_answer(stated, context, access)
    if len(stated) != 1:
        return None
    rest = without_value(context.search.question, stated[0])
    return (
        record_answer(stated[0], rest, context, access)
        or presence_answer(stated[0], rest, context, access)
        or role_answer(stated[0], rest, context, access)
        or place_answer(stated[0], rest, context, access)
    )


def _states_alone(question: Question, stated: Sequence[Stated]) -> bool:
    """«А Линч?»: nothing is named but the value, so nothing is stated of it."""
    places = frozenset().union(*(one.places for one in stated))
    return bool(stated) and all(
        at in places or question.terms[at].word_class is not WordClass.CONTENT
        for at in question.content_places
    )


def _of_another_fact(
    stated: Sequence[Stated], direct: Answer, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """Where a person is stated, and another fact has the rest more surely but not the person: who did it is
    another. «Ахмеров победил?» of facts on who won and on Akhmerov's second place."""
    if not isinstance(direct.lead, YesNoLead) or direct.lead.polarity is not Polarity.YES:
        return None
    own = next((one for one in context.search.facts if one.fact == direct.shown[0].fact), None)
    if own is not None and says_all(context.search.question, own):
        return None
    for one in stated:
        rest = without_value(context.search.question, one) if one.kind == "person" else None
        if rest is None:
            continue
        judged = judge_value(one, stated, rest, context, access)
        if judged and judged[0].chance >= _OTHER_FROM and judged[0].fact.fact != direct.shown[0].fact:
            lead = judged[0].lead
            if lead.polarity in (Polarity.NO, Polarity.SET):
                return value_answer(judged[0].fact, lead, context)
    return None
