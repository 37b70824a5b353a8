"""Callback data of ratings, reports and answer alerts."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RateCallback(CallbackData, prefix="rate"):
    good: int


class ReportCallback(CallbackData, prefix="report"):
    """An error in the answer above."""


class PromiseCallback(CallbackData, prefix="promise"):
    """To be told once there is an answer, or no longer."""

    on: int


class AnewCallback(CallbackData, prefix="anew"):
    """The same question again: the answer above is out of date."""
