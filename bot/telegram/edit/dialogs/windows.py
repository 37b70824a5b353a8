"""Windows of aiogram-dialog drawn from replies and sent with entities: nothing to escape or to break."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.entities import EVENT_CONTEXT_KEY, NewMessage, OldMessage
from aiogram_dialog.api.internal import RawKeyboard, WindowProtocol
from aiogram_dialog.manager.message_manager import MessageManager
from aiogram_dialog.utils import add_intent_id
from aiogram_dialog.widgets.kbd import Keyboard

from bot.replies.parts import Reply
from bot.replies.truncation import fit
from bot.telegram.sending.entities import formatted, keyboard
from bot.telegram.sending.sender import NO_PREVIEW

Draw = Callable[..., Awaitable[Reply]]
Press = Callable[..., Awaitable[None]]
"""Takes the button's argument, then dependencies by name."""


@dataclass
class FormattedMessage(NewMessage):
    entities: list[MessageEntity] = field(default_factory=list)


class FormattedMessages(MessageManager):
    """Sends entities in place of a parse mode. Presses are answered by the middleware of all routers."""

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Left to AnswerPresses."""

    async def send_text(self, bot: Bot, new_message: NewMessage) -> Message:
        return await bot.send_message(
            new_message.chat.id,
            new_message.text or "",
            message_thread_id=new_message.thread_id,
            entities=_entities(new_message),
            reply_markup=new_message.reply_markup,
            link_preview_options=NO_PREVIEW,
        )

    async def edit_text(self, bot: Bot, new_message: NewMessage, old_message: OldMessage) -> Message:
        edited = await bot.edit_message_text(
            new_message.text or "",
            chat_id=old_message.chat.id,
            message_id=old_message.message_id,
            entities=_entities(new_message),
            reply_markup=_inline(new_message),
            link_preview_options=NO_PREVIEW,
        )
        assert isinstance(edited, Message)  # only inline messages give True
        return edited


class ReplyWindow(WindowProtocol):
    """`draw` gives the reply; `callbacks` go by the action of its buttons; `typed` takes a text.

    `above` is a widget whose buttons stand over those of the reply: the calendar.
    """

    def __init__(
        self,
        state: State,
        draw: Draw,
        callbacks: Mapping[str, Press],
        typed: Press | None = None,
        above: Keyboard | None = None,
    ) -> None:
        self._state = state
        self._draw = CallableObject(draw)
        self._actions = {action: CallableObject(callback) for action, callback in callbacks.items()}
        self._typed = CallableObject(typed) if typed else None
        self._above = above

    async def render(self, _dialog: DialogProtocol, manager: DialogManager) -> NewMessage:
        data = manager.middleware_data
        reply = fit(await self._draw.call(**data))
        text, entities = formatted(reply)
        rows: RawKeyboard = []
        if self._above is not None:
            rows.extend(await self._above.render_keyboard({}, manager))
        if markup := keyboard(reply):
            rows.extend([*row] for row in markup.inline_keyboard)
        add_intent_id(rows, manager.current_context().id)
        return FormattedMessage(
            chat=data["event_chat"],
            thread_id=data[EVENT_CONTEXT_KEY].thread_id,
            text=text,
            entities=entities,
            reply_markup=InlineKeyboardMarkup(
                inline_keyboard=[
                    [key for key in row if isinstance(key, InlineKeyboardButton)] for row in rows
                ]
            ),
        )

    async def process_message(
        self, message: Message, _dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if self._typed is None:
            return False
        await self._typed.call(message.text or "", **manager.middleware_data)
        return True

    async def process_callback(
        self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        """What is not of this window (an old button) only draws the window anew."""
        if self._above is not None and await self._above.process_callback(callback, dialog, manager):
            return True
        action, _, argument = (callback.data or "").partition(":")
        action_handler = self._actions.get(action)
        if action_handler is None:
            return False
        await action_handler.call(argument, **manager.middleware_data)
        return True

    async def process_result(self, start_data: Any, result: Any, manager: DialogManager) -> None:
        """Nothing waits for the result of another dialog."""

    def get_state(self) -> State:
        return self._state

    def find(self, widget_id: str) -> Any:
        return self._above.find(widget_id) if self._above is not None else None


def _entities(message: NewMessage) -> list[MessageEntity]:
    return message.entities if isinstance(message, FormattedMessage) else []


def _inline(message: NewMessage) -> InlineKeyboardMarkup | None:
    markup = message.reply_markup
    return markup if isinstance(markup, InlineKeyboardMarkup) else None
