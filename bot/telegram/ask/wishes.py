"""Wishes in words («подпиши меня») open the screens of commands, by the commands' own handlers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from inspect import Parameter, signature
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.filters import CommandObject, StateFilter
from aiogram.types import Message

from bot.telegram import privacy
from bot.telegram.ask.explanations import why
from bot.telegram.browse import commands, topics
from bot.telegram.feedback import reporting
from bot.telegram.follow import (
    follow,
    quiet_hours,
    subscriptions,
    timezone,
    wished_changes,
    wished_reminders,
    wished_stops,
)
from knowledge.results import Answer, SmallTalk, Wish
from knowledge.understanding.wishes import read_wish

Handler = Callable[..., Awaitable[Any]]
SCREENS: Mapping[Wish, Handler] = {
    Wish.FOLLOW: follow.offer_events,
    Wish.REMIND: wished_reminders.remind,
    Wish.UNREMIND: wished_changes.unremind,
    Wish.POSTPONE: wished_changes.postpone,
    Wish.QUIET: quiet_hours.quiet_by_words,
    Wish.NO_QUIET: quiet_hours.no_quiet_hours,
    Wish.UNFOLLOW: wished_stops.unfollow,
    Wish.UNFOLLOW_ALL: wished_stops.unfollow_all,
    Wish.PAUSE: wished_stops.pause,
    Wish.RESUME: wished_stops.resume,
    Wish.SUBSCRIPTIONS: subscriptions.subscriptions,
    Wish.FORGET: privacy.forget,
    Wish.MY_DATA: privacy.mydata,
    Wish.PRIVACY: privacy.privacy,
    Wish.REPORT: reporting.ask_about_last_answer,
    Wish.STOP: wished_stops.stop,
    Wish.SOURCE: commands.source,
    Wish.TIMEZONE: timezone.timezone,
    Wish.TODAY: timezone.today,
    Wish.TOPICS: topics.topics,
    Wish.WHY: why,
}
"""The handler that each wish opens; the other wishes are answered with a text."""


async def open_screen(answer: Answer, message: Message, dependencies: Mapping[str, Any]) -> bool:
    """Call the handler of the answer's wish, or of /help; False without one, or where the bot lacks it."""
    handler = None if answer.wish is None else SCREENS.get(answer.wish)
    if answer.small_talk is SmallTalk.HELP:
        handler = commands.help_
    place = timezone.named_place(message.text or "") if answer.wish is Wish.TIMEZONE else None
    given = {"command": CommandObject(args=place), "reminder": answer.reminder, **dependencies}
    if handler is None or not _needed(handler) <= given.keys():
        return False
    await CallableObject(handler).call(message, **given)
    return True


def _needed(handler: Handler) -> set[str]:
    """The dependencies that a handler cannot do without."""
    _, *parameters = signature(handler).parameters.values()
    return {one.name for one in parameters if one.default is Parameter.empty}


def build_stop_router() -> Router:
    """Comes before the handlers that wait for a text: «стоп» leaves them as /cancel does."""
    router = Router(name="stop")
    waiting = StateFilter(
        reporting.AwaitingReport.text, timezone.AwaitingCity.text, privacy.AwaitingForget.answer
    )
    is_stop = F.text.func(lambda text: read_wish(text) is Wish.STOP)
    router.message.register(commands.cancel, waiting, is_stop)
    return router
