"""Callback data of subscriptions, reminders and the time zone."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FollowCallback(CallbackData, prefix="follow"):
    """Follow; `target` is e for an event, c for its chain, f for a fact."""

    target: str
    id: str


class SubscriptionsCallback(CallbackData, prefix="subs"):
    """The list of what the chat follows."""


class SubscriptionCallback(CallbackData, prefix="sub"):
    number: int


class KindCallback(CallbackData, prefix="kind"):
    """Toggle one kind of reminder."""

    number: int
    what: str


class HourCallback(CallbackData, prefix="hour"):
    number: int
    hour: int


class PauseCallback(CallbackData, prefix="pause"):
    number: int
    on: int


class UnfollowCallback(CallbackData, prefix="unfollow"):
    """Under a reminder or a change: stop following."""

    number: int


class StopCallback(CallbackData, prefix="stop"):
    """On the card of a subscription: stop following."""

    number: int


class StopAllCallback(CallbackData, prefix="stopall"):
    """Stop following all."""


class DisableKindCallback(CallbackData, prefix="off"):
    """Under a reminder: send no more of its kind."""

    number: int
    what: str


class SnoozeCallback(CallbackData, prefix="snooze"):
    """Under a reminder: send it again in `hours`. `row` is the outbox row."""

    row: int
    hours: int


class MomentCallback(CallbackData, prefix="moment"):
    """Move a reminder at a chosen moment, or remove it (`to` is 0). Minutes since 1970."""

    subscription: int
    at: int
    to: int


class DropReminderCallback(CallbackData, prefix="drop"):
    """On the card of a subscription: remove the reminder of this moment. Minutes since 1970."""

    number: int
    at: int


class CalendarFileCallback(CallbackData, prefix="ics"):
    event: str


class ZoneCallback(CallbackData, prefix="zone"):
    zone: str


class QuietHoursCallback(CallbackData, prefix="quiet"):
    number: int
