"""The forms and their fields as tables: the input kind of each field, whether it is required, its limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.serialization import EntityKind


class Form(StrEnum):
    """A form that editors fill in. The last three edit parts of one entity, the terms."""

    FACT = "fact"
    EVENT = "event"
    PERSON = "person"
    SOURCE = "source"
    SYNONYMS = "synonyms"
    SHORT = "short"
    TOPIC = "topic"

    @property
    def kind(self) -> EntityKind:
        """The kind of entity that the form changes."""
        return EntityKind(self.value) if self.value in list(EntityKind) else EntityKind.TERMS

    @property
    def may_retire(self) -> bool:
        return self is not Form.SOURCE


class FieldKind(StrEnum):
    """How the value of a field is entered."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    ONE = "one"
    MANY = "many"
    PARTS = "parts"
    LINES = "lines"
    FLAG = "flag"
    ID = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`name` is the pack's key. `most`: UTF-16 units of a text, or of each of its lines."""

    name: str
    kind: FieldKind
    required: bool = False
    free: bool = False
    """Whether a value that is not on the list may be typed."""
    most: int = 300
    least: int = 1
    """The least number of lines."""


_LONG, _TITLE, _SHORT = 3000, 300, 120
_T, _D, _L = FieldKind.TEXT, FieldKind.DATE, FieldKind.LINES
WHY = Field(name="why", kind=_T, most=500)
"""The reason of the edit: stored in the history, not in the base."""
_ID = Field(name="id", kind=FieldKind.ID, required=True, most=40)

FIELDS: Mapping[Form, tuple[Field, ...]] = {
    Form.FACT: (
        Field(name="says", kind=_T, required=True, most=_LONG),
        Field(name="topic", kind=FieldKind.ONE, required=True),
        Field(name="when", kind=_D),
        Field(name="questions", kind=_L, required=True, most=_TITLE),
        Field(name="where", kind=_T, most=_TITLE),
        Field(name="about", kind=FieldKind.MANY),
        Field(name="people", kind=FieldKind.PARTS),
        Field(name="said_by", kind=FieldKind.ONE, free=True, most=_SHORT),
        Field(name="source", kind=FieldKind.ONE, free=True, most=600),
        Field(name="paragraph", kind=FieldKind.NUMBER),
        Field(name="basis", kind=FieldKind.ONE),
        Field(name="because", kind=_T, most=1000),
        Field(name="until", kind=_D),
        _ID,
    ),
    Form.EVENT: (
        Field(name="title", kind=_T, required=True, most=_TITLE),
        Field(name="when", kind=_D),
        Field(name="where", kind=_T, most=_TITLE),
        Field(name="follows", kind=FieldKind.ONE),
        Field(name="order", kind=FieldKind.NUMBER),
        Field(name="people", kind=FieldKind.PARTS),
        Field(name="cancelled", kind=FieldKind.FLAG),
        Field(name="until", kind=_D),
        _ID,
    ),
    Form.PERSON: (
        Field(name="name", kind=_T, required=True, most=_SHORT),
        Field(name="post", kind=_T, most=_TITLE),
        Field(name="side", kind=FieldKind.ONE, free=True, most=_SHORT),
        Field(name="names", kind=_L, most=_SHORT),
        _ID,
    ),
    Form.SOURCE: (
        Field(name="title", kind=_T, required=True, most=_TITLE),
        Field(name="about", kind=_T, required=True, most=1000),
        Field(name="publisher", kind=_T, required=True, most=_TITLE),
        Field(name="published", kind=_D, required=True),
        Field(name="because", kind=_T, most=1000),
        Field(name="place", kind=_T, most=_TITLE),
        Field(name="url", kind=_T, most=1000),
        Field(name="examples", kind=_L, required=True, most=_TITLE),
    ),
    Form.SYNONYMS: (Field(name="words", kind=_L, required=True, most=_SHORT, least=2),),
    Form.SHORT: (
        Field(name="short", kind=_T, required=True, most=40),
        Field(name="full", kind=_T, required=True, most=_TITLE),
    ),
    Form.TOPIC: (Field(name="title", kind=_T, required=True, most=60), _ID),
}
"""In the order of the screen."""
FIRST: Mapping[Form, tuple[str, ...]] = {
    Form.FACT: ("says", "topic", "when", "questions"),
    Form.EVENT: ("title", "when", "where"),
    Form.PERSON: ("name", "post", "side"),
    Form.SOURCE: (),
    Form.SYNONYMS: ("words",),
    Form.SHORT: ("short", "full"),
    Form.TOPIC: ("title",),
}
"""Fields asked one after another when an entity is added."""
NAMING: Mapping[Form, str] = {
    Form.FACT: "says",
    Form.EVENT: "title",
    Form.PERSON: "name",
    Form.TOPIC: "title",
}
"""The field that a new id is made from."""


def field_of(form: Form, name: str) -> Field:
    """Raises KeyError where the form has no such field."""
    if name == WHY.name:
        return WHY
    found = next((field for field in FIELDS[form] if field.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
