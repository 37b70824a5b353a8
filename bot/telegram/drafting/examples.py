"""/examples: questions suggested for a fact, taken with one tap and published like any edit."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.editing.example_suggestions import ExampleSuggestions, checksum
from bot.editing.forms.fact_search import fact_meant
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import example_suggestions as texts
from bot.replies.parts import Reply
from bot.telegram.drafting.callbacks import TakeExampleCallback
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.rights import staff_router
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.places import chat_of, place_of
from bot.telegram.sending.sender import Sender


async def examples(
    message: Message,
    command: CommandObject,
    suggesting: ExampleSuggestions,
    engine: EngineHolder,
    sender: Sender,
) -> None:
    """«/examples second-dialogue», or words that one fact alone has."""
    name = (command.args or "").strip()
    meant = await asyncio.to_thread(fact_meant, engine.current.base, name) if name else None
    reply = await offer(meant.id if meant else name, suggesting) if name else texts.note(texts.USAGE)
    await sender.send(place_of(message), reply)


async def offer(name: str, suggesting: ExampleSuggestions) -> Reply:
    """The questions suggested for the fact of this name, each with a button."""
    found = await suggesting.suggest(name)
    if found is None:
        return texts.note(texts.NO_FACT)
    fact, offered = found
    if not offered:
        return texts.note(texts.NONE)
    return texts.offered(fact, offered, [checksum(one) for one in offered])


async def take(
    _callback: CallbackQuery,
    callback_data: TakeExampleCallback,
    shown: ShownMessage,
    editor: Editor,
    suggesting: ExampleSuggestions,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    made = await suggesting.take(callback_data.fact, callback_data.key, editor)
    if made is None:
        return texts.GONE
    await show_proposed(made, chat_of(shown), editor, gate_screen, sender)
    return None


def build_router() -> Router:
    router = staff_router("examples", Role.EDITOR)
    router.message.register(examples, Command("examples"))
    router.callback_query.register(take, TakeExampleCallback.filter())
    return router
