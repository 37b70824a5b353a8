"""Which questions the base answers by now: asked once per state of the base, a limited time at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.results import Answer, Result

_SECONDS = 1.5
"""After so long the rest is taken as not answered; the next call goes on from there."""


class AnsweredQuestions:
    """Remembers the outcome of each question until the base changes. Used from several threads."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._known: dict[str, bool] = {}
        self._until = 0.0

    def begin(self, engine: Engine) -> None:
        """A new series of questions to this engine."""
        with self._lock:
            if engine is not self._engine:
                self._engine, self._known = engine, {}
            self._until = time.monotonic() + _SECONDS

    def has(self, text: str) -> bool:
        """Whether the base answers the question with a fact, as far as that is known."""
        engine, known = self._engine, self._known
        if text not in known and engine is not None and time.monotonic() < self._until:
            self.note(text, engine.reply(text, NEW, self._now()).result)
        return known.get(text, False)

    def note(self, text: str, result: Result) -> bool:
        """Keep what the base replies, if somebody else has asked; whether it is answered with a fact."""
        self._known[text] = isinstance(result, Answer) and bool(result.shown)
        return self._known[text]
