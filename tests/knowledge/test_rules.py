"""The rules on hand-made contexts: which one applies, with what reason, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.decision import rules
from knowledge.decision.rule_context import CLOSE, MAX_OPTIONS, SURE_ALONE, RuleContext
from knowledge.decision.rules import decide
from knowledge.language.tokens import normalize
from knowledge.results import Answer, Choices, Explanation, Reason, Refusal, Slot
from knowledge.scoring.features import Features
from knowledge.scoring.searcher import ScoredFact, Searcher, SearchResult
from knowledge.understanding.question import understand
from tests.knowledge.sample_base import BASE

SEARCHER = Searcher(BASE)
NOTHING = Features(**dict.fromkeys(Features._fields, 0.0))


def case(text: str, chance: float, *, own: frozenset[str] = frozenset(), **features: float) -> RuleContext:
    """A question to the base; what was measured of all facts found is `features` and nothing else."""
    question = understand(normalize(text), SEARCHER.lexicon, asking=True)
    search = SEARCHER.search(question)
    measured = NOTHING._replace(**features)
    found = tuple(
        replace(one, features=measured, score=10.0 - 2 * place, same_example=None)
        for place, one in enumerate(search.facts)
    )
    return RuleContext(
        search=SearchResult(search.query, found),
        probability=chance,
        base=BASE,
        own_words=own,
        why=Explanation(score=chance),
    )


@pytest.mark.parametrize(
    ("given", "rule", "reason", "named"),
    [
        (case("ну", 0.9), "no-words", Reason.NO_WORDS, ()),
        (case("123", 0.9), "no-words", Reason.NO_WORDS, ()),
        (case("", 0.9), "no-words", Reason.NO_WORDS, ()),
        (case("где", 0.9), "no-context", Reason.NO_CONTEXT, ()),
        (case("погода", 0.9), "nothing-near", Reason.OFF_TOPIC, ()),
        (
            case("когда третья регата", 0.9, missing_ordinal=1),
            "other-number",
            Reason.NO_SUCH_NUMBER,
            ("третья регата",),
        ),
        (case("возраст Беловой", 0.9, lacking_sure=1), "not-told", Reason.NO_SUCH_SLOT, ("возраст",)),
        (case("почему регата", 0.9, why_lacking=1), "not-told", Reason.NO_SUCH_SLOT, ()),
        (case("что сказала Белова", 0.9, speech_lacking=1), "not-said", Reason.NO_SUCH_SLOT, ()),
        (
            case("когда регата парус", 0.9, own=frozenset({"парус"})),
            "follow-up-lost",
            Reason.UNACCOUNTED,
            ("парус",),
        ),
        (
            case("когда регата в Париже", 0.2, missing_name=1),
            "other-name",
            Reason.NO_SUCH_ENTITY,
            ("Париже",),
        ),
        (case("регата 2019 года", 0.2, missing_number=1), "other-date", Reason.NO_SUCH_NUMBER, ("2019",)),
        (case("кто судил регату", 0.2, slot_lacking=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (case("сколько судей", 0.2, uncounted=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (case("кто назначил Белову", 0.2, slot_taken=1), "slot-not-held", Reason.NO_SUCH_SLOT, ()),
        (case("кто утопил лодки", 0.2), "words-left", Reason.UNACCOUNTED, ("утопил",)),
        (case("кто судил регату", 0.2), "unsure", Reason.NO_SUCH_SLOT, ()),
    ],
)
def test_refusals(given: RuleContext, rule: str, reason: Reason, named: tuple[str, ...]) -> None:
    result = decide(given)
    assert isinstance(result, Refusal)
    assert (result.rule, result.reason, result.named) == (rule, reason, named)
    assert 0 <= result.confidence <= 1
    assert result.why is given.why
    assert len(result.near) <= 3
    assert result.slot is given.search.question.slot


def lacking(feature: str, chance: float) -> RuleContext:
    """A question whose facts all have one feature."""
    given = case("кто судил регату", chance)
    measured = NOTHING._replace(**{feature: 1.0})
    found = tuple(replace(one, features=measured) for one in given.search.facts)
    return replace(given, search=replace(given.search, facts=found))


def test_probable_fact_answers_with_the_slot_asked_for() -> None:
    result = decide(case("где состоится вторая регата", 0.81234))
    assert isinstance(result, Answer)
    assert (result.rule, result.confidence) == ("sure", 0.812)
    (shown,) = result.shown
    assert (shown.fact.id, shown.slot, shown.value) == ("next", Slot.PLACE, "Калуга")


def test_probability_decides() -> None:
    assert isinstance(decide(case("кто судил регату", rules.ANSWER_FROM)), Answer)
    assert isinstance(decide(case("кто судил регату", rules.ANSWER_FROM - 0.001)), Refusal)


@pytest.mark.parametrize("veto", ["missing_ordinal", "lacking_sure", "why_lacking", "speech_lacking"])
def test_hard_rule_refuses_at_any_probability(veto: str) -> None:
    assert isinstance(decide(lacking(veto, 1.0)), Refusal)


@pytest.mark.parametrize(
    "doubt", ["missing_name", "missing_number", "slot_lacking", "uncounted", "slot_taken"]
)
def test_other_features_only_explain_a_refusal(doubt: str) -> None:
    assert isinstance(decide(lacking(doubt, 0.9)), Answer)


def test_keywords_of_several_facts_give_choices() -> None:
    result = decide(case("регата", 0.3, terse_full=1))
    assert isinstance(result, Choices)
    assert result.rule == "keywords"
    assert 2 <= len(result.options) <= MAX_OPTIONS
    assert [option.label for option in result.options] == [
        option.fact.questions[0] for option in result.options
    ]


def test_keywords_of_one_fact_give_its_answer() -> None:
    alone = case("регата", 0.3, terse_full=1)
    alone = replace(alone, search=replace(alone.search, facts=alone.search.facts[:1]))
    result = decide(alone)
    assert isinstance(result, Answer)
    assert (result.rule, len(result.shown)) == ("keywords", 1)


def test_facts_with_the_same_example_answer_together() -> None:
    given = case("кто судил регату", 0.9)
    first, second, *_ = given.search.facts
    shared = "Кто судил регату?"
    both = (asked_by(first, shared), asked_by(second, shared), *given.search.facts[2:])
    result = decide(replace(given, search=replace(given.search, facts=both)))
    assert isinstance(result, Answer)
    assert {shown.fact.id for shown in result.shown} == {first.fact.id, second.fact.id}


def asked_by(found: ScoredFact, question: str) -> ScoredFact:
    """The same with one example question, which is the nearest."""
    fact = replace(found.fact, questions=(question,))
    return replace(found, same_example=question, parsed=replace(found.parsed, fact=fact))


def test_close_runner_up_is_shown_unless_a_hard_rule_excludes_it() -> None:
    given = case("кто судил регату", 0.7)
    first, second, *rest = given.search.facts
    close = replace(second, score=first.score - CLOSE / 2)

    def shown(runner_up: ScoredFact, chance: float = 0.7) -> int:
        found = (first, runner_up, *rest)
        result = decide(replace(given, probability=chance, search=replace(given.search, facts=found)))
        assert isinstance(result, Answer)
        return len({one.fact.id for one in result.shown})

    assert shown(close) == 2
    assert shown(close, SURE_ALONE) == 1
    assert shown(replace(close, features=NOTHING._replace(missing_ordinal=1.0))) == 1
    assert shown(second) == 1


def test_last_rule_always_applies() -> None:
    assert rules.RULES[-1](case("погода", 0.0)) is not None
    names = [rule.__name__ for rule in rules.RULES]
    assert len(set(names)) == len(names)


def test_probability_without_facts_is_zero() -> None:
    assert rules.answer_probability(case("погода", 0.9).search) == 0
    assert 0 < rules.answer_probability(SEARCHER.search(understand("кто судил регату", SEARCHER.lexicon))) < 1


@pytest.mark.parametrize(
    ("text", "chance", "turned"),
    [
        ("Кто был мэром до Беловой?", 0.7, True),
        ("Кто был мэром до Беловой?", 0.9, False),
        ("Кто доплыл до Тулы?", 0.7, False),
        ("Кто судил кроме мэра?", 0.7, True),
    ],
)
def test_before_excludes_only_people(text: str, chance: float, turned: bool) -> None:
    assert (decide(case(text, chance)).rule == "turned-away") is turned


def test_probability_of_a_fact_without_a_word_of_the_question_is_zero() -> None:
    search = SEARCHER.search(understand("где регата", SEARCHER.lexicon, asking=True))
    assert rules.answer_probability(search) > 0
    empty = replace(search.facts[0], features=search.facts[0].features._replace(cover=0.0))
    assert rules.answer_probability(SearchResult(search.query, (empty,))) == 0
