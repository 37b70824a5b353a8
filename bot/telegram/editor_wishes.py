"""An editor's wishes in words («входящие», «исправь место второго диалога») open the screens of commands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, StateFilter
from aiogram.types import Message

from bot.editing.forms.fields import Form
from bot.editing.publication import PublicationService
from bot.editing.quick_edit import short_key
from bot.records.editing import Editor
from bot.records.engine_holder import EngineHolder
from bot.replies.editing.quick_edit import Target
from bot.telegram import inbox, statistics
from bot.telegram.ask.explanations import find_question
from bot.telegram.edit import files, history, open_drafts
from bot.telegram.edit.heard_wishes import HasEditorWish
from bot.telegram.edit.quick_cards import card_of
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Fact, FactId
from knowledge.results import EditorWish, EditorWishKind

Handler = Callable[..., Awaitable[Any]]


async def fix(
    message: Message,
    wished: EditorWish,
    editor: Editor,
    engine: EngineHolder,
    publishing: PublicationService,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> None:
    """The card of «Исправить»: of the fact nearest to the words, without any of the last answer's."""
    loaded = engine.current
    if wished.said:
        found = await asyncio.to_thread(loaded.engine.nearest, wished.said, 1)
        fact: Fact | None = next(iter(found), None)
    else:
        asked = await find_question(message, asked_questions)
        last = asked.facts[:1] if asked is not None and asked.outcome == "answer" else ()
        fact = next((loaded.base.fact_by_id.get(FactId(one)) for one in last), None)
    if fact is None:
        raise SkipHandler
    target = Target(form=Form.FACT.value, key=short_key(fact.id), back="")
    await sender.send(place_of(message), await card_of(target, fact, loaded.base, editor, publishing))


_SCREENS: Mapping[EditorWishKind, Handler] = {
    EditorWishKind.FIX: fix,
    EditorWishKind.HISTORY: history.history,
    EditorWishKind.INBOX: inbox.show,
    EditorWishKind.DRAFTS: open_drafts.drafts,
    EditorWishKind.EXPORT: files.export,
    EditorWishKind.STATS: statistics.stats,
}
"""The handler that each wish opens. A new fact is a form: the dialogs open it."""


async def open_screen(message: Message, wished: EditorWish, **dependencies: Any) -> None:
    given = {**dependencies, "wished": wished, "command": CommandObject()}
    await CallableObject(_SCREENS[wished.kind]).call(message, **given)


def build_router() -> Router:
    router = Router(name="editor-wishes")
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(open_screen, private, StateFilter(None), HasEditorWish(*_SCREENS))
    return router
