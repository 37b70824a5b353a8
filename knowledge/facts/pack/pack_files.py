"""The files of a pack: which entities each holds, and how its rows are validated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from knowledge.facts.pack.schema import (
    EventRow,
    FactRow,
    FurtherSourceRow,
    PartRow,
    PersonRow,
    SourceRow,
    TermsRow,
)
from knowledge.facts.serialization import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PackFile:
    """One file of a pack: a list of rows, or a single row."""

    stem: str
    """The file's name without `.yaml`, and the field of FactBase that it fills."""
    kind: EntityKind
    keys: tuple[str, ...]
    """Keys of a row, in the order in which they are written."""
    validator: TypeAdapter[Any]
    is_list: bool = True
    is_required: bool = False

    @property
    def name(self) -> str:
        return f"{self.stem}.yaml"

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Keys that may stand anywhere in the file, to suggest the one meant."""
        return (*self.keys, *PartRow.__annotations__) if "people" in self.keys else self.keys


_FACTS: TypeAdapter[list[FactRow]] = TypeAdapter(Annotated[list[FactRow], Field(min_length=1)])
PACK_FILES = (
    PackFile(
        stem="source",
        kind=EntityKind.SOURCE,
        keys=tuple(SourceRow.__annotations__),
        validator=TypeAdapter(SourceRow),
        is_list=False,
        is_required=True,
    ),
    PackFile(
        stem="sources",
        kind=EntityKind.FURTHER_SOURCE,
        keys=tuple(FurtherSourceRow.__annotations__),
        validator=TypeAdapter(list[FurtherSourceRow]),
    ),
    PackFile(
        stem="people",
        kind=EntityKind.PERSON,
        keys=tuple(PersonRow.__annotations__),
        validator=TypeAdapter(list[PersonRow]),
    ),
    PackFile(
        stem="events",
        kind=EntityKind.EVENT,
        keys=tuple(EventRow.__annotations__),
        validator=TypeAdapter(list[EventRow]),
    ),
    PackFile(
        stem="facts",
        kind=EntityKind.FACT,
        keys=tuple(FactRow.__annotations__),
        validator=_FACTS,
        is_required=True,
    ),
    PackFile(
        stem="terms",
        kind=EntityKind.TERMS,
        keys=tuple(TermsRow.__annotations__),
        validator=TypeAdapter(TermsRow),
        is_list=False,
    ),
)
"""In the order in which problems are listed."""
FILES = tuple(file.name for file in PACK_FILES)
