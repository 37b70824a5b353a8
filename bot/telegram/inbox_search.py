"""An example for a fact that the inbox does not name: it is searched for."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.editing.forms.fact_search import search_facts
from bot.editing.quick_edit import short_key
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import inbox as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.edit.rights import staff_router
from bot.telegram.inbox_callbacks import OtherFactCallback
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingFactWords(StatesGroup):
    """The next text is words of the fact to which a group of the inbox belongs."""

    text = State()


async def ask_words(
    _callback: CallbackQuery,
    callback_data: OtherFactCallback,
    shown: ShownMessage,
    state: FSMContext,
    sender: Sender,
    now: Clock,
) -> None:
    sent = await sender.send(chat_of(shown), texts.ask_words())
    await prompts.begin(state, AwaitingFactWords.text, sent, now, takes_any=True, group=callback_data.number)


async def take_words(message: Message, state: FSMContext, engine: EngineHolder, sender: Sender) -> None:
    """The facts that have the words; the prompt stays where there are none."""
    group, base = int((await state.get_data()).get("group", 0)), engine.current.base
    words = message.text or ""
    found = search_facts(base, words)[: texts.MOST_FOUND]
    if not found:
        await prompts.asked_again(state, await sender.send(place_of(message), texts.none_found()))
        return
    await state.clear()
    keyed = [(fact, short_key(fact.id)) for fact in found]
    await sender.send(place_of(message), texts.found(group, keyed))


def build_router() -> Router:
    router = staff_router("inbox-search", Role.EDITOR)
    typed = (F.text, ~F.text.startswith("/"))
    router.message.register(take_words, StateFilter(AwaitingFactWords.text), *typed)
    router.callback_query.register(ask_words, OtherFactCallback.filter())
    return router
