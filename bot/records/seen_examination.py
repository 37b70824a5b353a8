"""Tells whether a proposal is still what a screen of it showed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from bot.records.editing import Proposal
from knowledge.facts.edits import Change
from knowledge.facts.serialization import Entity, to_row

_LENGTH = 10
"""Hexadecimal digits: callback data has 64 bytes."""


def fingerprint(proposal: Proposal) -> str:
    """Of the changes and of what the gate found of them; empty where they are not examined.

    An alarm that is settled since alters nothing.
    """
    summary = proposal.summary
    if summary is None:
        return ""
    found = [[one.question, one.verdict] for one in summary.replies]
    return _digest([_rows(proposal.changes), summary.revision, found])


def fingerprint_of_changes(changes: Sequence[Change]) -> str:
    """Of the changes alone, for what is done whatever the gate finds of them."""
    return _digest(_rows(changes))


def _digest(shown: list[Any]) -> str:
    text = json.dumps(shown, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _rows(changes: Sequence[Change]) -> list[Any]:
    return [[one.key.kind.value, one.key.id, _row(one.before), _row(one.after)] for one in changes]


def _row(entity: Entity | None) -> dict[str, Any] | None:
    return None if entity is None else to_row(entity)
