"""What a pressed button says, one class a verb of `bot.replies.parts.Button`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactPress(CallbackData, prefix="fact"):
    """One of the facts on offer."""

    fact: str


class ExamplePress(CallbackData, prefix="example"):
    """An example question, by its number in the pack."""

    number: int


class TopicsPress(CallbackData, prefix="topics"):
    """The list of topics."""


class TopicPress(CallbackData, prefix="topic"):
    topic: str
    page: int


class TimelinePress(CallbackData, prefix="timeline"):
    page: int


class CardPress(CallbackData, prefix="card"):
    """A fact opened from a page of /topics."""

    fact: str
