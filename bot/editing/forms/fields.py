"""The forms and their fields, as tables: what each holds, whether it must be there, what may stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.serialization import EntityKind


class Form(StrEnum):
    """What an editor fills in. The last three are parts of the one entity of terms."""

    FACT = "fact"
    EVENT = "event"
    PERSON = "person"
    SOURCE = "source"
    SYNONYMS = "synonyms"
    SHORT = "short"
    TOPIC = "topic"

    @property
    def kind(self) -> EntityKind:
        """The kind of the entity that the form changes."""
        return EntityKind(self.value) if self.value in list(EntityKind) else EntityKind.TERMS

    @property
    def may_retire(self) -> bool:
        return self is not Form.SOURCE


class Shape(StrEnum):
    """How a field is asked for."""

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
    """`name` is the pack's key. `most`: UTF-16 units of a text, or of each line."""

    name: str
    shape: Shape
    required: bool = False
    free: bool = False
    """Something that is not on the list may be typed."""
    most: int = 300
    least: int = 1
    """How many lines there must be."""


_LONG, _TITLE, _SHORT = 3000, 300, 120
_T, _D, _L = Shape.TEXT, Shape.DATE, Shape.LINES
WHY = Field(name="why", shape=_T, most=500)
"""The reason of the edit; it goes into the history and not into the base."""
_ID = Field(name="id", shape=Shape.ID, required=True, most=40)

FIELDS: Mapping[Form, tuple[Field, ...]] = {
    Form.FACT: (
        Field(name="says", shape=_T, required=True, most=_LONG),
        Field(name="topic", shape=Shape.ONE, required=True),
        Field(name="when", shape=_D),
        Field(name="questions", shape=_L, required=True, most=_TITLE),
        Field(name="where", shape=_T, most=_TITLE),
        Field(name="about", shape=Shape.MANY),
        Field(name="people", shape=Shape.PARTS),
        Field(name="said_by", shape=Shape.ONE, free=True, most=_SHORT),
        Field(name="paragraph", shape=Shape.NUMBER),
        Field(name="basis", shape=Shape.ONE),
        Field(name="because", shape=_T, most=1000),
        _ID,
    ),
    Form.EVENT: (
        Field(name="title", shape=_T, required=True, most=_TITLE),
        Field(name="when", shape=_D),
        Field(name="where", shape=_T, most=_TITLE),
        Field(name="follows", shape=Shape.ONE),
        Field(name="order", shape=Shape.NUMBER),
        Field(name="people", shape=Shape.PARTS),
        Field(name="cancelled", shape=Shape.FLAG),
        _ID,
    ),
    Form.PERSON: (
        Field(name="name", shape=_T, required=True, most=_SHORT),
        Field(name="post", shape=_T, most=_TITLE),
        Field(name="side", shape=Shape.ONE, free=True, most=_SHORT),
        Field(name="names", shape=_L, most=_SHORT),
        _ID,
    ),
    Form.SOURCE: (
        Field(name="title", shape=_T, required=True, most=_TITLE),
        Field(name="about", shape=_T, required=True, most=1000),
        Field(name="publisher", shape=_T, required=True, most=_TITLE),
        Field(name="published", shape=_D, required=True),
        Field(name="because", shape=_T, most=1000),
        Field(name="place", shape=_T, most=_TITLE),
        Field(name="url", shape=_T, most=1000),
        Field(name="examples", shape=_L, required=True, most=_TITLE),
    ),
    Form.SYNONYMS: (Field(name="words", shape=_L, required=True, most=_SHORT, least=2),),
    Form.SHORT: (
        Field(name="short", shape=_T, required=True, most=40),
        Field(name="full", shape=_T, required=True, most=_TITLE),
    ),
    Form.TOPIC: (Field(name="title", shape=_T, required=True, most=60), _ID),
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
"""What is asked one after another when something is added."""
NAMING: Mapping[Form, str] = {
    Form.FACT: "says",
    Form.EVENT: "title",
    Form.PERSON: "name",
    Form.TOPIC: "title",
}
"""The field of which an id is made."""


def field_of(form: Form, name: str) -> Field:
    """Raises KeyError where the form has no such field."""
    if name == WHY.name:
        return WHY
    found = next((field for field in FIELDS[form] if field.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
