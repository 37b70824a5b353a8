"""A draft: one form as it stands now and as it was found; plain JSON, so that a restart keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.editing.forms.fields import FIELDS, WHY, Field, Form, Shape
from bot.editing.forms.slugs import mark
from knowledge.facts.model import Event, Fact, FactBase, Person, Source
from knowledge.facts.serialization import to_row

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`row` has the pack's keys; `was` is None for something new."""

    form: Form
    row: Row = field(default_factory=dict)
    was: Row | None = None
    why: str = ""

    @property
    def is_new(self) -> bool:
        return self.was is None

    @property
    def touched(self) -> frozenset[str]:
        """Names of the fields that differ from what was found."""
        before = self.was or {}
        return frozenset(name for name in {*before, *self.row} if before.get(name) != self.row.get(name))

    @property
    def fields(self) -> tuple[Field, ...]:
        """Those that may be changed: an id stays for life."""
        return tuple(one for one in FIELDS[self.form] if self.is_new or one.shape is not Shape.ID)

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required fields that hold nothing, or too few lines."""
        return tuple(one for one in FIELDS[self.form] if one.required and not self._enough(one))

    def value(self, name: str) -> Any:
        return self.why or None if name == WHY.name else self.row.get(name)

    def put(self, name: str, value: Any) -> Draft:
        """With the field set; None, an empty text or list and False take it away."""
        if name == WHY.name:
            return replace(self, why=value or "")
        rest = {key: kept for key, kept in self.row.items() if key != name}
        return replace(self, row=rest if value in (None, "", [], False) else {**rest, name: value})

    def as_json(self) -> dict[str, Any]:
        return {"form": self.form.value, "row": self.row, "was": self.was, "why": self.why}

    @staticmethod
    def of(data: Mapping[str, Any]) -> Draft:
        return Draft(form=Form(data["form"]), row=data["row"], was=data["was"], why=data["why"])

    def _enough(self, one: Field) -> bool:
        value = self.row.get(one.name)
        return len(value) >= one.least if isinstance(value, list) else value is not None


def found(base: FactBase, form: Form, key: str) -> Row | None:
    """The row of what stands in the base under the key of its button; None where it is gone."""
    return next((row for name, row in rows(base, form) if mark(name) == key), None)


def rows(base: FactBase, form: Form) -> Iterator[tuple[str, Row]]:
    """Everything of a form, each with the name it goes by."""
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
            return base.facts
        case Form.EVENT:
            return base.events
        case Form.PERSON:
            return base.people
    return (base.source,)
