"""A reader's report of an error that an editor has settled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledReport:
    """`corrected`: what readers get was changed since; else the answer was found right."""

    id: int
    chat_id: int
    corrected: bool
