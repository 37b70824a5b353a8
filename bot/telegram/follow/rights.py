"""Who may change what a chat follows: anybody in a private chat, administrators in a group."""

from __future__ import annotations

from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject

from bot.replies.followups.menus import ADMINS_ONLY

_ADMINISTRATORS = ("creator", "administrator")


async def may_manage(bot: Bot, chat: Chat, user_id: int) -> bool:
    """Asks Telegram each time, because rights can be taken away."""
    if chat.type == "private":
        return True
    try:
        status: object = (await bot.get_chat_member(chat.id, user_id)).status
    except ClientDecodeError as error:
        # An older Bot API server omits rights that aiogram requires; the status is in the raw response.
        status = _status(error.data)
    except TelegramAPIError:
        return False
    return status in _ADMINISTRATORS


async def writer_may_manage(bot: Bot, message: Message) -> bool:
    """The same for the author of a message; an anonymous administrator writes as the group itself."""
    if message.sender_chat is not None and message.sender_chat.id == message.chat.id:
        return True
    return message.from_user is not None and await may_manage(bot, message.chat, message.from_user.id)


class ManagersOnly(BaseMiddleware):
    """Lets a press through if its user may manage the chat, else says who may; inside AnswerCallbacks."""

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, CallbackQuery)
        if not await may_manage(data["bot"], data["shown"].chat, event.from_user.id):
            return ADMINS_ONLY
        return await handler(event, data)


def _status(answer: object) -> object:
    result = answer.get("result") if isinstance(answer, dict) else None
    return result.get("status") if isinstance(result, dict) else None
