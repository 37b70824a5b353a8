"""The message to a reader who was told a fact that is in the base no more."""

from __future__ import annotations

from bot.replies.parts import Quote, Reply, Strong, Text

RETIRED = "Я отвечал вам тем, чего в базе больше нет."
RESTORED = "Я писал, что этого в базе больше нет. Оно снова в базе."
WHAT_NOW = "На эти сведения лучше не полагаться. Спросите ещё раз: отвечу тем, что известно теперь."


def retired_fact(says: str) -> Reply:
    return Reply(parts=(Strong(RETIRED), Text("\n\n"), Quote((Text(says),)), Text(f"\n\n{WHAT_NOW}")))


def restored_fact(says: str) -> Reply:
    """To whoever was told so, where the fact is back."""
    return Reply(parts=(Strong(RESTORED), Text("\n\n"), Quote((Text(says),))))
