"""The question log: a question and the reply to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ALERT_RULE = "promised"
"""The rule of an answer sent as an answer alert: nobody asked again."""
NOISE = ("no-words",)
"""Rules of refusals that no fact could help: nothing was asked."""
LOOKED_BACK = 10
"""Questions among which the last about the base is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question and the reply to it. `explanation` is the text of `/why`."""

    chat_id: int
    user_id: int
    message_id: int
    """The bot's reply, by which buttons and reactions find the row."""
    text: str
    outcome: str
    """`answer`, `choices` or `refusal`."""
    rule: str
    """As the engine names it; `ALERT_RULE` for an answer alert."""
    facts: tuple[str, ...]
    """Ids of the facts shown, or of the options offered."""
    confidence: float
    explanation: str
    at: datetime
    understood: str = ""
    """The question completed from the conversation; empty where it needed none."""
    question_id: int | None = None
    """The reader's message, by which an edit of it finds the reply; None where a button asked."""

    @property
    def is_of_base(self) -> bool:
        """Whether the base answered it, or might have: small talk is answered without facts."""
        return bool(self.facts) or self.outcome != "answer"
