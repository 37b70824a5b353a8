"""A long message or a text file of an editor becomes a draft."""

from __future__ import annotations

from io import BytesIO

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import AiogramError
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message

from bot.editing.article_drafts import AllKnown, ArticleDrafts, Drafted, NothingToDraft
from bot.editing.outcomes import Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Role
from bot.replies.editing import article_drafts as texts
from bot.replies.editing import pack_faults
from bot.replies.parts import Reply
from bot.telegram.drafting.article_parts import ArticlePart, ArticleParts, ContinuesArticle
from bot.telegram.drafting.cards import show_card
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.places import Place, place_of
from bot.telegram.sending.sender import Sender
from knowledge.drafting.article.publication_date import lacks_date

log = structlog.get_logger()
_LEAST, _LEAST_SENTENCES = 500, 3
_LEAST_OF_PARAGRAPHS, _PARAGRAPHS = 200, 3
"""A shorter text in paragraphs is an article, too."""
_MOST_BYTES = 1_000_000


class IsArticle(Filter):
    """A message as long as an article: no question is."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        ends = sum(text.count(sign) for sign in (". ", ".\n", "! ", "» "))
        paragraphs = [line for line in text.splitlines() if line.strip()]
        is_long = len(text) >= _LEAST or (
            len(text) >= _LEAST_OF_PARAGRAPHS and len(paragraphs) >= _PARAGRAPHS and "?" not in text
        )
        return is_long and ends >= _LEAST_SENTENCES and not text.startswith("/")


async def message(
    message: Message,
    editor: Editor,
    article_drafts: ArticleDrafts,
    article_parts: ArticleParts,
    sender: Sender,
) -> None:
    text = message.text or ""
    proposal, card = await _begin(text, place_of(message), editor, article_drafts, sender)
    new = ArticlePart(text=text, last=text, at=message.date, proposal=proposal, card=card)
    article_parts.remember(message, new)


async def continuation(
    message: Message,
    part: ArticlePart,
    editor: Editor,
    publishing: PublicationService,
    article_drafts: ArticleDrafts,
    article_parts: ArticleParts,
    sender: Sender,
) -> None:
    """One draft of the whole article, in the place of that of its beginning."""
    if part.proposal is not None:
        await publishing.drop(part.proposal, editor)
    piece = message.text or ""
    text = part.joined(piece)
    proposal, card = await _begin(text, place_of(message), editor, article_drafts, sender, part.card)
    new = ArticlePart(text=text, last=piece, at=message.date, proposal=proposal, card=card)
    article_parts.remember(message, new)


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
    text: str,
    place: Place,
    editor: Editor,
    article_drafts: ArticleDrafts,
    sender: Sender,
    shown: int | None = None,
) -> tuple[int | None, int | None]:
    """The draft's number, and the message that shows it: `shown`, if given."""
    match await article_drafts.begin(text, editor):
        case NothingToDraft() | Unchanged():
            return None, await _show(texts.note(texts.NOTHING), place, shown, sender)
        case Refused(faults=faults):
            return None, await _show(pack_faults.refused(faults), place, shown, sender)
        case AllKnown(known=known, draft=draft, superseded=superseded):
            card = await _show(texts.known(known, superseded, nothing_new=True), place, shown, sender)
            if draft is not None:
                card = await show_card(draft, 0, place, None, article_drafts, sender)
            # The draft is of an earlier message: what goes on with this one must not replace it.
            return None, card
        case Drafted(proposal=proposal, known=known, superseded=superseded):
            if shown is None and lacks_date(text):
                await sender.send(place, texts.note(texts.NO_DATE))
            if known or superseded:
                await sender.send(place, texts.known(known, superseded, nothing_new=False))
            return proposal.id, await show_card(proposal.id, 0, place, shown, article_drafts, sender)


async def _show(reply: Reply, place: Place, shown: int | None, sender: Sender) -> int | None:
    return await (sender.send(place, reply) if shown is None else sender.edit(place, shown, reply))


def build_router() -> Router:
    """Before the router of files, whose documents it takes a part of."""
    router = staff_router("articles", Role.EDITOR)
    router.message.register(document, F.document.file_name.lower().endswith(".txt"))
    router.message.register(continuation, StateFilter(None), ContinuesArticle())
    router.message.register(message, StateFilter(None), IsArticle())
    return router
