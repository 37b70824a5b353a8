"""Replies to a whole set of questions: short, and nothing in them said twice."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from bot.evaluation.question_files import load
from bot.replies.answers import rendering
from bot.replies.parts import Reply
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack

ROOT = Path(__file__).parents[2]
NOW = datetime(2016, 4, 20, 12, tzinfo=UTC)
WITHOUT_QUOTE, WITH_QUOTE = 160, 260
"""Characters at the median."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")


@pytest.fixture(scope="module")
def replies() -> list[Reply]:
    base = load_pack(ROOT / "knowledge/dialogue")
    engine = Engine(base)
    return [
        rendering.render(engine.reply(golden.ask, NEW, golden.now or NOW).result, base, golden.now or NOW)
        for golden in load([ROOT / "tests/tuning/dialogue_personas"])
        if not golden.before
    ]


def test_replies_are_short(replies: list[Reply]) -> None:
    assert median(len(reply.plain) - len(reply.folded) for reply in replies) <= WITHOUT_QUOTE
    assert median(len(reply.plain) for reply in replies) <= WITH_QUOTE


def test_no_sentence_is_said_twice(replies: list[Reply]) -> None:
    for reply in replies:
        said = Counter(one.strip(" .") for one in _SENTENCES.split(reply.plain) if one.strip(" ."))
        assert {one: times for one, times in said.items() if times > 1} == {}, reply.plain
