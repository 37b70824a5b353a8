"""Reads a new fact from one message: a statement, and on lines of their own whatever else is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.editing.forms import typed_values
from bot.editing.forms.choices import topics, used_names
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import FieldKind, Form, field_of
from bot.editing.forms.slugs import propose_id
from bot.editing.forms.typed_values import MAX_LINES, InputError
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.engine import Engine
from knowledge.facts.model import EventId, FactBase
from knowledge.language.morphology import analyse
from knowledge.language.tokens import folded_words

_SUGGESTED = 8
"""Questions taken from the statement itself where the message has none."""
_HEAD, _AT = 4, ("в", "во", "на")
"""The words that open a statement, and before an event at which something is."""
_NAMED = ("when", "where", "paragraph", "said_by", "because", "topic", "source")
"""Fields that a line may name: «Место: Пекин»."""


def read_new_fact(
    text: str, engine: Engine, today: date, labels: Mapping[str, str], questions: tuple[str, ...] = ()
) -> Draft:
    """A draft with what the message says; date, place, topic and questions that it does not say are proposed.

    `labels`: label of a field in lower case -> its name. `questions`: examples known before.
    Raises InputError, with the `field` and the line as `typed`, where a line names a field and its value
    cannot be read. A topic that the base lacks comes with the fact.
    """
    row: dict[str, Any] = {"says": "", "questions": [*questions]}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        _take(line, row, engine.base, today, labels)
    new_topics = _new_topic(row, engine.base)
    row["says"] = _ended(typed_values.parse_text(row["says"], field_of(Form.FACT, "says")))
    _propose(row, engine, today)
    row["questions"] = list(dict.fromkeys(row["questions"]))[:MAX_LINES]
    row["id"] = propose_id(row["says"], used_names(engine.base, Form.FACT))
    filled = {name: value for name, value in row.items() if value}
    return Draft(form=Form.FACT, row=filled, topics=new_topics)


def _take(line: str, row: dict[str, Any], base: FactBase, today: date, labels: Mapping[str, str]) -> None:
    """The first line is the statement, whatever it looks like."""
    label, colon, value = line.partition(":")
    name = labels.get(label.strip().lower()) if colon else None
    if not row["says"]:
        row["says"] = line
    elif name in _NAMED:
        try:
            row[name] = _parsed(name, value, base, today)
        except InputError as error:
            raise InputError(error.fault, **error.data, field=name, typed=line) from None
    elif name == "questions":
        row["questions"] += _questions(value)
    elif line.endswith("?"):
        row["questions"] += _questions(line)
    elif (topic := _topic(line, base)) is not None:
        row["topic"] = topic
    elif (when := _date(line, today)) is not None:
        row["when"] = when
    else:
        row["says"] = f"{row['says']} {line}"


def _questions(text: str) -> Iterator[str]:
    """Each question of a line; what has no question mark is one as a whole."""
    for one in re.findall(r"[^?]*[^?\s][^?]*\??", text):
        yield typed_values.parse_text(one, field_of(Form.FACT, "questions"))


def _parsed(name: str, value: str, base: FactBase, today: date) -> Any:
    field = field_of(Form.FACT, name)
    if field.kind is FieldKind.DATE:
        return str(typed_values.parse_date(value, today))
    if field.kind is FieldKind.NUMBER:
        return typed_values.parse_number(value)
    if name == "topic":
        return _topic(value, base) or typed_values.parse_text(value, field_of(Form.TOPIC, "title"))
    return typed_values.parse_text(value, field)


def _new_topic(row: dict[str, Any], base: FactBase) -> dict[str, str]:
    """The title of a topic that the base lacks, by the id that the row gets for it."""
    title = row.get("topic")
    if title is None or title in topics(base):
        return {}
    row["topic"] = propose_id(title, used_names(base, Form.TOPIC))
    return {row["topic"]: title}


def _topic(text: str, base: FactBase) -> str | None:
    plain = text.strip(" .").casefold()
    return next((key for key, title in topics(base).items() if plain in (key, title.casefold())), None)


def _date(line: str, today: date) -> str | None:
    try:
        return str(typed_values.parse_date(line, today))
    except InputError:
        return None


def _ended(says: str) -> str:
    """With a full stop, where nothing ends it."""
    return says if says.endswith((".", "!", "?", "…")) else f"{says}."


def _opening_event(says: str, base: FactBase) -> EventId | None:
    """The event whose title opens the statement: the longest."""
    words = _lemmas(says)
    titles = {event.id: _lemmas(event.title) for event in base.events}
    fitting = [one for one, title in titles.items() if len(title) > 1 and words[: len(title)] == title]
    return max(fitting, key=lambda one: len(titles[one]), default=None)


def _event_at_head(says: str, engine: Engine) -> EventId | None:
    """The event of «На втором диалоге будет …»; «билет на второй диалог» is of no day."""
    head = says.split()[:_HEAD]
    event = engine.event_told_of(" ".join(head)) if head and head[0].lower() in _AT else None
    return event.id if event is not None else None


def _lemmas(text: str) -> list[str]:
    return [next(iter(analyse(word).lemmas), word) for word in folded_words(text)]


def _propose(row: dict[str, Any], engine: Engine, today: date) -> None:
    """Fill in what was not said, from the statement itself and from the nearest fact of the base."""
    drafted = draft_pack(row["says"], today, today)
    facts = () if drafted is None else drafted.every_fact
    nearest = engine.nearest(row["says"], 1)
    if facts and drafted is not None:
        events = [event for event in drafted.events if event.id in facts[0].about]
        for name in ("when", "where"):
            found = next((value for one in (facts[0], *events) if (value := getattr(one, name))), None)
            row.setdefault(name, None if found is None else str(found))
        row["questions"] = row["questions"] or [*_fit(facts[0].questions)][:_SUGGESTED]
    event = _opening_event(row["says"], engine.base) or _event_at_head(row["says"], engine)
    if event is not None:
        row["about"] = [event]
    row.setdefault("topic", nearest[0].topic if nearest else next(iter(topics(engine.base)), None))


def _fit(questions: tuple[str, ...]) -> Iterator[str]:
    """Whole questions only: a bare noun would answer too much."""
    yield from (one for one in questions if one.endswith("?"))
