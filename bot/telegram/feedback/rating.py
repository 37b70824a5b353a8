"""Answers rated: 👍 and 👎 by the buttons under them, or by reactions; the last one counts."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, MessageReactionUpdated, ReactionTypeEmoji, ReactionTypeUnion

from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.feedback.callbacks import RateCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks, Passing
from bot.telegram.stores import Feedback


async def rate(
    callback: CallbackQuery, callback_data: RateCallback, feedback: Feedback, now: Clock
) -> str | None:
    shown, good = callback.message, bool(callback_data.good)
    if shown is None:
        return OLD_BUTTON
    known = await feedback.rate(shown.chat.id, shown.message_id, callback.from_user.id, now(), good=good)
    if not known:
        return OLD_BUTTON
    return Passing(texts.LIKED if good else texts.DISLIKED)


async def reacted(change: MessageReactionUpdated, feedback: Feedback, now: Clock) -> None:
    """Other emoji say nothing. A thumb taken away takes the rating back; both together are none."""
    assert change.user is not None  # the filter below
    thumbs, before = _thumbs(change.new_reaction), _thumbs(change.old_reaction)
    where = (change.chat.id, change.message_id, change.user.id)
    if len(thumbs) == 1:
        await feedback.rate(*where, now(), good=texts.GOOD in thumbs)
    elif before:
        await feedback.withdraw(*where)


def _thumbs(reactions: list[ReactionTypeUnion]) -> set[str]:
    emoji = {one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)}
    return emoji & {texts.GOOD, texts.BAD}


def build_router() -> Router:
    router = Router(name="rating")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(rate, RateCallback.filter())
    router.message_reaction.register(reacted, F.user)
    return router
