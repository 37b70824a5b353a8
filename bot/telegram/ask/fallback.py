"""What no other handler takes: unknown commands, stickers and other media, outdated buttons."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, Message

from bot.records.editing import Editor
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON, OLD_SCREEN
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

MEDIA = {
    *(ContentType.VOICE, ContentType.AUDIO, ContentType.VIDEO, ContentType.VIDEO_NOTE, ContentType.PHOTO),
    *(ContentType.ANIMATION, ContentType.STICKER, ContentType.DOCUMENT, ContentType.LOCATION),
    *(ContentType.VENUE, ContentType.CONTACT, ContentType.POLL, ContentType.DICE, ContentType.GAME),
    *(ContentType.STORY, ContentType.PAID_MEDIA, ContentType.CHECKLIST, ContentType.UNKNOWN),
}
"""Content types that a person sends; service messages get no reply."""


async def unknown_command(message: Message, sender: Sender) -> None:
    await sender.send(place_of(message), other_messages.unknown_command())


async def media(message: Message, sender: Sender) -> None:
    await sender.send(place_of(message), other_messages.render(message.content_type))


async def old_button(_callback: CallbackQuery, editor: Editor | None = None) -> str:
    """Most of an editor's buttons belong to a screen that a later one has replaced."""
    return OLD_BUTTON if editor is None else OLD_SCREEN


def build_command_router() -> Router:
    """Comes before the router of questions: «/stat» is no question."""
    router = Router(name="unknown-commands")
    is_command = F.entities[0].func(lambda entity: entity.type == "bot_command" and entity.offset == 0)
    router.message.register(unknown_command, F.chat.type == ChatType.PRIVATE, is_command)
    return router


def build_router() -> Router:
    """Comes last."""
    router = Router(name="fallback")
    router.callback_query.middleware(AnswerCallbacks())
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(media, private, F.content_type.in_(MEDIA), ~F.via_bot)
    router.callback_query.register(old_button)
    return router
