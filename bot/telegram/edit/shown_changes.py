"""A button under a proposal acts only on the changes that its screen shows."""

from __future__ import annotations

from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.types import TelegramObject

from bot.editing.publication import PublicationService
from bot.records.editing import Editor
from bot.records.seen_examination import fingerprint_of_changes
from bot.replies.editing import proposals as texts
from bot.telegram.edit.callbacks import OfShownChanges
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.callback_answers import Press, ShownMessage
from bot.telegram.sending.places import chat_of


class ShowChangedAnew(BaseMiddleware):
    """Where the proposal has other changes by now, it is shown anew, and the button does nothing."""

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        pressed = data.get("callback_data")
        if isinstance(pressed, OfShownChanges):
            publishing: PublicationService = data["publishing"]
            proposal = await publishing.get(pressed.number)
            is_open = proposal is not None and proposal.state.is_open
            if proposal and is_open and pressed.seen != fingerprint_of_changes(proposal.changes):
                return await _show_anew(pressed, data)
        return await handler(event, data)


async def _show_anew(pressed: OfShownChanges, data: dict[str, Any]) -> None:
    press: Press = data["press"]
    shown: ShownMessage = data["shown"]
    editor: Editor = data["editor"]
    gate_screen: GateScreen = data["gate_screen"]
    await press.answer(texts.CHANGED if pressed.seen else texts.OLD_SCREEN)
    await gate_screen.show_proposal(chat_of(shown), pressed.number, editor, shown.message_id)
