"""A drafted fact in the editor's words, and its example questions."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.article_drafts import ArticleDrafts, DraftCard
from bot.editing.draft_edits import DraftEdits, NoQuestions, QuotationRefused
from bot.records.editing import Role
from bot.replies.editing import article_drafts as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.drafting.callbacks import AskDraftCallback, RewordDraftCallback
from bot.telegram.drafting.cards import show_card
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingWords(StatesGroup):
    """The next text is the statement in the editor's words."""

    text = State()
    questions = State()
    """Numbers of example questions to leave out, and more of them."""


async def ask_words(
    _callback: CallbackQuery,
    callback_data: RewordDraftCallback | AskDraftCallback,
    shown: ShownMessage,
    state: FSMContext,
    article_drafts: ArticleDrafts,
    sender: Sender,
    now: Clock,
) -> str | None:
    card = await article_drafts.card(callback_data.number, callback_data.place)
    if not isinstance(card, DraftCard) or card.fact is None:
        return texts.GONE
    rewords = isinstance(callback_data, RewordDraftCallback)
    asked = texts.reword(card.fact) if rewords else texts.ask_otherwise(card.fact)
    sent = await sender.send(chat_of(shown), asked)
    data = {"draft": callback_data.number, "fact": card.fact.id, "place": card.place}
    data[prompts.CARD] = shown.message_id
    awaited = AwaitingWords.text if rewords else AwaitingWords.questions
    await prompts.begin(state, awaited, sent, now, takes_questions=not rewords, **data)
    return None


async def take_words(
    message: Message,
    bot: Bot,
    state: FSMContext,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
) -> None:
    data = await state.get_data()
    number, at = int(data.get("draft", 0)), int(data.get("place", 0))
    says = " ".join((message.text or "").split())
    if isinstance(await draft_edits.reword(number, str(data.get("fact", "")), says), QuotationRefused):
        await sender.send(place_of(message), texts.note(texts.NO_QUOTES))
        return
    await prompts.end(state, bot, message.chat.id)
    await show_card(number, at, place_of(message), None, article_drafts, sender)


async def take_questions(
    message: Message,
    bot: Bot,
    state: FSMContext,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
) -> None:
    data = await state.get_data()
    number, at = int(data.get("draft", 0)), int(data.get("place", 0))
    typed = message.text or ""
    match await draft_edits.ask_otherwise(number, str(data.get("fact", "")), typed):
        case NoQuestions():
            await sender.send(place_of(message), texts.note(texts.NO_QUESTIONS))
            return
        case QuotationRefused():
            await sender.send(place_of(message), texts.note(texts.NO_QUOTES))
    await prompts.end(state, bot, message.chat.id)
    await show_card(number, at, place_of(message), None, article_drafts, sender)


def build_router() -> Router:
    router = staff_router("draft-words", Role.EDITOR)
    router.message.register(take_words, StateFilter(AwaitingWords.text), F.text, ~F.text.startswith("/"))
    asked = StateFilter(AwaitingWords.questions)
    router.message.register(take_questions, asked, F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask_words, RewordDraftCallback.filter())
    router.callback_query.register(ask_words, AskDraftCallback.filter())
    return router
