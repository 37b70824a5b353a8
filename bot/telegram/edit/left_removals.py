"""A removal whose reason was not given: kept for /drafts where another command interrupts «Исправить»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.editing.forms.drafts import Draft
from bot.editing.forms.unfinished_forms import UnfinishedForms, form_title
from bot.replies.editing import form as texts
from bot.settings.clock import Clock
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender


class LeftRemovals:
    """Keeps it, and tells the editor where it is."""

    def __init__(self, forms: UnfinishedForms, sender: Sender, now: Clock) -> None:
        self._forms, self._sender, self._now = forms, sender, now

    async def keep(self, user_id: int, kept: Mapping[str, Any]) -> None:
        await self._forms.keep(user_id, kept, self._now())
        told = texts.removal_kept(form_title(Draft.from_json(kept["draft"])))
        await self._sender.send(Place(chat_id=user_id), told)
