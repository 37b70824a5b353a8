"""A reader's request to be told once the base answers a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAlert:
    """A request that still waits for its answer."""

    id: int
    chat_id: int
    question: str
    declined: bool = False
    """An editor said that the base will never answer it."""
