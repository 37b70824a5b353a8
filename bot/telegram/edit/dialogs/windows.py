"""Windows of aiogram-dialog that show a Reply, sent with entities instead of a parse mode."""

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
from bot.replies.truncation import truncate
from bot.telegram.sending.entities import keyboard, text_and_entities
from bot.telegram.sending.message_calls import NO_PREVIEW

Renderer = Callable[..., Awaitable[Reply]]
ButtonHandler = Callable[..., Awaitable[None]]
"""Takes the button's argument (or the typed text), then dependencies by name."""


@dataclass
class FormattedMessage(NewMessage):
    entities: list[MessageEntity] = field(default_factory=list)


class FormattedMessages(MessageManager):
    """Sends entities instead of a parse mode."""

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Done by AnswerCallbacks."""

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
    """`render_reply` makes the reply; `buttons` maps the action of a button to its handler.

    `on_text` handles a typed text; `widget` (the calendar) puts its buttons above those of the reply.
    """

    def __init__(
        self,
        state: State,
        render_reply: Renderer,
        buttons: Mapping[str, ButtonHandler],
        on_text: ButtonHandler | None = None,
        widget: Keyboard | None = None,
    ) -> None:
        self._state = state
        self._render_reply = CallableObject(render_reply)
        self._buttons = {action: CallableObject(handler) for action, handler in buttons.items()}
        self._on_text = CallableObject(on_text) if on_text else None
        self._widget = widget

    async def render(self, _dialog: DialogProtocol, manager: DialogManager) -> NewMessage:
        data = manager.middleware_data
        reply = truncate(await self._render_reply.call(**data))
        text, entities = text_and_entities(reply)
        rows: RawKeyboard = []
        if self._widget is not None:
            rows.extend(await self._widget.render_keyboard({}, manager))
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
                    [button for button in row if isinstance(button, InlineKeyboardButton)] for row in rows
                ]
            ),
        )

    async def process_message(
        self, message: Message, _dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if self._on_text is None:
            return False
        await self._on_text.call(message.text or "", **manager.middleware_data)
        return True

    async def process_callback(
        self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        """A button of another window (an old one) only shows this window again."""
        if self._widget is not None and await self._widget.process_callback(callback, dialog, manager):
            return True
        action, _, argument = (callback.data or "").partition(":")
        button = self._buttons.get(action)
        if button is None:
            return False
        await button.call(argument, **manager.middleware_data)
        return True

    async def process_result(self, start_data: Any, result: Any, manager: DialogManager) -> None:
        """No window uses the result of another dialog."""

    def get_state(self) -> State:
        return self._state

    def find(self, widget_id: str) -> Any:
        return self._widget.find(widget_id) if self._widget is not None else None


def _entities(message: NewMessage) -> list[MessageEntity]:
    return message.entities if isinstance(message, FormattedMessage) else []


def _inline(message: NewMessage) -> InlineKeyboardMarkup | None:
    markup = message.reply_markup
    return markup if isinstance(markup, InlineKeyboardMarkup) else None
