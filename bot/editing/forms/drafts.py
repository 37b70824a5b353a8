"""A draft: a form's values now and when it was opened; plain JSON, so that it survives a restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.editing.forms.fields import FIELDS, WHY, Field, FieldKind, Form
from bot.editing.forms.slugs import button_key
from knowledge.facts.model import Event, Fact, FactBase, Person, Source
from knowledge.facts.serialization import from_row, to_row

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`row` has the pack's keys; `was`, the row when the form was opened, is None for a new entity.

    `topics`: new topics that come into the base with it, id -> title.
    """

    form: Form
    row: Row = field(default_factory=dict)
    was: Row | None = None
    why: str = ""
    topics: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.was is None

    @property
    def changed_fields(self) -> frozenset[str]:
        """Names of the fields that differ from `was`."""
        before = self.was or {}
        return frozenset(name for name in {*before, *self.row} if before.get(name) != self.row.get(name))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that may be edited: an id is fixed once the entity exists."""
        return tuple(one for one in FIELDS[self.form] if self.is_new or one.kind is not FieldKind.ID)

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required fields that are empty or have too few lines."""
        return tuple(one for one in FIELDS[self.form] if one.required and not self._is_filled(one))

    def value(self, name: str) -> Any:
        return self.why or None if name == WHY.name else self.row.get(name)

    def with_value(self, name: str, value: Any) -> Draft:
        """The draft with the field set; None, an empty text or list and False remove it."""
        if name == WHY.name:
            return replace(self, why=value or "")
        rest = {key: kept for key, kept in self.row.items() if key != name}
        return replace(self, row=rest if value in (None, "", [], False) else {**rest, name: value})

    def to_json(self) -> dict[str, Any]:
        plain = {"form": self.form.value, "row": self.row, "was": self.was, "why": self.why}
        return {**plain, "topics": dict(self.topics)}

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Draft:
        rest = {name: data[name] for name in ("row", "was", "why")}
        return Draft(form=Form(data["form"]), topics=data.get("topics", {}), **rest)

    def _is_filled(self, one: Field) -> bool:
        value = self.row.get(one.name)
        return len(value) >= one.least if isinstance(value, list) else value is not None


def entity_of(draft: Draft) -> Fact | Event | None:
    """What the draft makes, as far as it is filled in; only of what has a date."""
    kinds: Mapping[Form, tuple[type[Fact | Event], Row]] = {
        Form.FACT: (Fact, {"id": "new", "says": "", "topic": "", "questions": []}),
        Form.EVENT: (Event, {"id": "new", "title": ""}),
    }
    if draft.form not in kinds:
        return None
    kind, least = kinds[draft.form]
    found = from_row(draft.form.kind, {**least, **draft.row})
    return found if isinstance(found, kind) else None


def find_row(base: FactBase, form: Form, key: str) -> Row | None:
    """The base's row with this button key; None where it no longer exists."""
    return next((row for name, row in list_rows(base, form) if button_key(name) == key), None)


def list_rows(base: FactBase, form: Form) -> Iterator[tuple[str, Row]]:
    """All rows of a form, each with the name that its button key is made of."""
    match form:
        case Form.SYNONYMS:
            yield from ((" / ".join(group), {"words": list(group)}) for group in base.terms.synonyms)
        case Form.SHORT:
            yield from ((key, {"short": key, "full": full}) for key, full in base.terms.short.items())
        case Form.TOPIC:
            yield from ((key, {"title": title, "id": key}) for key, title in base.terms.topics.items())
        case _:
            yield from ((str(one.id), to_row(one)) for one in _entities(base, form))


def _entities(base: FactBase, form: Form) -> Sequence[Fact | Event | Person | Source]:
    match form:
        case Form.FACT:
            return base.every_fact
        case Form.EVENT:
            return base.events
        case Form.PERSON:
            return base.people
    return (base.source,)
