"""What «Поделиться» carries: a question that stands alone, never one that was only understood from a talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.replies.answers.buttons import Answered, under_reply
from bot.replies.answers.links import share_button
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.results import Answer, Explanation
from tests.knowledge.sample_base import BASE

NOW = datetime(2026, 1, 10, tzinfo=UTC)


def _answer() -> Answer:
    result = (
        Engine(BASE).reply(next(fact.questions[0] for fact in BASE.facts if fact.questions), NEW, NOW).result
    )
    assert isinstance(result, Answer)
    return result


def _shared(result: Answer, typed: str) -> bool:
    """Whether the row has the button that shares the typed question."""
    answered = Answered(result=result, question=typed, base=BASE, now=NOW, private=True)
    return share_button(f"{typed}?") in [button for row in under_reply(answered) for button in row]


def test_a_question_that_stands_alone_is_shared_as_typed() -> None:
    result = _answer()
    assert _shared(result, result.shown[0].fact.questions[0].rstrip("?"))


@pytest.mark.parametrize("typed", ["Ещё", "Ещё что-нибудь"])
def test_what_is_understood_as_nothing_is_not(typed: str) -> None:
    assert not _shared(replace(_answer(), why=Explanation()), typed)
