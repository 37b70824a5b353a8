"""Who may change what a chat follows: anybody in a private chat, an administrator in a group."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import Chat, Message

_ADMINISTRATORS = ("creator", "administrator")


async def may_manage(bot: Bot, chat: Chat, user_id: int) -> bool:
    """Whether this user may; asked of Telegram each time, for rights are taken away too."""
    if chat.type == "private":
        return True
    try:
        status: object = (await bot.get_chat_member(chat.id, user_id)).status
    except ClientDecodeError as error:
        # A server older than the library lacks rights that it does not know yet; the status is there.
        status = _status(error.data)
    except TelegramAPIError:
        return False
    return status in _ADMINISTRATORS


async def writer_may_manage(bot: Bot, message: Message) -> bool:
    """The same for who wrote; an anonymous administrator writes in the group's own name."""
    if message.sender_chat is not None and message.sender_chat.id == message.chat.id:
        return True
    return message.from_user is not None and await may_manage(bot, message.chat, message.from_user.id)


def _status(answer: object) -> object:
    result = answer.get("result") if isinstance(answer, dict) else None
    return result.get("status") if isinstance(result, dict) else None
