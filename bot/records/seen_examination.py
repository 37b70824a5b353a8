"""Tells whether a proposal is still what a screen of it showed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from bot.records.editing import Proposal
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
    changes = [
        [one.key.kind.value, one.key.id, _row(one.before), _row(one.after)] for one in proposal.changes
    ]
    found = [[one.question, one.verdict] for one in summary.replies]
    shown = json.dumps([changes, summary.revision, found], sort_keys=True, default=str)
    return hashlib.sha256(shown.encode()).hexdigest()[:_LENGTH]


def _row(entity: Entity | None) -> dict[str, Any] | None:
    return None if entity is None else to_row(entity)
