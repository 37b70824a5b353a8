"""The keys of each file and their types, for pydantic to validate a file's rows in one go."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, with_config
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from knowledge.facts.dates import DateError, EdtfDate
from knowledge.facts.model import Basis

ID = r"^[a-z0-9-]{1,40}$"
PRINTABLE = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"


def _date(value: Any) -> EdtfDate:
    try:
        return EdtfDate.parse(value)
    except (DateError, AttributeError):
        raise PydanticCustomError("edtf", "no date of a pack") from None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=PRINTABLE)]
Id = Annotated[str, StringConstraints(pattern=ID)]
Date = Annotated[EdtfDate, BeforeValidator(_date)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Texts = Annotated[list[Text], Field(min_length=1)]
_form = with_config(ConfigDict(extra="forbid", arbitrary_types_allowed=True))


@_form
class PartRow(TypedDict):
    id: Id
    role: NotRequired[Text | None]


@_form
class SourceRow(TypedDict):
    id: Id
    title: Text
    about: Text
    publisher: Text
    published: Date
    because: NotRequired[Text | None]
    place: NotRequired[Text | None]
    url: NotRequired[Text | None]
    examples: Texts


@_form
class PersonRow(TypedDict):
    id: Id
    name: Text
    post: NotRequired[Text | None]
    side: NotRequired[Text | None]
    names: NotRequired[list[Text] | None]


@_form
class EventRow(TypedDict):
    id: Id
    title: Text
    when: NotRequired[Date | None]
    where: NotRequired[Text | None]
    follows: NotRequired[Id | None]
    order: NotRequired[Count | None]
    people: NotRequired[list[PartRow] | None]
    cancelled: NotRequired[bool | None]


@_form
class FactRow(TypedDict):
    id: Id
    says: Text
    topic: Id
    questions: Texts
    about: NotRequired[list[Id] | None]
    people: NotRequired[list[PartRow] | None]
    said_by: NotRequired[Text | None]
    when: NotRequired[Date | None]
    where: NotRequired[Text | None]
    paragraph: NotRequired[Count | None]
    basis: NotRequired[Basis | None]
    because: NotRequired[Text | None]


@_form
class TermsRow(TypedDict):
    synonyms: NotRequired[list[Texts] | None]
    short: NotRequired[dict[Text, Text | None] | None]
    topics: NotRequired[dict[Id, Text | None] | None]


SOURCE = TypeAdapter(SourceRow)
PEOPLE = TypeAdapter(list[PersonRow])
EVENTS = TypeAdapter(list[EventRow])
FACTS: TypeAdapter[list[FactRow]] = TypeAdapter(Annotated[list[FactRow], Field(min_length=1)])
TERMS = TypeAdapter(TermsRow)

_PART_KEYS = tuple(PartRow.__annotations__)
KEYS = {
    "source": tuple(SourceRow.__annotations__),
    "people": tuple(PersonRow.__annotations__),
    "events": (*EventRow.__annotations__, *_PART_KEYS),
    "facts": (*FactRow.__annotations__, *_PART_KEYS),
    "terms": tuple(TermsRow.__annotations__),
}
"""Keys that a file may use anywhere, to suggest the one meant."""
