"""Every screen of editors: no two buttons look alike, and each press does something."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.replies.answers import feedback
from bot.replies.editing import calendar, gate, inbox
from bot.storage.connection.database import Database
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import FactBase, FactId, Terms
from knowledge.facts.serialization import key_of
from tests.editing.harness import ANNA, BASE, MOVED, PLACE, STRANGER, EditingHarness, change, open_harness

_DEEPEST = 3
_MOST_SCREENS = 25
"""Of one command: each is reached anew for each of its buttons."""
_DIGITS = re.compile(r"\d+")
_LEFT_OUT = {
    *(gate.PUBLISH, gate.SUBMIT, gate.DROP, inbox.NEVER, inbox.CLOSE, inbox.RIGHT, "Закрыть"),
    *map(calendar.weekday, range(7)),
}
"""What settles something is told in tests of its own; days of the week head the columns of the calendar."""


def base_with_a_topic_called_like_a_button() -> FactBase:
    """As the shipped pack has it."""
    facts = [replace(PLACE, id=FactId(f"place-{number}"), topic="source") for number in range(6)]
    terms = Terms(topics={**BASE.terms.topics, "source": "Источник"}, synonyms=(("диалог", "встреча"),))
    added = {key_of(one): one for one in facts}
    return replace(assemble({**entities(BASE), **added}), terms=terms)


async def reach(harness: EditingHarness, command: str, path: tuple[str, ...]) -> list[str]:
    await harness.write(ANNA, command)
    for label in path:
        await harness.tap(ANNA, label)
    return [one for one in harness.labels_to(ANNA) if one.strip(" ·")]


def shown(harness: EditingHarness) -> list[str]:
    return [f"{one.get('text')}{one.get('reply_markup')}" for one in harness.messages_to(ANNA)]


@pytest.mark.parametrize("command", ["/facts", "/facts второй диалог", "/inbox", "/drafts", "/history"])
async def test_no_button_is_doubled_or_does_nothing(command: str, sqlite: Database, tmp_path: Path) -> None:
    harness = await open_harness(sqlite, tmp_path, base_with_a_topic_called_like_a_button())
    await harness.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    await harness.write(STRANGER, "Сколько стоил первый диалог?")
    await harness.write(STRANGER, "Где пройдёт второй диалог?")
    await harness.tap(STRANGER, feedback.REPORT)
    await harness.write(STRANGER, "не там")
    seen: set[tuple[str, ...]] = set()
    walk: list[tuple[str, ...]] = [()]
    while walk and len(seen) < _MOST_SCREENS:
        path = walk.pop(0)
        labels = await reach(harness, command, path)
        assert len(labels) == len({*labels}), f"{command} {path}: {labels}"
        kind = tuple(sorted({_DIGITS.sub("0", one) for one in labels}))
        if kind in seen:
            continue
        seen.add(kind)
        for label in labels:
            if label in _LEFT_OUT or label.startswith("Пример к"):
                continue
            await reach(harness, command, path)
            before = shown(harness)
            notice = await harness.tap(ANNA, label)
            assert notice or shown(harness) != before, f"{command} {path}: «{label}» does nothing"
            if len(path) < _DEEPEST:
                walk.append((*path, label))
