"""What no other handler wants: unknown commands, stickers and the like, buttons of long ago.

An edited question gets no second answer: the first stands above it, and the reader may ask anew.
"""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, Message

from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Sender, place_of

WORDLESS = {
    *(ContentType.VOICE, ContentType.AUDIO, ContentType.VIDEO, ContentType.VIDEO_NOTE, ContentType.PHOTO),
    *(ContentType.ANIMATION, ContentType.STICKER, ContentType.DOCUMENT, ContentType.LOCATION),
    *(ContentType.VENUE, ContentType.CONTACT, ContentType.POLL, ContentType.DICE, ContentType.GAME),
    *(ContentType.STORY, ContentType.PAID_MEDIA, ContentType.CHECKLIST, ContentType.UNKNOWN),
}
"""Contents that a person sends; service messages stay without a reply."""


async def unknown_command(message: Message, sender: Sender) -> None:
    await sender.send(place_of(message), other_messages.unknown_command())


async def wordless(message: Message, sender: Sender) -> None:
    await sender.send(place_of(message), other_messages.render(message.content_type))


async def old_button(_press: CallbackQuery) -> str:
    return OLD_BUTTON


def build_command_router() -> Router:
    """Stands before the questions: «/stat» is no question."""
    router = Router(name="unknown-commands")
    first = F.entities[0].func(lambda entity: entity.type == "bot_command" and entity.offset == 0)
    router.message.register(unknown_command, F.chat.type == ChatType.PRIVATE, first)
    return router


def build_router() -> Router:
    """Stands last."""
    router = Router(name="oddities")
    router.callback_query.middleware(AnswerCallbacks())
    private, named = F.chat.type == ChatType.PRIVATE, F.content_type.in_(WORDLESS)
    router.message.register(wordless, private, named, ~F.via_bot)
    router.callback_query.register(old_button)
    return router
