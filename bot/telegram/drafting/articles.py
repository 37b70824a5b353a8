"""A long message or a text file of an editor becomes a draft."""

from __future__ import annotations

from io import BytesIO

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import AiogramError
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from bot.editing.article_drafts import ArticleDrafts, NothingToDraft
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.records.editing import Editor, Role
from bot.replies.editing import article_drafts as texts
from bot.replies.editing import pack_faults
from bot.telegram.drafting.cards import show_card
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.places import Place, place_of
from bot.telegram.sending.sender import Sender

log = structlog.get_logger()
_LEAST, _LEAST_SENTENCES = 500, 3
_MOST_BYTES = 1_000_000


class IsArticle(Filter):
    """A message as long as an article: no question is."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        ends = sum(text.count(sign) for sign in (". ", ".\n", "! ", "» "))
        return len(text) >= _LEAST and ends >= _LEAST_SENTENCES and not text.startswith("/")


async def message(message: Message, editor: Editor, article_drafts: ArticleDrafts, sender: Sender) -> None:
    await _begin(message.text or "", place_of(message), editor, article_drafts, sender)


async def document(
    message: Message, bot: Bot, editor: Editor, article_drafts: ArticleDrafts, sender: Sender
) -> None:
    text = await _download(message, bot)
    await _begin(text, place_of(message), editor, article_drafts, sender)


async def _download(message: Message, bot: Bot) -> str:
    """The text of the file; "" where it cannot be fetched or is no text."""
    sent = message.document
    assert sent is not None
    if (sent.file_size or 0) > _MOST_BYTES:
        return ""
    try:
        found = await bot.download(sent, BytesIO())
    except (AiogramError, OSError) as error:
        # The file's address holds the token: the reason must not be logged.
        log.warning("file not downloaded", reason=type(error).__name__)
        return ""
    return found.read().decode("utf-8-sig", "replace") if found is not None else ""


async def _begin(
    text: str, place: Place, editor: Editor, article_drafts: ArticleDrafts, sender: Sender
) -> None:
    match await article_drafts.begin(text, editor):
        case NothingToDraft() | Unchanged():
            await sender.send(place, texts.note(texts.NOTHING))
        case Refused(faults=faults):
            await sender.send(place, pack_faults.refused(faults))
        case Proposed(proposal=proposal):
            await show_card(proposal.id, 0, place, None, article_drafts, sender)


def build_router() -> Router:
    """Before the router of files, whose documents it takes a part of."""
    router = staff_router("articles", Role.EDITOR)
    router.message.register(document, F.document.file_name.lower().endswith(".txt"))
    router.message.register(message, StateFilter(None), IsArticle())
    return router
