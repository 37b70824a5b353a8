"""The hour of an event is not told by the day of another one that the words fit better."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.results import Answer, Refusal, ValueLead
from tests.knowledge.sample_base import NOW

ENGINE = Engine(load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"))


@pytest.mark.parametrize("question", ["Во сколько начался диалог?", "В котором часу начался диалог?"])
def test_the_day_of_another_event_is_not_told(question: str) -> None:
    assert isinstance(ENGINE.reply(question, NEW, NOW).result, Refusal)


def test_the_day_of_the_event_itself_is_told_without_its_hour() -> None:
    result = ENGINE.reply("Во сколько начался первый диалог?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, ValueLead)
    assert result.lead.missing == "clock"
