"""Answers over records and sets, which no single fact gives: tried before the form's own way."""

from __future__ import annotations

from knowledge.decision.amounts import compared_pairs, differences, extremes
from knowledge.decision.amounts.whose_share import whose_share
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.digests.event_outcomes import outcomes_of_event
from knowledge.decision.digests.side_statements import both_said
from knowledge.decision.propositions.age_prices import price_of_age
from knowledge.decision.propositions.all_there import judge_all_there
from knowledge.decision.propositions.offered_people import offered_person
from knowledge.decision.propositions.posts_of_several import judge_posts
from knowledge.decision.propositions.presence_propositions import denied_presence
from knowledge.decision.propositions.stated_event_counts import judge_event_count
from knowledge.decision.propositions.whole_sets import judge_whole_set
from knowledge.decision.records import event_sets, people_sets
from knowledge.decision.records.all_named import all_named
from knowledge.decision.records.attributions import attributed, said_of_nothing
from knowledge.decision.records.derivations import derived
from knowledge.decision.records.others_named import others_named
from knowledge.decision.records.own_places import own_place
from knowledge.decision.records.person_places import where_person_was
from knowledge.decision.records.person_sides import side_of_person
from knowledge.decision.records.record_counts import count_named
from knowledge.decision.records.report_questions import answer_report
from knowledge.decision.records.same_side import of_same_side
from knowledge.decision.records.whose_words import whose_words
from knowledge.results import Result


def answer_of_set(context: RuleContext, access: BaseAccess) -> Result | None:
    """The first such answer; None where none applies."""
    return (
        whose_words(context, access)
        or both_said(context, access)
        or price_of_age(context)
        or whose_share(context, access)
        or derived(context, access)
        or answer_report(context, access)
        or attributed(context, access)
        or said_of_nothing(context, access)
        or offered_person(context, access)
        or where_person_was(context, access)
        or own_place(context, access)
        or side_of_person(context, access)
        or of_same_side(context, access)
        or judge_posts(context, access)
        or judge_whole_set(context, access)
        or denied_presence(context, access)
        or count_named(context, access)
        or all_named(context, access)
        or others_named(context, access)
        or people_sets.answer_people(context, access)
        or judge_all_there(context, access)
        or judge_event_count(context, access)
        or event_sets.answer_events(context, access)
        or outcomes_of_event(context, access)
        or extremes.answer_extreme(context, access)
        or differences.answer_difference(context, access)
        or compared_pairs.answer_pair(context, access)
    )
