"""A fact that tells of several events, and counts that a verb alone asks anew: what is asked of decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactId
from knowledge.results import Answer, ValueLead
from tests.knowledge.sample_base import BASE, FIRST, NEXT, NOW, OPENED, SECOND

_BEFORE = Fact(
    id=FactId("before"),
    says="Первая регата прошла в 2020 году в Усть-Каменке, вторая — в 2021 году в Калуге.",
    topic="days",
    about=(FIRST.id, SECOND.id),
    questions=("Когда была первая регата?", "Где прошла вторая регата?", "прошлые регаты"),
)
_VOTE = Fact(
    id=FactId("vote"),
    says="За устав проголосовали 98 яхтсменов, против — 12, воздержались 30.",
    topic="people",
    about=(FIRST.id,),
    questions=("Сколько яхтсменов проголосовало за устав?", "Сколько было против?", "итоги голосования"),
)
ENGINE = Engine(
    replace(
        BASE,
        events=(replace(FIRST, where="Усть-Каменка"), SECOND),
        facts=(_BEFORE, _VOTE, *(one for one in BASE.facts if one not in (OPENED, NEXT))),
    )
)


def _held(*talk: str) -> object:
    """The value of the last first line of a talk."""
    conversation = NEW
    for said in talk:
        turn = ENGINE.reply(said, conversation, NOW)
        conversation = turn.conversation
    assert isinstance(turn.result, Answer)
    assert isinstance(turn.result.lead, ValueLead)
    return turn.result.lead.held


@pytest.mark.parametrize(
    ("talk", "held"),
    [
        (("Где была первая регата?",), "Усть-Каменка"),
        (("Где была вторая регата?",), "Калуга"),
        (("Где была вторая регата?", "в каком году?"), "2021"),
        (("Где была первая регата?", "а когда?"), "2020"),
        (("Сколько проголосовало за устав?", "а воздержались?"), "30"),
        (("Сколько проголосовало за устав?", "а воздержалось?"), "30"),
    ],
)
def test_the_event_or_deed_that_is_asked_of_decides(talk: tuple[str, ...], held: str) -> None:
    assert held in str(_held(*talk))
