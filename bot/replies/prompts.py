"""The button that ends a prompt."""

from __future__ import annotations

from bot.replies.parts import Button

CANCEL = ((Button(label="Отмена", action="cancel"),),)
