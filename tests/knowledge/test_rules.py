"""The rules on hand-made contexts: which one applies, with what reason, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.decision.context.rule_context import CLOSE, MAX_OPTIONS, SURE_ALONE, RuleContext
from knowledge.decision.rules import rules
from knowledge.decision.rules.rules import decide
from knowledge.results import Answer, Choices, Reason, Refusal, Slot, SmallTalk
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.question import parse_question
from tests.knowledge.rule_contexts import NO_FEATURES, SEARCHER, context_of


@pytest.mark.parametrize(
    ("context", "rule", "reason", "named"),
    [
        (context_of("ну", 0.9), "no-words", Reason.NO_WORDS, ()),
        (context_of("123", 0.9), "no-words", Reason.NO_WORDS, ()),
        (context_of("", 0.9), "no-words", Reason.NO_WORDS, ()),
        (context_of("где", 0.9), "no-context", Reason.NO_CONTEXT, ()),
        (context_of("погода", 0.9), "nothing-near", Reason.OFF_TOPIC, ()),
        (
            context_of("когда третья регата", 0.9, missing_ordinal=1),
            "other-number",
            Reason.NO_SUCH_NUMBER,
            ("третья регата",),
        ),
        (context_of("возраст Беловой", 0.9, lacking_sure=1), "not-told", Reason.NO_SUCH_SLOT, ("возраст",)),
        (context_of("почему регата", 0.9, why_lacking=1), "not-told", Reason.NO_SUCH_SLOT, ()),
        (context_of("что сказала Белова", 0.9, speech_lacking=1), "not-said", Reason.NO_SUCH_SLOT, ()),
        (
            context_of("когда регата парус", 0.9, own_words=frozenset({"парус"})),
            "follow-up-lost",
            Reason.UNACCOUNTED,
            ("парус",),
        ),
        (
            context_of("когда регата в Париже", 0.2, missing_name=1),
            "other-name",
            Reason.NO_SUCH_ENTITY,
            ("Париже",),
        ),
        (
            context_of("регата 2019 года", 0.2, missing_number=1),
            "other-date",
            Reason.NO_SUCH_NUMBER,
            ("2019",),
        ),
        (context_of("кто судил регату", 0.2, slot_lacking=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (context_of("сколько судей", 0.2, uncounted=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (context_of("кто назначил Белову", 0.2, slot_taken=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (context_of("кто утопил лодки", 0.2), "words-left", Reason.UNACCOUNTED, ("утопил",)),
        (context_of("кто судил регату", 0.1), "unsure", Reason.NO_SUCH_SLOT, ()),
    ],
)
def test_refusals(context: RuleContext, rule: str, reason: Reason, named: tuple[str, ...]) -> None:
    result = decide(context)
    assert isinstance(result, Refusal)
    assert (result.rule, result.reason, result.named) == (rule, reason, named)
    assert 0 <= result.confidence <= 1
    assert result.why is context.why
    assert len(result.near) <= 3
    assert result.slot is context.search.question.slot


def test_source_is_told_where_nothing_else_is_asked() -> None:
    """«Откуда информация?» has no word that a fact must have, and is no want of context."""
    result = decide(context_of("откуда информация", 0.0))
    assert isinstance(result, Answer)
    assert (result.rule, result.small_talk) == ("source", SmallTalk.SOURCE)


def test_probable_fact_answers_with_the_slot_asked_for() -> None:
    result = decide(context_of("где состоится вторая регата", 0.81234))
    assert isinstance(result, Answer)
    assert (result.rule, result.confidence) == ("sure", 0.812)
    (shown,) = result.shown
    assert (shown.fact.id, shown.slot, shown.value) == ("next", Slot.PLACE, "Калуга")


def test_probability_decides() -> None:
    asked = "кто утопил лодки на регате"
    assert isinstance(decide(context_of(asked, rules.ANSWER_FROM)), Answer)
    assert isinstance(decide(context_of(asked, rules.ANSWER_FROM - 0.001)), Refusal)


def test_a_fact_with_every_word_and_no_rival_needs_less() -> None:
    result = decide(context_of("когда первая регата прошла в Туле", rules.ANSWER_FROM - 0.001))
    assert isinstance(result, Answer)
    assert result.rule == "fully-met"


def test_words_alone_do_not_tell_who_did_it() -> None:
    """A near miss has every word of a fact too: who did something, what and how much it does not tell."""
    assert isinstance(decide(context_of("кто судил регату", rules.ANSWER_FROM - 0.001)), Refusal)


@pytest.mark.parametrize("feature", ["missing_ordinal", "lacking_sure", "why_lacking", "speech_lacking"])
def test_hard_rule_refuses_at_any_probability(feature: str) -> None:
    marked: dict[str, Any] = {feature: 1.0}
    assert isinstance(decide(context_of("кто судил регату", 1.0, own_words=frozenset(), **marked)), Refusal)


@pytest.mark.parametrize(
    "feature", ["missing_name", "missing_number", "slot_lacking", "uncounted", "slot_taken"]
)
def test_other_features_only_explain_a_refusal(feature: str) -> None:
    marked: dict[str, Any] = {feature: 1.0}
    assert isinstance(decide(context_of("кто судил регату", 0.9, own_words=frozenset(), **marked)), Answer)


def test_keywords_of_several_facts_give_choices() -> None:
    result = decide(context_of("регата", 0.3, terse_full=1))
    assert isinstance(result, Choices)
    assert result.rule == "keywords"
    assert 2 <= len(result.options) <= MAX_OPTIONS
    assert [option.label for option in result.options] == [
        option.fact.questions[0] for option in result.options
    ]


def test_keywords_of_one_fact_give_its_answer() -> None:
    alone = context_of("регата", 0.3, terse_full=1)
    alone = replace(alone, search=replace(alone.search, facts=alone.search.facts[:1]))
    result = decide(alone)
    assert isinstance(result, Answer)
    assert (result.rule, len(result.shown)) == ("keywords", 1)


@pytest.mark.parametrize("word", ["судно", "арбитры"])
def test_a_word_that_a_thesaurus_alone_ties_to_a_fact_is_no_keyword(word: str) -> None:
    assert rules.keywords(context_of(word, 0.3, terse_full=1)) is None


def test_facts_with_the_same_example_answer_together() -> None:
    context = context_of("кто судил регату", 0.9)
    first, second, *_ = context.search.facts
    shared = "Кто судил регату?"
    both = (asked_by(first, shared), asked_by(second, shared), *context.search.facts[2:])
    result = decide(replace(context, search=replace(context.search, facts=both)))
    assert isinstance(result, Answer)
    assert {shown.fact.id for shown in result.shown} == {first.fact.id, second.fact.id}


def asked_by(found: ScoredFact, question: str) -> ScoredFact:
    """The fact with one example only, which asks the same as the question."""
    fact = replace(found.fact, questions=(question,))
    return replace(found, same_example=question, parsed=replace(found.parsed, fact=fact))


def test_close_runner_up_is_shown_unless_a_hard_rule_excludes_it() -> None:
    context = context_of("кто судил регату", 0.7)
    first, second, *rest = context.search.facts
    close = replace(second, score=first.score - CLOSE / 2)

    def shown(runner_up: ScoredFact, probability: float = 0.7) -> int:
        found = (first, runner_up, *rest)
        result = decide(
            replace(context, probability=probability, search=replace(context.search, facts=found))
        )
        assert isinstance(result, Answer)
        return len({one.fact.id for one in result.shown})

    assert shown(close) == 2
    assert shown(close, SURE_ALONE) == 1
    assert shown(replace(close, features=NO_FEATURES._replace(missing_ordinal=1.0))) == 1
    assert shown(second) == 1


def test_last_rule_always_applies() -> None:
    assert rules.RULES[-1](context_of("погода", 0.0)) is not None


def test_probability_without_facts_is_zero() -> None:
    assert rules.answer_probability(context_of("погода", 0.9).search) == 0
    assert (
        0
        < rules.answer_probability(SEARCHER.search(parse_question("кто судил регату", SEARCHER.lexicon)))
        < 1
    )


@pytest.mark.parametrize(
    ("text", "probability", "applies"),
    [
        ("Кто был мэром до Беловой?", 0.7, True),
        ("Кто был мэром до Беловой?", 0.9, False),
        ("Кто доплыл до Тулы?", 0.7, False),
        ("Кто судил кроме мэра?", 0.7, True),
    ],
)
def test_before_excludes_only_people(text: str, probability: float, applies: bool) -> None:
    assert (decide(context_of(text, probability)).rule == "turned-away") is applies


def test_probability_of_a_fact_without_a_word_of_the_question_is_zero() -> None:
    search = SEARCHER.search(parse_question("где регата", SEARCHER.lexicon, asking=True))
    assert rules.answer_probability(search) > 0
    empty = replace(search.facts[0], features=search.facts[0].features._replace(cover=0.0))
    assert rules.answer_probability(SearchResult(search.query, (empty,))) == 0
