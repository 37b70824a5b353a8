"""A statement whose words say the old day or town of a moved event is told as what was said earlier."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import knowledge
from bot.editing.quick_edit import moved
from bot.replies.answers import rendering
from bot.replies.answers.facts import EARLIER
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import overwrite
from knowledge.facts.pack import load_pack

NOW = datetime(2016, 1, 1, tzinfo=UTC)
BASE = load_pack(Path(knowledge.__file__).parent / "dialogue")
SECOND = next(event for event in BASE.events if event.order == 2)


@pytest.mark.parametrize(
    ("field", "value", "question", "first"),
    [
        ("when", EdtfDate.parse("2016-09"), "Когда второй диалог?", "Сентябрь 2016 года."),
        ("where", "Шанхай", "Где второй диалог?", "Шанхай."),
        ("where", "Шанхай", "Второй диалог в Пекине?", "Нет, не в Пекине: Шанхай."),
    ],
)
def test_a_moved_event_answers_and_its_old_words_are_earlier(
    field: str, value: str | EdtfDate, question: str, first: str
) -> None:
    base = overwrite(BASE, moved(BASE, SECOND, field, value))
    reply = rendering.render(Engine(base).reply(question, NEW, NOW).result, base, NOW).plain
    assert reply.startswith(f"{first}\n\n{EARLIER}: ")
