"""/start, /help, /source, /cancel."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.records.editing import Editor
from bot.records.engine_holder import EngineHolder
from bot.replies.answers import menus, other_messages
from bot.replies.editing import roles
from bot.replies.followups import menus as followup_menus
from bot.telegram.ask.explanations import find_question
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactId


async def start(message: Message, state: FSMContext, engine: EngineHolder, sender: Sender) -> None:
    """Also cancels an unfinished form."""
    await state.clear()
    language = message.from_user.language_code if message.from_user is not None else None
    hidden = engine.unanswered_examples()
    await sender.send(place_of(message), menus.start(engine.current.base, language, hidden))


async def help_(message: Message, engine: EngineHolder, sender: Sender, editor: Editor | None = None) -> None:
    """Editors see their own commands too."""
    editors_commands = roles.commands(editor.role) if editor is not None else ()
    reply = menus.help_(
        engine.current.base,
        (*menus.TELEGRAM_COMMANDS, *followup_menus.COMMANDS, *editors_commands),
        engine.unanswered_examples(),
        private=message.chat.type == ChatType.PRIVATE,
    )
    await sender.send(place_of(message), reply)


async def source(
    message: Message, engine: EngineHolder, asked_questions: AskedQuestions, sender: Sender
) -> None:
    """Of the whole base, and of the answer that the message replies to, else the last one."""
    base, asked = engine.current.base, await find_question(message, asked_questions)
    told = asked.facts if asked is not None and asked.outcome == "answer" else ()
    last = [base.fact_by_id[FactId(one)] for one in told if FactId(one) in base.fact_by_id]
    await sender.send(place_of(message), menus.source(base, last))


async def cancel(message: Message, state: FSMContext, sender: Sender) -> None:
    unfinished = await state.get_state() is not None
    await state.clear()
    await sender.send(place_of(message), other_messages.cancelled(something=unfinished))


def build_router() -> Router:
    router = Router(name="commands")
    router.message.register(start, CommandStart())
    router.message.register(help_, Command("help"))
    router.message.register(source, Command("source"))
    router.message.register(cancel, Command("cancel"))
    return router
