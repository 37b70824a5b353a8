"""One question and what was replied, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PROMISED = "promised"
"""The rule of an answer told because it was promised: nobody asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question and what was replied. `explanation` is the ready text of `/why`."""

    chat_id: int
    user_id: int
    message_id: int
    """Of the bot's reply, so that buttons and reactions find it."""
    text: str
    outcome: str
    """`answer`, `choices` or `refusal`."""
    rule: str
    """As the engine names it; `PROMISED` for an answer that was waited for."""
    facts: tuple[str, ...]
    """Facts shown, or options offered."""
    confidence: float
    explanation: str
    at: datetime
    understood: str = ""
    """The question as the conversation filled it; empty where it stood by itself."""
