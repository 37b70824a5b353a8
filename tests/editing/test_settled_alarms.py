"""An alarm that an editor settles is counted apart, and is no harm any more."""

from __future__ import annotations

from bot.editing.gate_summary import alarm_of, with_settled
from bot.records.gate import ChangedReply, GateSummary
from knowledge.quality.harm import HARMFUL, Harm

LOST = next(iter(HARMFUL))
HARMLESS = next(harm for harm in Harm if harm not in HARMFUL)


def reply(question: str, harm: Harm = LOST, *, known: bool = True, verdict: str = "отказ") -> ChangedReply:
    return ChangedReply(
        question=question,
        harm=harm.value,
        origin="example",
        before="",
        after="",
        verdict=verdict,
        known=known,
    )


def summary(*replies: ChangedReply, harmed: int, harmed_allowed: int = 0) -> GateSummary:
    counts: dict[str, int] = {}
    for one in replies:
        counts[one.harm] = counts.get(one.harm, 0) + 1
    return GateSummary(
        revision=1,
        asked=10,
        replies=replies,
        counts=counts,
        missed_share=0.0,
        fails=False,
        followers=0,
        harmed=harmed,
        harmed_allowed=harmed_allowed,
    )


def test_a_settled_alarm_is_counted_as_settled_and_harms_no_more() -> None:
    first, second = reply("Где был диалог?"), reply("Когда был диалог?")
    before = summary(first, second, harmed=2, harmed_allowed=1)
    after = with_settled(before, alarm_of(first))
    assert [one.settled for one in after.replies] == [True, False]
    assert after.counts == {LOST.value: 1, "settled": 1}
    assert (before.harms, after.harms) == (True, False)
    assert after.harmed == 1


def test_the_last_of_its_kind_leaves_no_count_of_none() -> None:
    only = reply("Где был диалог?")
    assert with_settled(summary(only, harmed=1), alarm_of(only)).counts == {"settled": 1}


def test_settling_twice_changes_nothing_more() -> None:
    only = reply("Где был диалог?")
    once = with_settled(summary(only, harmed=1), alarm_of(only))
    assert with_settled(once, alarm_of(only)) == once


def test_another_verdict_on_the_same_question_stays_an_alarm() -> None:
    only = reply("Где был диалог?")
    before = summary(only, harmed=1)
    assert with_settled(before, (alarm_of(only)[0], "ответ")) == before


def test_what_was_no_harm_to_a_known_question_lowers_no_count_of_harm() -> None:
    harmless, unknown, lost = reply("Кто?", HARMLESS), reply("Зачем?", known=False), reply("Где?")
    before = summary(harmless, unknown, lost, harmed=1)
    for one in (harmless, unknown):
        assert with_settled(before, alarm_of(one)).harmed == 1


def test_replies_beyond_those_stored_stay_counted_as_harmed() -> None:
    one = reply("Где был диалог?")
    assert with_settled(summary(one, harmed=5), alarm_of(one)).harmed == 4


def test_alike_are_unsettled_replies_of_one_verdict_that_nobody_else_can_judge() -> None:
    turned = [reply(f"вопрос {at}", Harm.TURNED, verdict="answer:place/no") for at in range(3)]
    other, lost = reply("вопрос 3", Harm.TURNED, verdict="answer:place/yes"), reply("Где?")
    found = summary(*turned, other, lost, reply("Кто?"), harmed=2)
    assert [len(found.alike(place)) for place in range(6)] == [3, 3, 3, 1, 1, 1]
    assert len(with_settled(found, alarm_of(turned[0])).alike(1)) == 2
