"""The whole engine on the sample base."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase
from knowledge.results import (
    Answer,
    Participant,
    Reason,
    Refusal,
    Result,
    Slot,
    SmallTalk,
)
from tests.knowledge.sample_base import ANNA, BASE, JEAN, NOW, SOURCE

ENGINE = Engine(BASE)


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


@pytest.mark.parametrize(
    ("text", "fact", "slot", "value"),
    [
        ("Когда прошла первая регата?", "opened", Slot.DATE, EdtfDate.parse("2020-05-01")),
        ("Где состоится вторая регата?", "next", Slot.PLACE, "Калуга"),
        ("Сколько лодок участвовало в регате?", "boats", Slot.NUMBER, None),
        ("Что сказал Жан Мартен?", "speech", Slot.STATEMENT, None),
        ("Кто призвал беречь озеро?", "speech", Slot.SPEAKER, (Participant(person=JEAN, role="speaker"),)),
        ("Кто такая Анна Белова?", "mayor", Slot.POST, (Participant(person=ANNA, role="member"),)),
        ("судьи регаты", "judges", Slot.STATEMENT, None),
        ("Когда 2-я регата?", "next", Slot.DATE, EdtfDate.parse("2021-06")),
        # with typing errors
        ("кагда сотоится втарая регата", "next", Slot.DATE, EdtfDate.parse("2021-06")),
        ("rjulf cjcnjbncz dnjhfz htufnf", "next", Slot.DATE, EdtfDate.parse("2021-06")),
        ("kogda sostoitsya vtoraya regata", "next", Slot.DATE, EdtfDate.parse("2021-06")),
        # politely
        (
            "Добрый день! Пишу заметку. Подскажите, пожалуйста, когда состоится вторая регата?",
            "next",
            Slot.DATE,
            EdtfDate.parse("2021-06"),
        ),
    ],
)
def test_answers(text: str, fact: str, slot: Slot, value: object) -> None:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert (fact, slot, value) in [(one.fact.id, one.slot, one.value) for one in result.shown]


def test_who_is_answered_with_all_people_of_the_fact() -> None:
    result = ask("Кто судил регату?")
    assert isinstance(result, Answer)
    value = result.shown[0].value
    assert value == (Participant(person=ANNA, role="chair"), Participant(person=JEAN, role="chair"))


def test_double_question_gets_both_answers() -> None:
    result = ask("Кто судил регату и где состоится вторая регата?")
    assert isinstance(result, Answer)
    assert {one.fact.id for one in result.shown} >= {"judges", "next"}
    both = ask("Где и когда состоится вторая регата?")
    assert isinstance(both, Answer)
    assert {one.slot for one in both.shown} == {Slot.PLACE, Slot.DATE}


def test_unanswered_half_of_a_double_question_is_listed() -> None:
    result = ask("Кто судил регату и когда будет третья регата?")
    assert isinstance(result, Answer)
    assert [one.reason for one in result.unanswered] == [Reason.NO_SUCH_NUMBER]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Когда состоится третья регата?", Reason.NO_SUCH_NUMBER),
        ("Когда 3-я регата?", Reason.NO_SUCH_NUMBER),
        ("Сколько лет Анне Беловой?", Reason.NO_SUCH_SLOT),
        ("Где родился Жан Мартен?", Reason.NO_SUCH_SLOT),
        ("Почему прошла первая регата?", Reason.NO_SUCH_SLOT),
        ("Какая погода завтра?", Reason.OFF_TOPIC),
        ("Что сказала Анна Белова?", Reason.NO_SUCH_SLOT),
        ("где", Reason.NO_CONTEXT),
        ("ну и", Reason.NO_WORDS),
        ("12345", Reason.NO_WORDS),
        ("🎉🎉", Reason.NO_WORDS),
        ("", Reason.NO_WORDS),
        ("   \x00\n", Reason.NO_WORDS),
        ("?!.,", Reason.NO_WORDS),
    ],
)
def test_refusals(text: str, reason: Reason) -> None:
    result = ask(text)
    assert isinstance(result, Refusal), result
    assert result.reason is reason


def test_small_talk_has_no_facts_and_keeps_the_topic() -> None:
    before = ENGINE.reply("Когда состоится вторая регата?", NEW, NOW).conversation
    turn = ENGINE.reply("спасибо", before, NOW + timedelta(minutes=1))
    assert isinstance(turn.result, Answer)
    assert (turn.result.rule, turn.result.small_talk) == ("small-talk", SmallTalk.THANKS)
    assert turn.result.shown == ()
    assert turn.conversation.facts == before.facts
    assert ENGINE.reply("спасибо", NEW, NOW).conversation == NEW


def test_left_out_example_does_not_match_itself() -> None:
    text = "Кто были судьи регаты?"
    whole, without = (
        ENGINE.reply(text, NEW, NOW).result,
        ENGINE.without(text).reply(text, NEW, NOW).result,
    )
    assert without.confidence != whole.confidence
    # the other engine is unchanged
    assert ENGINE.reply(text, NEW, NOW).result == whole


def test_empty_base_refuses_everything() -> None:
    empty = Engine(FactBase(source=SOURCE))
    for text in ("Когда регата?", "регата", "", "где", "12"):
        assert isinstance(empty.reply(text, NEW, NOW).result, Refusal)
