"""The cards of a draft from an article: accepted, changed, left out; then the gate."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from bot.editing.article_drafts import ArticleDrafts, DraftCard
from bot.editing.base_drafts import BaseDrafts
from bot.editing.draft_edits import DraftEdits, QuotationRefused
from bot.editing.outcomes import Closed, Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.editing.quick_edit import short_key
from bot.records.editing import Editor, ProposalOrigin, Role
from bot.replies.editing import article_drafts as texts
from bot.replies.editing import pack_faults
from bot.telegram.drafting.callbacks import (
    AcceptDraftCallback,
    BaseDraftsCallback,
    DraftCardCallback,
    FinishDraftCallback,
    LeaveOutDraftCallback,
)
from bot.telegram.edit.callbacks import ProposalOpenCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import Place, chat_of
from bot.telegram.sending.sender import Sender


class OfArticle(Filter):
    """The proposal of a button is a draft from an article."""

    async def __call__(
        self, _callback: CallbackQuery, callback_data: ProposalOpenCallback, publishing: PublicationService
    ) -> bool:
        proposal = await publishing.get(callback_data.number)
        return proposal is not None and proposal.origin is ProposalOrigin.ARTICLE and proposal.state.is_open


async def show_card(
    number: int, at: int, place: Place, message_id: int | None, drafts: ArticleDrafts, sender: Sender
) -> int | None:
    """The id of the message that shows it."""
    match await drafts.card(number, at):
        case Closed():
            reply = texts.note(texts.GONE)
        case DraftCard(fact=fact, place=found, total=total, accepted=accepted) as card:
            key = short_key(fact.id) if fact is not None else ""
            reply = texts.card(number, fact, found, total, accepted, card.names, card.dropped, key)
    if message_id is None:
        return await sender.send(place, reply)
    return await sender.edit(place, message_id, reply)


async def open_draft(
    _callback: CallbackQuery,
    callback_data: ProposalOpenCallback,
    shown: ShownMessage,
    article_drafts: ArticleDrafts,
    sender: Sender,
) -> None:
    await show_card(callback_data.number, 0, chat_of(shown), None, article_drafts, sender)


async def open_base_drafts(
    _callback: CallbackQuery,
    shown: ShownMessage,
    editor: Editor,
    base_drafts: BaseDrafts,
    article_drafts: ArticleDrafts,
    sender: Sender,
) -> str | None:
    number = await base_drafts.gather(editor)
    if number is None:
        return texts.GONE
    await show_card(number, 0, chat_of(shown), None, article_drafts, sender)
    return None


async def turn(
    _callback: CallbackQuery,
    callback_data: DraftCardCallback,
    shown: ShownMessage,
    article_drafts: ArticleDrafts,
    sender: Sender,
) -> None:
    at = callback_data.place
    await show_card(callback_data.number, at, chat_of(shown), shown.message_id, article_drafts, sender)


async def decide(
    _callback: CallbackQuery,
    callback_data: AcceptDraftCallback | LeaveOutDraftCallback,
    shown: ShownMessage,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
) -> str | None:
    """Accept or drop the fact of the card, and go on to the next."""
    number, at = callback_data.number, callback_data.place
    accepts = isinstance(callback_data, AcceptDraftCallback)
    card = await article_drafts.card(number, at)
    if isinstance(card, DraftCard) and card.fact is not None:
        if callback_data.key not in ("", short_key(card.fact.id)):
            # Another card stands in this place by now, as after a second press.
            await show_card(number, at, chat_of(shown), shown.message_id, article_drafts, sender)
            return None
        act = draft_edits.accept if accepts else draft_edits.leave_out
        if isinstance(await act(number, card.fact.id), QuotationRefused):
            return texts.NO_QUOTES
    next_one = at + 1 if accepts else at
    await show_card(number, next_one, chat_of(shown), shown.message_id, article_drafts, sender)
    return None


async def finish(
    _callback: CallbackQuery,
    callback_data: FinishDraftCallback,
    shown: ShownMessage,
    editor: Editor,
    article_drafts: ArticleDrafts,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    match await article_drafts.finish(callback_data.number, editor):
        case Closed():
            return texts.GONE
        case Unchanged():
            return texts.NONE_ACCEPTED
        case Refused(faults=faults):
            await sender.send(chat_of(shown), pack_faults.refused(faults))
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(chat_of(shown), proposal.id, editor)
    return None


def build_router() -> Router:
    """Before the routers of articles and of proposals, whose messages and buttons it takes a part of."""
    router = staff_router("article-cards", Role.EDITOR)
    router.callback_query.register(open_draft, ProposalOpenCallback.filter(), OfArticle())
    router.callback_query.register(open_base_drafts, BaseDraftsCallback.filter())
    router.callback_query.register(turn, DraftCardCallback.filter())
    router.callback_query.register(decide, AcceptDraftCallback.filter())
    router.callback_query.register(decide, LeaveOutDraftCallback.filter())
    router.callback_query.register(finish, FinishDraftCallback.filter())
    return router
