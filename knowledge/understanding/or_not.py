"""«Пустили или нет», «ходит или не ходит», «откроют или как»: yes or no is asked, nothing is offered."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.language.tokens import tokens

_PARTICLES = read_groups("function_words/particles")
_EITHER, _NO_OFFER, _NOT = (_PARTICLES[group] for group in ("either", "no_offer", "deny_next"))


def without_or_not(text: str) -> str | None:
    """The text less «или нет» and the like at its end, or «или не» with the word repeated; None without."""
    words = tokens(text)
    for at in range(len(words) - 2, 0, -1):
        if words[at].word in _EITHER and words[at + 1].word in _NO_OFFER:
            denied = words[at + 1].word in _NOT
            last = at + 1 + denied
            repeats = not denied or words[-1].word in {one.word for one in words[:at]}
            if last == len(words) - 1 and repeats:
                return f"{text[: words[at].start].rstrip(' ,—-')}?"
    return None
