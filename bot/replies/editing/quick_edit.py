"""«Исправить»: a fact, event or person with a button for each field, and what asks for a new value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.records.editing import Proposal
from bot.replies.editing import entity_changes
from bot.replies.editing import field_names as words
from bot.replies.editing.base_browser import ALL_FIELDS, BACK, CLOSE
from bot.replies.editing.sources import ASKED_IN_TEXT
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from bot.replies.truncation import shorten
from knowledge.facts.model import Event, Fact, FactBase, Person

RETIRE = "Убрать из базы"
FACTS = "facts"
"""In the place of a card's parent: the card of /facts."""
_LABELS = {"questions": "Добавить примеры", "people": "Люди", "names": "Добавить написания"}
_ASKED = {
    "says": "Напишите утверждение заново.",
    "when": "Напишите новую дату: «14 июня 2016», «июнь 2016», «лето 2016».",
    "where": "Напишите новое место.",
    "source": ASKED_IN_TEXT,
    "questions": "Напишите новые вопросы к этому сведению, каждый с новой строки.",
    "title": "Напишите новое название.",
    "side": "Напишите сторону.",
}
_UNSHOWN = ("says", "title", "name", "questions", "source")
_RELATED = 3
"""Events and people of a fact whose cards are offered."""
GONE = "Этого сведения в базе уже нет."
NOT_OUTDATED = "Все утверждения уже согласованы с событиями."


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is edited, as its buttons name it: `key` and `back` are short keys; `back` is the parent's."""

    form: str
    key: str
    back: str = ""

    @property
    def argument(self) -> str:
        return f"{self.key}:{self.form}:{self.back}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An event or person of the card, by the short key of its own card."""

    form: str
    key: str
    name: str


def card(
    target: Target,
    entity: Fact | Event | Person,
    base: FactBase,
    values: Sequence[tuple[str, Any]],
    drafts: Sequence[Proposal],
    links: Sequence[Link] = (),
) -> Reply:
    """`values`: the fields offered, each with what readers get now; `drafts`: of others, of this entity."""
    parts: list[Part] = [Strong("Что исправить?"), Text(f"\n{_name(entity)}")]
    for field, value in values:
        if field not in _UNSHOWN and value not in (None, ()):
            parts += [Strong(f"\n{words.FIELDS[field]}:"), Text(f" {_shown(field, value, base)}")]
    if isinstance(entity, Fact):
        source = base.source_of(entity)
        parts += [Strong("\nИсточник:"), Text(f" {source.publisher or source.title}")]
    parts += [Emphasis(f"\n\n{draft_note(one)}") for one in drafts]
    fields = [_field_button(target, field) for field, _ in values]
    rows = [tuple(fields[at : at + 2]) for at in range(0, len(fields), 2)]
    rows += [(_link_button(one, target.key),) for one in links[:_RELATED]]
    every = Button(label=ALL_FIELDS, action="fix-all", argument=f"{target.key}:{target.form}")
    retire = Button(label=RETIRE, action="fix-one", argument=f"retire:{target.argument}")
    rows.append((every, retire) if isinstance(entity, Fact) else (every,))
    return Reply(parts=tuple(parts), buttons=(*rows, _out_of(target)))


def ask(target: Target, held: Fact | Event | Person, field: str, value: Any, base: FactBase) -> Reply:
    """`held`: what holds the value, which may be the event of a fact."""
    parts: list[Part] = [Strong(label(target.form, field))]
    if isinstance(held, Event) and target.form == "fact":
        parts.append(Text(f" события «{held.title}»: по нему узнают дату и место все сведения о нём"))
    if field not in ("questions", "names") and value is not None:
        parts += [Text("\nСейчас: "), Text(_shown(field, value, base))]
    parts.append(Text(f"\n{_ASKED.get(field) or words.asked(target.form, field)}"))
    return Reply(parts=tuple(parts), buttons=(back_or_cancel(target),))


def ask_reason(target: Target, fact: Fact) -> Reply:
    text = f"\n«{shorten(fact.says, 300)}»\nНапишите почему: это увидят в истории."
    return Reply(parts=(Strong("Убрать из базы"), Text(text)), buttons=(back_or_cancel(target),))


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


def ask_of_event(event: Event, field: str, base: FactBase) -> Reply:
    """The date or place of an event that facts contradict."""
    value = getattr(event, field)
    now = [Text("\nСейчас: "), Text(_shown(field, value, base))] if value is not None else []
    head = (Strong(label("event", field)), Text(f" события «{event.title}»"))
    return Reply(parts=(*head, *now, Text(f"\n{_ASKED[field]}")), buttons=CANCEL)


def back_or_cancel(target: Target) -> tuple[Button, ...]:
    return (Button(label=BACK.label, action="fix-at", argument=target.argument), *CANCEL[0])


def draft_note(one: Proposal) -> str:
    return f"У редактора «{one.author}» есть незаконченная правка этой записи, см. /drafts."


def invalid(problem: str) -> Reply:
    return Reply(parts=(Text(problem),), buttons=CANCEL)


def label(form: str, field: str) -> str:
    return _LABELS.get(field) or words.label(form, field)


def closed() -> Reply:
    return Reply(parts=(Text("Закрыто."),))


def _name(entity: Fact | Event | Person) -> str:
    match entity:
        case Fact(says=says):
            return says
        case Event(title=title):
            return f"Событие «{title}»"
    return entity.name


def _field_button(target: Target, field: str) -> Button:
    if field == "people":
        return Button(label=label(target.form, field), action="fix-who", argument=f"{target.argument}:0")
    return Button(label=label(target.form, field), action="fix-one", argument=f"{field}:{target.argument}")


def _link_button(one: Link, parent: str) -> Button:
    kind = "Событие" if one.form == "event" else "Человек"
    return Button(
        label=shorten(f"{kind}: {one.name}"), action="fix-at", argument=f"{one.key}:{one.form}:{parent}"
    )


def _out_of(target: Target) -> tuple[Button, ...]:
    """Back to where the card was opened, if that is known."""
    if not target.back:
        return (Button(label=CLOSE.label, action="fix-x"),)
    if target.back == FACTS:
        return (Button(label=BACK.label, action="fix-up", argument=f"{target.key}:{target.form}"),)
    return (Button(label=BACK.label, action="fix-at", argument=f"{target.back}:fact:"),)


def _shown(field: str, value: Any, base: FactBase) -> str:
    if field == "when":
        return entity_changes.field_line(field, str(value), base)
    if field == "people":
        value = [{"id": one.person, "role": one.role} for one in value]
    if field == "names":
        value = list(value)
    return entity_changes.field_line(field, value, base)
