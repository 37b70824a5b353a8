"""Presses of what readers say of answers, and of the inbox where editors see it."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RatePress(CallbackData, prefix="rate"):
    good: int


class ReportPress(CallbackData, prefix="report"):
    """An error in the answer above."""


class PromisePress(CallbackData, prefix="promise"):
    """To be told once there is an answer, or no longer."""

    on: int


class AnewPress(CallbackData, prefix="anew"):
    """The same question again: the answer above is out of date."""


class InboxPress(CallbackData, prefix="i-list"):
    """A page of the inbox; `order` is «most» or «newest»."""

    order: str
    page: int


class GroupPress(CallbackData, prefix="i-one"):
    """One group, named by a question of it."""

    number: int


class MakeExamplePress(CallbackData, prefix="i-ex"):
    number: int
    fact: str


class NeverPress(CallbackData, prefix="i-never"):
    number: int


class CloseGroupPress(CallbackData, prefix="i-close"):
    number: int
