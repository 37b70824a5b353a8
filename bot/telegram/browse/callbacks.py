"""Callback data of the buttons under /topics."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class TopicsCallback(CallbackData, prefix="topics"):
    """The list of topics."""


class TopicCallback(CallbackData, prefix="topic"):
    topic: str
    page: int


class TimelineCallback(CallbackData, prefix="timeline"):
    page: int


class CardCallback(CallbackData, prefix="card"):
    """A fact opened from a page of /topics."""

    fact: str
