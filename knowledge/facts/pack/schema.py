"""The rows of a pack's files: their keys and types, for pydantic to validate all rows of a file at once.

A new key of an entity is declared in its row here and in `facts.model`.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints, with_config
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


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    # «Europe» is a folder of the zone database: OSError.
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("zone", "no IANA zone") from None
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=PRINTABLE)]
Id = Annotated[str, StringConstraints(pattern=ID)]
Date = Annotated[EdtfDate, BeforeValidator(_date)]
Zone = Annotated[Text, AfterValidator(_zone)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Texts = Annotated[list[Text], Field(min_length=1)]
_strict = with_config(ConfigDict(extra="forbid", arbitrary_types_allowed=True))


@_strict
class PartRow(TypedDict):
    id: Id
    role: NotRequired[Text | None]


@_strict
class SourceRow(TypedDict):
    id: Id
    title: Text
    about: Text
    publisher: Text
    published: Date
    because: NotRequired[Text | None]
    place: NotRequired[Text | None]
    url: NotRequired[Text | None]
    main: NotRequired[Id | None]
    zone: NotRequired[Zone | None]
    examples: Texts


@_strict
class FurtherSourceRow(TypedDict):
    id: Id
    title: Text
    publisher: NotRequired[Text | None]
    published: NotRequired[Date | None]
    url: NotRequired[Text | None]
    place: NotRequired[Text | None]


@_strict
class PersonRow(TypedDict):
    id: Id
    name: Text
    post: NotRequired[Text | None]
    side: NotRequired[Text | None]
    names: NotRequired[list[Text] | None]


@_strict
class EventRow(TypedDict):
    id: Id
    title: Text
    when: NotRequired[Date | None]
    where: NotRequired[Text | None]
    follows: NotRequired[Id | None]
    order: NotRequired[Count | None]
    people: NotRequired[list[PartRow] | None]
    cancelled: NotRequired[bool | None]
    until: NotRequired[Date | None]


@_strict
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
    source: NotRequired[Id | None]
    draft: NotRequired[bool | None]
    until: NotRequired[Date | None]


@_strict
class TermsRow(TypedDict):
    synonyms: NotRequired[list[Texts] | None]
    short: NotRequired[dict[Text, Text | None] | None]
    topics: NotRequired[dict[Id, Text | None] | None]
