"""Fields of a drafted fact's card: event, date, place, people, whose words, source."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.article_drafts import ArticleDrafts, DraftCard
from bot.editing.draft_edits import DraftEdits
from bot.editing.draft_fields import FIELDS, LISTED, SEVERAL, values_of
from bot.editing.forms.typed_values import InputError
from bot.editing.quick_edit import short_key
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.replies import dates
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import draft_fields as texts
from bot.replies.editing.article_drafts import GONE
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.drafting.callbacks import DraftFieldCallback, DraftValueCallback
from bot.telegram.drafting.cards import show_card
from bot.telegram.edit.rights import staff_router
from bot.telegram.edit.unreadable import ask_again
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Fact


class AwaitingField(StatesGroup):
    """The next text is a date or a place."""

    value = State()


async def ask(
    _callback: CallbackQuery,
    callback_data: DraftFieldCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
    now: Clock,
) -> str | None:
    field, card = callback_data.field, await article_drafts.card(callback_data.number, callback_data.place)
    if not isinstance(card, DraftCard) or card.fact is None:
        return GONE
    if field not in FIELDS:
        return OLD_SCREEN
    if field in LISTED:
        main = engine.current.base.source.id
        await _show_list(callback_data, card.fact, main, shown, draft_edits, sender)
        return None
    value = card.fact.where or "" if field == "where" else ""
    value = dates.full(card.fact.when) if field == "when" and card.fact.when is not None else value
    asked = texts.ask_value(callback_data.number, card.place, field, value)
    sent = await sender.send(chat_of(shown), asked)
    data = {"draft": callback_data.number, "fact": card.fact.id, "place": card.place, "field": field}
    data[prompts.CARD] = shown.message_id
    await prompts.begin(state, AwaitingField.value, sent, now, takes_any=True, **data)
    return None


async def _show_list(
    at: DraftFieldCallback | DraftValueCallback,
    fact: Fact,
    main: str,
    shown: ShownMessage,
    draft_edits: DraftEdits,
    sender: Sender,
) -> None:
    held = values_of(fact, at.field, main)
    options = [
        texts.Option(key=short_key(one.value), name=one.label, chosen=one.value in held)
        for one in await draft_edits.choices(at.number, at.field)
    ]
    empties = bool(held) and at.field != "source"
    await sender.edit_shown(
        shown, texts.choose(at.number, at.place, at.field, at.page, options, empties=empties)
    )


async def choose(
    _callback: CallbackQuery,
    callback_data: DraftValueCallback,
    shown: ShownMessage,
    state: FSMContext,
    engine: EngineHolder,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
) -> str | None:
    number, at, field, key = (
        callback_data.number,
        callback_data.place,
        callback_data.field,
        callback_data.key,
    )
    card = await article_drafts.card(number, at)
    if not isinstance(card, DraftCard) or card.fact is None:
        return GONE
    listed = await draft_edits.choices(number, field) if field in LISTED else ()
    value = next((one.value for one in listed if short_key(one.value) == key), "")
    if key and not value:
        return OLD_SCREEN
    await prompts.end_own(state, shown.message_id)
    await draft_edits.choose(number, card.fact.id, field, value)
    changed = await article_drafts.card(number, at)
    if field in SEVERAL and key and isinstance(changed, DraftCard) and changed.fact is not None:
        main = engine.current.base.source.id
        await _show_list(callback_data, changed.fact, main, shown, draft_edits, sender)
        return None
    await show_card(number, at, chat_of(shown), shown.message_id, article_drafts, sender)
    return None


async def take_value(
    message: Message,
    bot: Bot,
    state: FSMContext,
    article_drafts: ArticleDrafts,
    draft_edits: DraftEdits,
    sender: Sender,
) -> None:
    """A value that cannot be read is asked for again; the prompt stays."""
    data = await state.get_data()
    number, at = int(data.get("draft", 0)), int(data.get("place", 0))
    fact, field = str(data.get("fact", "")), str(data.get("field", ""))
    try:
        await draft_edits.type_in(number, fact, field, message.text or "")
    except InputError as error:
        await ask_again(error, message, state, sender)
        return
    await prompts.end(state, bot, message.chat.id)
    await show_card(number, at, place_of(message), None, article_drafts, sender)


def build_router() -> Router:
    router = staff_router("draft-fields", Role.EDITOR)
    router.message.register(take_value, StateFilter(AwaitingField.value), F.text, ~F.text.startswith("/"))
    router.callback_query.register(ask, DraftFieldCallback.filter())
    router.callback_query.register(choose, DraftValueCallback.filter())
    return router
