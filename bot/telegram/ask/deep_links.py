"""/start with a parameter: a link to a question, a fact, an event, or to following an event."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.followups.subscription_service import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Target
from bot.replies.answers import links as texts
from bot.replies.answers import menus
from bot.replies.followups import menus as follow_menus
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.ask.answered_turn import Asker
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.follow.menus import is_over, subscription_card
from bot.telegram.links import Links, LinkTarget, opened
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Event, EventId, FactId

PLAIN = ("inline", LinkTarget.FOLLOW.value)
"""Parameters that open the start page."""


async def start_by_link(
    message: Message,
    command: CommandObject,
    state: FSMContext,
    engine: EngineHolder,
    question_flow: QuestionFlow,
    links: Links,
    sender: Sender,
    now: Clock,
    following: SubscriptionService | None = None,
) -> None:
    await state.clear()
    found, base = await opened(command.args or "", links), engine.current.base
    hidden = engine.unanswered_examples()
    place, author = place_of(message), message.from_user
    if found is None or author is None:
        known = (command.args or "") in PLAIN
        await sender.send(place, menus.start(base, hidden=hidden) if known else texts.wrong(base, hidden))
        return
    reader = Asker(chat_id=message.chat.id, user_id=author.id)
    if found.target is LinkTarget.QUESTION:
        turn = await question_flow.answer(reader, found.text)
        asked = replace(turn, reply=texts.asked(found.text, turn.reply))
        await question_flow.send(reader, asked, place, sender)
    elif found.target is LinkTarget.FACT:
        if FactId(found.text) not in base.fact_by_id:
            await sender.send(place, texts.wrong(base, hidden))
            return
        await question_flow.send(reader, await question_flow.show(reader, FactId(found.text)), place, sender)
    else:
        event = base.event_by_id.get(EventId(found.text))
        follows = found.target is LinkTarget.FOLLOW
        reply = texts.wrong(base, hidden)
        if event is not None:
            reply = await _event(message, event, engine, following if follows else None, now)
        await sender.send(place, reply)


async def _event(
    message: Message,
    event: Event,
    engine: EngineHolder,
    following: SubscriptionService | None,
    now: Clock,
) -> Reply:
    """The page of an event; with `following` its subscription, made in a private chat only."""
    base = engine.current.base
    ahead = not event.cancelled and not is_over(event, now(), base.source.zone)
    if following is None or not ahead or message.chat.type != ChatType.PRIVATE:
        return follow_menus.event_page(event, base, ahead=ahead)
    chat = message.chat
    made = await following.follow(chat.id, chat.type, Target.EVENT, event.id, by=chat.id)
    return await subscription_card(following, made, base)


def build_router() -> Router:
    """Comes before the start page."""
    router = Router(name="deep-links")
    router.message.register(start_by_link, CommandStart(deep_link=True))
    return router
