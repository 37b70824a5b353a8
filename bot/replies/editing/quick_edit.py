"""«Исправить»: a fact with a button for each field, and what asks for a new value or statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.records.editing import Proposal
from bot.replies.editing import entity_changes
from bot.replies.editing import field_names as words
from bot.replies.editing.sources import ASKED_IN_TEXT
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from bot.replies.truncation import shorten
from knowledge.facts.model import Event, Fact, FactBase

ALL_FIELDS, RETIRE = "Все поля", "Убрать из базы"
_LABELS = {"questions": "Добавить примеры"}
_ASKED = {
    "says": "Напишите утверждение заново.",
    "when": "Напишите новую дату: «14 июня 2016», «июнь 2016», «лето 2016».",
    "where": "Напишите новое место.",
    "source": ASKED_IN_TEXT,
    "questions": "Напишите новые вопросы к этому сведению, каждый с новой строки.",
}
GONE = "Этого сведения в базе уже нет."
NOT_OUTDATED = "Все утверждения уже согласованы с событиями."


def card(fact: Fact, base: FactBase, values: Sequence[tuple[str, Any]], drafts: Sequence[Proposal]) -> Reply:
    """`values`: the fields offered, each with what readers get now; `drafts`: of others, of this fact."""
    parts: list[Part] = [Strong("Что исправить?"), Text(f"\n{fact.says}")]
    for field, value in values:
        if field not in ("says", "questions", "source") and value is not None:
            parts += [Strong(f"\n{label(field)}:"), Text(f" {_shown(field, value, base)}")]
    source = base.source_of(fact)
    parts += [Strong("\nИсточник:"), Text(f" {source.publisher or source.title}")]
    parts += [Emphasis(f"\n\n{draft_note(one)}") for one in drafts]
    fields = [
        Button(label=label(field), action="fix-one", argument=f"{field}:{fact.id}") for field, _ in values
    ]
    rows = [tuple(fields[at : at + 2]) for at in range(0, len(fields), 2)]
    last = (
        Button(label=ALL_FIELDS, action="fix-all", argument=fact.id),
        Button(label=RETIRE, action="fix-one", argument=f"retire:{fact.id}"),
    )
    return Reply(parts=tuple(parts), buttons=(*rows, last))


def ask(held: Fact | Event, field: str, value: Any, base: FactBase) -> Reply:
    """`held`: the fact, or the event whose record holds the value."""
    parts: list[Part] = [Strong(label(field))]
    if isinstance(held, Event):
        parts.append(Text(f" события «{held.title}»: по нему узнают дату и место все сведения о нём"))
    if field != "questions" and value is not None:
        parts += [Text("\nСейчас: "), Text(_shown(field, value, base))]
    parts.append(Text(f"\n{_ASKED[field]}"))
    return Reply(parts=tuple(parts), buttons=CANCEL)


def ask_reason(fact: Fact) -> Reply:
    text = f"\n«{shorten(fact.says, 300)}»\nНапишите почему: это увидят в истории."
    return Reply(parts=(Strong("Убрать из базы"), Text(text)), buttons=CANCEL)


def ask_rewording(fact: Fact, disagreements: Sequence[str], left: int) -> Reply:
    """One of the statements that still say what an event no longer is."""
    told = "".join(f"\n• {line}" for line in disagreements)
    more = f"\nПосле него — ещё {left}." if left else ""
    return Reply(
        parts=(
            Strong("Поправьте утверждение"),
            Text(f"\n{fact.says}"),
            Emphasis(told),
            Text(f"\nНапишите его заново.{more}"),
        ),
        buttons=CANCEL,
    )


def draft_note(one: Proposal) -> str:
    return f"У редактора «{one.author}» есть незаконченная правка этой записи, см. /drafts."


def invalid(problem: str) -> Reply:
    return Reply(parts=(Text(problem),), buttons=CANCEL)


def label(field: str) -> str:
    return _LABELS.get(field, words.label("fact", field))


def _shown(field: str, value: Any, base: FactBase) -> str:
    return entity_changes.field_line(field, str(value) if field == "when" else value, base)
