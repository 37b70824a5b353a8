"""Properties of the engine's replies to any text, conversation and base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.conversation import NEW, Conversation
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.results import (
    Answer,
    Choices,
    Refusal,
    Result,
)
from tests.hypothesis_profiles import max_examples
from tests.knowledge.sample_base import BASE, NOW
from tests.pack.strategies import bases

ENGINE = Engine(BASE)


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


_WORDS = (
    "когда где кто сколько почему а и ли что сказал первая вторая третья регата судьи Белова Мартен лодок"
    " Тула Калуге лет он она там 2020 12 июня привет спасибо rjulf regata ? , . ! — \n 🎉 в с до"
    " после мэр озеро"
).split(" ")
_TALK = st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join)


def valid(result: Result) -> bool:
    """Check what holds for every result."""
    assert 0 <= result.confidence <= 1
    assert result.rule
    match result:
        case Answer():
            assert all(one.fact in BASE.facts for one in result.shown)
            assert result.shown or result.small_talk or result.events or result.wish
            assert not (result.shown and result.small_talk)
            assert len({(one.fact.id, one.slot) for one in result.shown}) == len(result.shown)
        case Choices():
            assert 2 <= len({option.fact.id for option in result.options}) <= 4
            assert all(option.fact in BASE.facts and option.label for option in result.options)
        case Refusal():
            assert len(result.near) <= 3
            assert all(option.fact in BASE.facts for option in result.near)
    assert 0 <= result.why.score <= 1
    return True


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000, "1," + "9" * 400, "²", "٣", "9" * 24])
@pytest.mark.parametrize(
    "words", ["В {} часов?", "Регата {} года?", "напомни через {} лет", "{}-я регата", "{} лодок"]
)
def test_a_number_of_any_length_is_read_or_left(words: str, digits: str) -> None:
    assert valid(ask(words.format(digits)))


@given(st.lists(st.text(max_size=50) | _TALK, min_size=1, max_size=4))
@max_examples(50)
def test_any_conversation_gives_valid_and_deterministic_results(texts: list[str]) -> None:
    conversation: Conversation = NEW
    for text in texts:
        turn = ENGINE.reply(text, conversation, NOW)
        assert valid(turn.result)
        assert ENGINE.reply(text, conversation, NOW) == turn
        assert set(turn.conversation.facts) | set(turn.conversation.options) <= BASE.fact_by_id.keys()
        conversation = turn.conversation


@given(bases(), st.data())
@max_examples(15)
def test_any_base_can_be_asked(base: FactBase, data: st.DataObject) -> None:
    """A base may hold any texts: asked in its own words, the engine shows facts of the base."""
    engine = Engine(base)
    own = [text for fact in base.facts for text in (fact.says, *fact.questions)]
    text = data.draw((st.sampled_from(own) | _TALK) if own else _TALK)
    turn = engine.reply(text, NEW, NOW)
    assert 0 <= turn.result.confidence <= 1
    follow = engine.reply("а где он?", turn.conversation, NOW).result
    for result in (turn.result, follow):
        if isinstance(result, Answer):
            assert all(one.fact in base.facts for one in result.shown)


@pytest.mark.parametrize(
    "text",
    [
        "а" * 4096,
        "когда " * 680,
        "⑳" * 4096,
        "ﷺ" * 4096,
        "регата " * 580,
        "9" * 4096,
        "? " * 2048,
        "и где " * 680,
        "а-" * 2048,
        "«" * 4096,
        "\u0301" * 4096,
        "1/2" * 1300,
    ],
)
def test_longest_message_gives_a_valid_result(text: str) -> None:
    assert valid(ask(text))
