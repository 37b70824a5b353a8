"""Answers, offers a choice or refuses: ordered named rules, of which the first that applies decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.decision.context.answer_slots import fill_slots
from knowledge.decision.context.complements import rest_of_whole
from knowledge.decision.context.rule_context import (
    MAX_OPTIONS,
    SURE_ALONE,
    RuleContext,
    facts_to_show,
    refuse,
    to_option,
    unmatched_words,
)
from knowledge.decision.rules.comparative_rules import quality_missing
from knowledge.decision.rules.contrast_rules import (
    harm_untold,
    no_clock,
    opposite,
    other_change,
    other_way,
)
from knowledge.decision.rules.definitions import definition_missing
from knowledge.decision.rules.denied_rules import what_is_not
from knowledge.decision.rules.hard_rules import (
    attribute_missing,
    follow_up_unmatched,
    other_number,
    other_post,
    other_side,
    speaker_missing,
    turned_away,
)
from knowledge.decision.rules.only_counted import only_counted
from knowledge.decision.rules.other_measures import other_measure, other_one, other_recipient
from knowledge.decision.rules.other_tasks import other_task
from knowledge.decision.rules.others_told import (
    other_agent,
    other_code,
    other_kind,
    other_person,
    other_rank,
    other_role,
    other_value,
)
from knowledge.decision.rules.unsure_rules import (
    fully_met,
    other_date,
    other_name,
    slot_not_held,
    source_asked,
    unsure,
    words_left,
)
from knowledge.decision.rules.untold_sums import sum_untold
from knowledge.decision.rules.which_exactly import exact_ones_missing
from knowledge.language.synonyms import Level
from knowledge.language.tokens import normalize, tokens
from knowledge.results import Answer, Choices, Reason, Result, Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.ranking import FAR, accept
from knowledge.scoring.searcher import ScoredFact, SearchResult

ANSWER_FROM = 0.5
"""From this probability on the best fact is the answer."""
_ALIKE = 0.99
"""From this similarity on a question may be an example word by word."""
Rule = Callable[[RuleContext], Result | None]
"""Returns None where it does not apply."""


def answer_probability(search: SearchResult) -> float:
    """The probability (0..1) that the best fact answers; 0 where it has no word of the question."""
    if not search.facts:
        return 0.0
    best, second = search.facts[0], search.facts[1:2]
    if not best.features.cover:
        return 0.0
    runner_up = second[0].score if second else best.score - FAR
    return accept(best.features, best.share_of_best, best.share_of_possible, best.score, runner_up)


def no_words(context: RuleContext) -> Result | None:
    """The question has no content word."""
    question = context.search.question
    if question.content_places and not question.is_bare_number:
        return None
    if question.slots[:1] == (Slot.SOURCE,):
        return source_asked(context)
    if question.slots and not question.content_places:
        return refuse(context, "no-context", Reason.NO_CONTEXT, 0.8)
    return refuse(context, "no-words", Reason.NO_WORDS, 0.95)


def who_is(context: RuleContext) -> Result | None:
    """«Кто такая Линч?»: only the name of a person, and a fact that says who that is."""
    found = next((one for one in context.search.facts if one.features.identity), None)
    if found is None or context.search.question.slot is not Slot.POST or unmatched_words(context, *TermClass):
        return None
    shown = tuple(fill_slots(found, context.search.query, context.base))
    return Answer(
        rule="who-is", confidence=round(max(context.probability, 0.8), 3), shown=shown, why=context.why
    )


def as_in_example(context: RuleContext) -> Result | None:
    """The very words of an example question: its facts answer, whatever the rules hold of its words."""
    asked = _words(context.search.question.text)
    same = [found for found in context.search.facts if _has_example(found, asked)][:MAX_OPTIONS]
    if not same:
        return None
    query, base = context.search.query, context.base
    shown = tuple(one for found in same for one in fill_slots(found, query, base))
    chance = max(context.probability, SURE_ALONE)
    return Answer(rule="sure", confidence=round(chance, 3), shown=shown, why=context.why)


def _has_example(found: ScoredFact, words: tuple[str, ...]) -> bool:
    """Whether an example that is not left out has just these words."""
    return found.features.example > _ALIKE and any(_words(one.text) == words for one in found.parsed.examples)


@lru_cache(maxsize=4_096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(normalize(text)))


def nothing_near(context: RuleContext) -> Result | None:
    """No fact shares a word with the question."""
    return None if context.best else refuse(context, "nothing-near", Reason.OFF_TOPIC, 0.97)


def sure(context: RuleContext) -> Result | None:
    """The best fact is probable enough to answer, alone or with others."""
    return told(context, "sure") if context.best and context.probability >= ANSWER_FROM else None


def told(context: RuleContext, rule: str) -> Answer:
    """The best fact, alone or with others that are as near."""
    shown = tuple(
        replace(one, is_runner_up=is_runner_up)
        for found, is_runner_up in facts_to_show(context)
        for one in fill_slots(found, context.search.query, context.base)
    )
    return Answer(rule=rule, confidence=round(context.probability, 3), shown=shown, why=context.why)


def keywords(context: RuleContext) -> Result | None:
    """Only words of the base, no question word: the facts that have all of them are offered."""
    if context.best is None or context.search.question.slots or not _has_words(context, context.best):
        return None
    full = [found for found in context.search.facts if _has_words(context, found)][:MAX_OPTIONS]
    if len(full) == 1:
        return Answer(
            rule="keywords",
            confidence=0.6,
            shown=tuple(fill_slots(full[0], context.search.query, context.base)),
            why=context.why,
        )
    return Choices(rule="keywords", confidence=0.5, options=tuple(map(to_option, full)), why=context.why)


def _has_words(context: RuleContext, found: ScoredFact) -> bool:
    """Whether a fact has all words of the question, none by a thesaurus alone («льгота» for «пенсионер»)."""
    levels = match_terms(context.search.query, found.parsed.keys)
    return bool(found.features.terse_full) and all((level or 0) >= Level.ROOT for level in levels)


RULES: tuple[Rule, ...] = (
    no_words,
    as_in_example,
    other_task,
    nothing_near,
    other_number,
    other_side,
    other_agent,
    other_rank,
    other_role,
    other_code,
    other_kind,
    other_value,
    other_one,
    other_measure,
    other_recipient,
    turned_away,
    attribute_missing,
    definition_missing,
    exact_ones_missing,
    quality_missing,
    other_post,
    speaker_missing,
    other_person,
    follow_up_unmatched,
    rest_of_whole,
    what_is_not,
    no_clock,
    other_way,
    opposite,
    other_change,
    harm_untold,
    sum_untold,
    only_counted,
    sure,
    who_is,
    keywords,
    other_name,
    other_date,
    source_asked,
    slot_not_held,
    words_left,
    fully_met,
    unsure,
)


def decide(context: RuleContext, rules: Sequence[Rule] = RULES) -> Result:
    """The result of the first rule that applies. Raises AssertionError where none does."""
    for rule in rules:
        result = rule(context)
        if result is not None:
            return result
    raise AssertionError("the last rule always applies")
