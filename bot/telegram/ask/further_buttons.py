"""«⋯» under an answer opens its further buttons in place: why, its topic, and those of other packages."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.records.question_log import AskedQuestion
from bot.replies.answers import buttons, topics
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.answers.why import short
from bot.telegram.ask.callbacks import MoreCallback, SameTopicCallback, WhyCallback
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.entities import inline_button
from bot.telegram.sending.places import chat_of, place_for_presser
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactBase, FactId


async def toggle(
    _callback: CallbackQuery,
    callback_data: MoreCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    asked_questions: AskedQuestions,
    sender: Sender,
    editor: Editor | None = None,
) -> str | None:
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is None or not isinstance(shown, Message) or shown.reply_markup is None:
        return OLD_BUTTON
    rows = _kept(shown.reply_markup, is_open=bool(callback_data.on))
    if callback_data.on:
        rows += _behind(asked, engine.current.base, shown, edits=_edits(editor))
    await sender.edit_keyboard(shown, InlineKeyboardMarkup(inline_keyboard=rows))
    return None


async def why(
    callback: CallbackQuery, shown: ShownMessage, asked_questions: AskedQuestions, sender: Sender
) -> str | None:
    """The same as /why in reply to this answer."""
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is None:
        return OLD_BUTTON
    await sender.send(place_for_presser(callback, shown), short(asked.explanation, asked.message_id))
    return None


async def same_topic(
    _callback: CallbackQuery,
    callback_data: SameTopicCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
) -> str | None:
    """A page of /topics below the answer, which stays."""
    base = engine.current.base
    fact = base.fact_by_id.get(FactId(callback_data.fact))
    if fact is None:
        return OLD_BUTTON
    await sender.send(chat_of(shown), topics.topic_page(base, fact.topic, 0, page_size))
    return None


def _kept(markup: InlineKeyboardMarkup, *, is_open: bool) -> list[list[InlineKeyboardButton]]:
    """The rows up to that of «⋯», which becomes «Свернуть», or the reverse."""
    kept: list[list[InlineKeyboardButton]] = []
    prefix = MoreCallback.__prefix__ + ":"
    for row in markup.inline_keyboard:
        is_more = [(button.callback_data or "").startswith(prefix) for button in row]
        turned = inline_button(buttons.more_button(is_open=is_open))
        kept.append([turned if more else button for button, more in zip(row, is_more, strict=True)])
        if any(is_more):
            break
    return kept


def _behind(
    asked: AskedQuestion, base: FactBase, shown: Message, *, edits: bool
) -> list[list[InlineKeyboardButton]]:
    """Nothing where the answer's facts are no longer in the base."""
    fact = next((base.fact_by_id[FactId(one)] for one in asked.facts if FactId(one) in base.fact_by_id), None)
    if fact is None:
        return []
    rows = buttons.behind_more(fact, private=shown.chat.type == ChatType.PRIVATE, edits=edits)
    return [[inline_button(button) for button in row] for row in rows]


def _edits(editor: Editor | None) -> bool:
    return editor is not None and editor.role.covers(Role.EDITOR)


def build_router() -> Router:
    router = Router(name="more")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(toggle, MoreCallback.filter())
    router.callback_query.register(why, WhyCallback.filter())
    router.callback_query.register(same_topic, SameTopicCallback.filter())
    return router
