"""Merging the results of several clauses; the explanation of one clause."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import NEW
from knowledge.decision.clause_results import merge_results
from knowledge.engine import Engine
from knowledge.facts.model import Fact
from knowledge.results import (
    Answer,
    Choices,
    Explanation,
    JointLead,
    Option,
    Reason,
    Refusal,
    Shown,
    Slot,
    ValueLead,
    WordReading,
)
from tests.knowledge.sample_base import BASE, BOATS, JUDGES, NEXT, NOW

ENGINE = Engine(BASE)
REFUSAL = Refusal(
    rule="other-name", confidence=0.7, reason=Reason.NO_SUCH_ENTITY, slot=Slot.DATE, named=("Париж",)
)


def answer(fact: Fact, slot: Slot, confidence: float) -> Answer:
    return Answer(rule="sure", confidence=confidence, shown=(Shown(fact=fact, slot=slot),))


def test_single_result_is_unchanged() -> None:
    assert merge_results([("когда", REFUSAL)]) is REFUSAL


def test_answers_are_merged_with_each_fact_once_for_each_slot() -> None:
    result = merge_results(
        [
            ("где", answer(NEXT, Slot.PLACE, 0.9)),
            ("кто", answer(JUDGES, Slot.PERSON, 0.8)),
            ("когда", answer(NEXT, Slot.DATE, 0.7)),
            ("где же", answer(NEXT, Slot.PLACE, 0.95)),
        ]
    )
    assert isinstance(result, Answer)
    assert (result.rule, result.confidence, result.unanswered) == ("double", 0.7, ())
    assert [(one.fact.id, one.slot) for one in result.shown] == [
        ("next", Slot.PLACE),
        ("next", Slot.DATE),
        ("judges", Slot.PERSON),
    ]


def test_two_posts_have_no_first_line_that_would_not_say_whose_they_are() -> None:
    posts = [replace(answer(fact, Slot.POST, 0.9), lead=ValueLead(held="Судья")) for fact in (JUDGES, BOATS)]
    count = replace(answer(NEXT, Slot.NUMBER, 0.9), lead=ValueLead(held="Двое"))
    both = merge_results([("кто", posts[0]), ("и кто", posts[1])])
    with_count = merge_results([("сколько", count), ("кто", posts[0]), ("и кто", posts[1])])
    one = merge_results([("сколько", count), ("кто", posts[0])])
    assert isinstance(both, Answer)
    assert both.lead is None
    assert isinstance(with_count, Answer)
    assert with_count.lead == count.lead
    assert isinstance(one, Answer)
    assert one.lead == JointLead(leads=(ValueLead(held="Двое"), ValueLead(held="Судья")))


def test_refused_clause_is_listed_beside_the_answer() -> None:
    result = merge_results([("когда в Париже", REFUSAL), ("сколько лодок", answer(BOATS, Slot.NUMBER, 0.9))])
    assert isinstance(result, Answer)
    assert result.rule == "double-half"
    (one,) = result.unanswered
    assert (one.text, one.reason, one.slot, one.named) == (
        "когда в Париже",
        Reason.NO_SUCH_ENTITY,
        Slot.DATE,
        ("Париж",),
    )


def test_clause_with_choices_counts_as_unanswered() -> None:
    options = tuple(Option(fact=fact, label="?") for fact in (NEXT, JUDGES))
    unsure = Choices(rule="keywords", confidence=0.5, options=options)
    result = merge_results([("сколько лодок", answer(BOATS, Slot.NUMBER, 0.9)), ("регата", unsure)])
    assert isinstance(result, Answer)
    assert [one.text for one in result.unanswered] == ["регата"]


def test_two_refusals_give_the_first() -> None:
    other = Refusal(rule="unsure", confidence=0.5, reason=Reason.OFF_TOPIC)
    assert merge_results([("а", REFUSAL), ("б", other)]) is REFUSAL


def why(text: str) -> Explanation:
    return ENGINE.reply(text, NEW, NOW).result.why


def test_explanation_gives_the_reading_of_each_word() -> None:
    found = why("Кто председатель второй гонки в Калуге с парусом?")
    assert found.slot is Slot.PERSON
    assert found.best == "next"
    readings = {word.read: word.reading for word in found.words}
    assert readings["Кто"] is WordReading.ASKING
    assert readings["в"] is WordReading.FUNCTION
    assert readings["Калуге"] is WordReading.SAME
    assert readings["парусом"] is WordReading.MISSING


def test_synonyms_differ_from_derived_words() -> None:
    readings = {word.read: word.reading for word in why("судья парусных гонок").words}
    assert readings["судья"] in (WordReading.SAME, WordReading.DERIVED)
    assert readings["парусных"] is WordReading.SYNONYM
    assert {word.read: word.reading for word in why("посольство Франции").words}["посольство"] is (
        WordReading.DERIVED
    )


def test_corrected_word_is_shown_as_written_and_as_read() -> None:
    for typed in ("кагда вторая регата", "rjulf вторая регата", "kogda вторая регата"):
        (first, *others) = why(typed).words
        assert (first.written, first.read, first.repaired) == (typed.split()[0], "когда", True)
        assert not any(word.repaired for word in others)


def test_words_typed_without_a_space_are_each_shown_as_corrected() -> None:
    words = why("когда втораярегата").words
    assert [(word.written, word.read) for word in words] == [
        ("когда", "когда"),
        ("втораярегата", "вторая"),
        ("втораярегата", "регата"),
    ]


def test_runner_up_is_another_fact_with_a_probability() -> None:
    found = why("кто судил регату")
    assert found.best == "judges"
    assert found.runner_up not in (None, "judges")
    assert 0 <= found.runner_up_score <= 1
    assert 0 <= found.score <= 1


def test_words_carried_over_are_listed() -> None:
    conversation = ENGINE.reply("Когда состоится вторая регата?", NEW, NOW).conversation
    found = ENGINE.reply("А где?", conversation, NOW).result.why
    assert "регата" in found.carried
    assert "регата" in found.understood
