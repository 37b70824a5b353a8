"""The result of one clause: an answer in the form asked for, or what the common rules decide."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.amounts.told_amounts import told_amounts
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.recipients import told_for, with_those_asked_for
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.digests import digests, side_statements
from knowledge.decision.digests.event_outcomes import outcomes_of_event
from knowledge.decision.leads.leads import is_affirmed, lead_of
from knowledge.decision.propositions import presence_propositions, propositions, whereabouts
from knowledge.decision.propositions.adult_ages import judge_adult
from knowledge.decision.propositions.age_bands import judge_age
from knowledge.decision.propositions.asked_instead import answer_value
from knowledge.decision.propositions.came_of_demands import what_came
from knowledge.decision.propositions.charges import judge_charge
from knowledge.decision.propositions.confirming import confirm
from knowledge.decision.propositions.counted_as_named import counted_as_named
from knowledge.decision.propositions.denied_premises import denied_premise
from knowledge.decision.propositions.ends_of_hours import end_of_hours
from knowledge.decision.propositions.events_there import events_there
from knowledge.decision.propositions.every_day import judge_every_day
from knowledge.decision.propositions.first_of_kind import unless_first
from knowledge.decision.propositions.group_prices import judge_group_price
from knowledge.decision.propositions.held_roles import judge_role
from knowledge.decision.propositions.hours_asked import hours_of_asked_day
from knowledge.decision.propositions.main_event import judge_of_main
from knowledge.decision.propositions.meeting_again import judge_meeting_again
from knowledge.decision.propositions.mentioned import judge_mention
from knowledge.decision.propositions.moved_premise import with_moved_premise
from knowledge.decision.propositions.offered_pairs import one_of_offered
from knowledge.decision.propositions.offered_values import offered_value
from knowledge.decision.propositions.offers_apart import without_offers
from knowledge.decision.propositions.only_meant import unless_only_meant
from knowledge.decision.propositions.open_then import judge_open_then
from knowledge.decision.propositions.opposed_comparatives import judge_compared
from knowledge.decision.propositions.opposed_qualities import unless_opposed
from knowledge.decision.propositions.other_day import unless_other_day
from knowledge.decision.propositions.own_origins import judge_origin
from knowledge.decision.propositions.own_publication import judge_publication
from knowledge.decision.propositions.parts_of_day import open_at_part_of_day
from knowledge.decision.propositions.payers import unless_payer_only
from knowledge.decision.propositions.repeated_statements import judge_repeated
from knowledge.decision.propositions.stated_sex import judge_sex
from knowledge.decision.propositions.timeliness import judged_by_plan
from knowledge.decision.propositions.untold_yes import without_untold_yes
from knowledge.decision.records import event_changes
from knowledge.decision.records.called_off import of_called_off
from knowledge.decision.records.next_lengths import unless_of_next_event
from knowledge.decision.records.next_meeting import unless_past
from knowledge.decision.records.own_places import whether_from
from knowledge.decision.records.post_holders import post_holder
from knowledge.decision.records.record_answers import answer_from_record, named_event
from knowledge.decision.records.record_counts import count_records
from knowledge.decision.records.stated_speaker import judge_speaker
from knowledge.decision.records.told_ordinals import told_ordinal
from knowledge.decision.records.untold_outcomes import unless_to_come
from knowledge.decision.refusals.ages_of_work import unless_age_only
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.decision.refusals.untold_groups import unless_of_other_group
from knowledge.decision.rules import likely_answers, rules
from knowledge.decision.rules.denying_facts import main_denied, tells_other_days
from knowledge.decision.rules.since_when_in_post import since_when_in_post
from knowledge.decision.set_answers import answer_of_set
from knowledge.decision.times import event_lengths, held_lengths, order_answers, time_answers
from knowledge.decision.times.day_relations import confirm_days
from knowledge.decision.times.days_open import days_open
from knowledge.decision.times.earlier_meetings import before_itself
from knowledge.decision.times.told_lengths import told_length
from knowledge.language.values import ValueKind
from knowledge.results import Answer, AnswerForm, Reason, Refusal, Result, ValueLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.request import Span

_TOLD_WHOLE = (AnswerForm.SUMMARY, AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.QUOTE)
"""Forms that tell all there is; «о чём не говорили» asks for what is not there."""
_CLOCK = "clock"
_OPEN = ("unsure", "words-left")
"""Rules that refuse only because no fact is near enough."""


def decide_clause(context: RuleContext, access: BaseAccess) -> Result:
    """The form's own way of answering first, then the rules; an answer gets its first line."""
    question = context.search.question
    result = before_itself(_decide(context, access), context, access)
    result = unless_other_day(unless_to_come(result, context, access), context, access)
    result = unless_of_next_event(unless_past(result, context, access), context, access)
    result = unless_opposed(without_untold_yes(result, question, access), context, access)
    result = what_came(unless_only_meant(result, question, access), context, access)
    result = unless_of_other_group(unless_payer_only(result, context, access), context, access)
    result = judged_by_plan(
        unless_first(unless_age_only(result, context, access), question, access), question
    )
    return of_called_off(with_moved_premise(result, context, access), access)


def _decide(context: RuleContext, access: BaseAccess) -> Result:
    form = context.search.question.request.form
    special = _special(context, access)
    if special is not None:
        return special
    result = replace(_of_named_event(rules.decide(context), context, access), form=form)
    ended = end_of_hours(context, access) if isinstance(result, Refusal) else None
    if ended is not None:
        return ended
    if isinstance(result, Refusal) and form is AnswerForm.YES_NO:
        answered = answer_value(context, access) or open_at_part_of_day(context, access)
        if answered is not None:
            return answered
    if isinstance(result, Refusal):
        held = (
            offered_value(context, access)
            or denied_premise(context, access)
            or without_offers(context, access)
            or counted_as_named(context, access)
            or event_lengths.days_lasted(context, access)
            or (_length(context, access) or told_for(context) if result.rule in _OPEN else None)
            or answer_from_record(context, access.resolver)
            or events_there(context, access)
            or post_holder(context, access)
            or told_ordinal(context)
            or count_records(context, access)
            or outcomes_of_event(context, access, least=1)
            or digests.outcome_digest(context, access)
        )
        likely = None if held is not None else likely_answers.likely(result, context)
        if likely is None:
            return held or complete_refusal(result, context, access)
        result = replace(likely, form=form)
    if not isinstance(result, Answer) or not result.shown or result.lead is not None:
        return result
    if form is AnswerForm.YES_NO:
        return _confirmed(result, context, access)
    return _with_lead(result, context, access)


def _confirmed(result: Answer, context: RuleContext, access: BaseAccess) -> Result:
    """An answer to a proposition, with «да» or «нет» where that is sure."""
    confirmed = confirm(context, result, access)
    if confirmed.lead is not None:
        return confirmed
    return answer_value(context, access) or confirmed


def _with_lead(result: Answer, context: RuleContext, access: BaseAccess) -> Result:
    """An answer with its first line; without an event an hour of which only the day is told is refused."""
    event = named_event(context.search.question, access.resolver)
    lead = lead_of(result.shown[0], context.search.query, access, event)
    form = context.search.question.request.form
    untold = isinstance(lead, ValueLead) and lead.missing == _CLOCK
    if untold and event is None and form is AnswerForm.WHEN:
        # «Во сколько начался?» after its day was told
        refusal = refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.7)
        return complete_refusal(replace(refusal, form=form), context, access)
    says = result.shown[0].fact.says
    is_other = main_denied(context.search.question) and (is_affirmed(lead, says) or tells_other_days(says))
    if is_other:
        return result
    told = told_length(told_amounts(replace(result, lead=lead), context, access), context, access)
    return with_those_asked_for(told, context)


def _length(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The length of time that the nearest fact tells, as its first line."""
    found = held_lengths.held_length(context)
    lead = lead_of(found.shown[0], context.search.query, access, None) if found is not None else None
    return replace(found, lead=lead) if found is not None and lead is not None else None


def _of_named_event(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """«Во сколько начался диалог?»: the day of another event tells no hour of the one that is named."""
    question = context.search.question
    if not question.request.clock or not isinstance(result, Answer) or not result.shown:
        return result
    fact, event = result.shown[0].fact, named_event(question, access.resolver)
    if event is None or event.id in fact.about or any(v.kind is ValueKind.CLOCK for v in values_of(fact)):
        return result
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 1 - result.confidence)


def _special(context: RuleContext, access: BaseAccess) -> Result | None:
    request = context.search.question.request
    untold = event_changes.whether_changed(context, access) or since_when_in_post(context, access)
    first = untold or judge_open_then(context, access) or hours_of_asked_day(context, access)
    if first is not None:
        return first
    of_set = (
        answer_of_set(context, access)
        or judge_speaker(context, access)
        or one_of_offered(context, access)
        or days_open(context, access)
    )
    if of_set is not None:
        return of_set
    if request.negated and request.form in _TOLD_WHOLE:
        return None
    apart = request.span is Span.BETWEEN  # «на сколько дней позже диалога»
    if request.form is AnswerForm.SUMMARY or (request.form is AnswerForm.COMPARE and not apart):
        return digests.digest(context, access)
    if request.form in (AnswerForm.LIST, AnswerForm.QUOTE):
        return side_statements.all_said(context, access)
    timed = request.form is AnswerForm.ORDER or request.span not in (None, Span.LASTING)
    if timed and not main_denied(context.search.question):
        is_order = request.form is AnswerForm.ORDER
        answer = order_answers.answer_order if is_order else time_answers.answer_time
        return answer(context, access)
    if request.form is not AnswerForm.YES_NO:
        is_bare = request.form is AnswerForm.OTHER
        return (
            (propositions.judge_post(context, access) or judge_origin(context, access)) if is_bare else None
        )
    return (
        judge_mention(context, access)
        or judge_sex(context, access)
        or judge_repeated(context)
        or judge_publication(context, access)
        or judge_age(context, access)
        or judge_adult(context, access)
        or judge_charge(context)
        or judge_group_price(context)
        or judge_compared(context)
        or judge_of_main(context, access)
        or judge_meeting_again(context, access)
        or judge_every_day(context)
        or confirm_days(context, access)
        or order_answers.confirm_order(context, access)
        or whether_from(context, access)
        or presence_propositions.presence_there(context, access)
        or whereabouts.whether_there(context, access)
        or judge_role(context, access)
        or judge_origin(context, access)
        or propositions.judge(context, access)
    )
