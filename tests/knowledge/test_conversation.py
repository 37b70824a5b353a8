"""Follow-ups: what is carried over, what is replaced, and when a topic expires."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.conversation import LIFETIME, NEW, SKEW, Conversation, from_json, to_json
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId
from knowledge.results import Answer, Choices, JointLead, Reason, Refusal, Result, Slot, ValueLead
from tests.knowledge.sample_base import BASE, NOW

ENGINE = Engine(BASE)


@pytest.mark.parametrize("words", ["не то", "Нет, не то.", "нет"])
def test_a_reading_that_was_not_meant_is_left(words: str) -> None:
    corrected = talk("Где состоится втрая регата?")
    assert isinstance(corrected, Answer)
    assert corrected.why.corrected == "Где состоится вторая регата?"
    as_typed = talk("Где состоится втрая регата?", words)
    assert isinstance(as_typed, Refusal)
    assert as_typed.named == ("втрая",)
    assert not as_typed.why.corrected
    assert (as_typed.reason, as_typed.near) == (Reason.AS_TYPED, ())


def test_thanks_end_what_was_not_meant() -> None:
    turn = ENGINE.reply("Где состоится втрая регата?", NEW, NOW)
    assert turn.conversation.typed == "Где состоится втрая регата?"
    assert ENGINE.reply("спасибо", turn.conversation, NOW).conversation.typed == ""


def talk(*texts: str, minutes_between: int = 1) -> Result:
    """The result of the last message of a conversation."""
    conversation, now = NEW, NOW
    for text in texts:
        turn = ENGINE.reply(text, conversation, now)
        conversation, now = turn.conversation, now + timedelta(minutes=minutes_between)
    return turn.result


def shown(result: Result) -> list[tuple[str, Slot]]:
    assert isinstance(result, Answer), result
    return [(one.fact.id, one.slot) for one in result.shown]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # another slot of the same thing
        (("Когда состоится вторая регата?", "А где?"), ("next", Slot.PLACE)),
        (("Когда прошла первая регата?", "и в каком городе?"), ("opened", Slot.PLACE)),
        (("Где прошла первая регата?", "а когда?"), ("opened", Slot.DATE)),
        # the same slot of another thing
        (("Когда прошла первая регата?", "а вторая?"), ("next", Slot.DATE)),
        (("Где состоится вторая регата?", "А первая?"), ("opened", Slot.PLACE)),
        (("Кто такая Анна Белова?", "а Мартен?"), ("envoy", Slot.POST)),
        (("Кто такой Жан Мартен?", "а Белова?"), ("mayor", Slot.POST)),
        (("Кто такой Жан Мартен?", "а Белова?", "а Мартен?"), ("envoy", Slot.POST)),
        # twice over
        (("Когда прошла первая регата?", "А где?", "а вторая?"), ("next", Slot.PLACE)),
        # pronouns
        (("Кто такой Жан Мартен?", "Что он сказал?"), ("speech", Slot.STATEMENT)),
        (("Что сказал Жан Мартен?", "а кто он такой?"), ("envoy", Slot.POST)),
        (("Когда состоится вторая регата?", "а где она пройдёт?"), ("next", Slot.PLACE)),
        # a polite word between keeps the topic
        (("Когда состоится вторая регата?", "спасибо", "а где?"), ("next", Slot.PLACE)),
        # a refusal keeps the topic before it
        (("Когда состоится вторая регата?", "какая погода?", "а где?"), ("next", Slot.PLACE)),
    ],
)
def test_follow_up_is_filled_from_the_conversation(
    texts: tuple[str, ...], expected: tuple[str, Slot]
) -> None:
    assert expected in shown(talk(*texts))


def test_they_means_all_people_shown() -> None:
    assert {fact for fact, _ in shown(talk("Кто судил регату?", "а кто они?"))} == {"mayor", "envoy"}


def test_complete_question_takes_nothing_from_the_conversation() -> None:
    assert ("boats", Slot.NUMBER) in shown(talk("Когда состоится вторая регата?", "Сколько было лодок?"))
    assert ("mayor", Slot.POST) in shown(talk("Когда вторая регата?", "Кто такая Анна Белова?"))


def test_follow_up_without_a_conversation_is_refused() -> None:
    result = talk("А где?")
    assert isinstance(result, Refusal)
    assert result.reason is Reason.NO_CONTEXT


def test_follow_up_about_something_unknown_is_refused() -> None:
    result = talk("Когда прошла первая регата?", "а третья регата?")
    assert isinstance(result, Refusal)
    assert (result.rule, result.named) == ("other-number", ("третья регата",))
    assert isinstance(talk("Кто такая Анна Белова?", "а сколько ей лет?"), Refusal)


def test_topic_expires_after_a_pause() -> None:
    minutes = int(LIFETIME.total_seconds() // 60)
    assert isinstance(talk("Когда прошла первая регата?", "А где?", minutes_between=minutes), Answer)
    late = talk("Когда прошла первая регата?", "А где?", minutes_between=minutes + 1)
    assert isinstance(late, Refusal)
    assert late.reason is Reason.NO_CONTEXT


def test_a_topic_outlives_clocks_that_differ() -> None:
    asked = ENGINE.reply("Когда прошла первая регата?", NEW, NOW + SKEW).conversation
    assert isinstance(ENGINE.reply("А где?", asked, NOW).result, Answer)


def test_topic_of_the_future_is_ignored() -> None:
    """A clock that is set back must not keep a topic alive."""
    assert isinstance(talk("Когда прошла первая регата?", "А где?", minutes_between=-1), Refusal)


OFFERED = Conversation(
    question="регата",
    options=(FactId("opened"), FactId("next"), FactId("judges"), FactId("boats")),
    at=NOW,
)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("1", "opened"),
        ("4", "boats"),
        (" 2. ", "next"),
        ("3)", "judges"),
        ("давай 1", "opened"),
        ("первый вариант", "opened"),
        ("да, второй", "next"),
        ("последний", "boats"),
        ("Кто судил регату?", "judges"),
        ("кто судил регату", "judges"),
        ("Судили регату Анна Белова и Жан Мартен.", "judges"),
    ],
)
def test_option_is_chosen_by_its_number_or_its_words(text: str, fact: str) -> None:
    turn = ENGINE.reply(text, OFFERED, NOW)
    assert isinstance(turn.result, Answer)
    assert turn.result.rule == "chosen"
    assert [one.fact.id for one in turn.result.shown] == [fact]
    assert turn.conversation.facts == (fact,)


@pytest.mark.parametrize("text", ["5", "0", "9"])
def test_number_without_an_option_chooses_nothing(text: str) -> None:
    assert isinstance(ENGINE.reply(text, OFFERED, NOW).result, Refusal)


def test_options_expire_after_a_pause() -> None:
    assert isinstance(ENGINE.reply("1", OFFERED, NOW + LIFETIME * 2).result, Refusal)


@pytest.mark.parametrize(
    "text",
    ["а где?", "1", "а вторая?", "а он?", "а кто они?", "и когда?", "Мартен", "спасибо", "", "а там?"],
)
def test_stored_conversation_may_name_retired_facts(text: str) -> None:
    gone = (FactId("gone"), FactId("long-gone"))
    stored = Conversation(question="Где Жан и регата?", slot=Slot.PLACE, facts=gone, options=gone, at=NOW)
    turn = ENGINE.reply(text, stored, NOW)
    if isinstance(turn.result, Answer):
        assert all(one.fact in BASE.facts for one in turn.result.shown)


def test_showing_a_retired_fact_raises_key_error() -> None:
    with pytest.raises(KeyError):
        ENGINE.show(FactId("gone"), NEW, NOW)


_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(-timedelta(hours=9, minutes=30))])
_IDS = st.lists(st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True).map(FactId), max_size=4).map(tuple)


@given(
    st.builds(
        Conversation,
        question=st.text(max_size=40),
        slot=st.sampled_from(Slot),
        facts=_IDS,
        options=_IDS,
        at=st.none() | st.datetimes(min_value=datetime(1, 1, 2), timezones=_ZONES),  # noqa: DTZ001 - hypothesis wants it naive
    )
)
def test_conversation_survives_json(conversation: Conversation) -> None:
    assert from_json(json.loads(json.dumps(to_json(conversation)))) == conversation


@pytest.mark.parametrize(
    "data", [{}, {"question": "", "slot": "nothing", "facts": [], "options": [], "at": None}]
)
def test_other_json_is_rejected(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        from_json(data)


@pytest.mark.parametrize("text", ["да", "Давай!", "да, пожалуйста"])
def test_consent_to_several_options_asks_which(text: str) -> None:
    turn = ENGINE.reply(text, OFFERED, NOW)
    assert isinstance(turn.result, Choices)
    assert [option.fact.id for option in turn.result.options] == list(OFFERED.options)
    assert turn.conversation.options == OFFERED.options


def test_consent_to_the_only_option_takes_it() -> None:
    turn = ENGINE.reply("да", replace(OFFERED, options=OFFERED.options[:1]), NOW)
    assert shown(turn.result) == [("opened", Slot.STATEMENT)]


@pytest.mark.parametrize(
    "text", ["нет", "ни один", "не то", "ни один не подходит", "нет, спасибо", "ни то ни другое"]
)
def test_an_offer_is_left(text: str) -> None:
    turn = ENGINE.reply(text, OFFERED, NOW)
    assert isinstance(turn.result, Answer)
    assert turn.result.rule == "small-talk"
    assert turn.conversation.options == ()


def test_a_new_name_replaces_a_whole_name() -> None:
    assert shown(talk("Кто такой Жан Мартен?", "а Белова?")) == [("mayor", Slot.POST)]


def test_each_of_two_slots_has_its_first_line() -> None:
    result = talk("Где и когда состоится вторая регата?")
    assert isinstance(result, Answer)
    assert result.lead == JointLead(
        leads=(ValueLead(held="Калуга"), ValueLead(held=EdtfDate.parse("2021-06")))
    )
