"""The dates and places of events with which the facts of an edit disagree."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import FactBase
from knowledge.quality.consistency import Conflict, disagreements_of_edit

_FIELDS = {
    Conflict.DATE: "when",
    Conflict.WORDS_DATE: "when",
    Conflict.PLACE: "where",
    Conflict.WORDS_PLACE: "where",
}
"""What of an event disagrees."""


def disputed(changes: Sequence[Change], base: FactBase) -> list[list[str]]:
    """The events and fields with which the facts that the edit changes disagree."""
    facts = {one.key.id for one in changes if one.before != one.after}
    found = disagreements_of_edit(base, overwrite(base, changes))
    pairs = [
        (one.event.id, _FIELDS[one.conflict])
        for one in found
        if one.event is not None and one.conflict in _FIELDS and one.fact in facts
    ]
    return [[*pair] for pair in dict.fromkeys(pairs)]
