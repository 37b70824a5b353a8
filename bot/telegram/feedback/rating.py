"""Ratings of answers: 👍 and 👎 by the buttons under them or by reactions; the last one counts."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, MessageReactionUpdated, ReactionTypeEmoji, ReactionTypeUnion

from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.feedback.callbacks import RateCallback
from bot.telegram.ports import Feedback
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage, Toast


async def rate(
    callback: CallbackQuery, callback_data: RateCallback, shown: ShownMessage, feedback: Feedback, now: Clock
) -> str:
    good = bool(callback_data.good)
    known = await feedback.rate(shown.chat.id, shown.message_id, callback.from_user.id, now(), good=good)
    if not known:
        return OLD_BUTTON
    return Toast(texts.LIKED if good else texts.DISLIKED)


async def react(change: MessageReactionUpdated, bot: Bot, feedback: Feedback, now: Clock) -> None:
    """A rating is acknowledged by a reaction.

    Other emoji are ignored. A removed thumb withdraws the rating; both thumbs together are none."""
    assert change.user is not None  # the router's filter
    thumbs, before = _thumbs(change.new_reaction), _thumbs(change.old_reaction)
    where = (change.chat.id, change.message_id, change.user.id)
    if len(thumbs) == 1:
        if await feedback.rate(*where, now(), good=texts.GOOD in thumbs):
            seen: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=texts.SEEN)]
            with suppress(AiogramError):  # the chat may allow no such reaction
                await bot.set_message_reaction(change.chat.id, change.message_id, reaction=seen)
    elif before:
        await feedback.withdraw(*where)


def _thumbs(reactions: list[ReactionTypeUnion]) -> set[str]:
    emoji = {one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)}
    return emoji & {texts.GOOD, texts.BAD}


def build_router() -> Router:
    router = Router(name="rating")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(rate, RateCallback.filter())
    router.message_reaction.register(react, F.user)
    return router
