"""Callback data of ratings, error reports, answer alerts and outdated answers."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RateCallback(CallbackData, prefix="rate"):
    good: int


class ReportCallback(CallbackData, prefix="report"):
    """Report an error in the answer above."""


class AnswerAlertCallback(CallbackData, prefix="promise"):
    """Subscribe to an answer alert (1) or unsubscribe (0)."""

    on: int


class AskAgainCallback(CallbackData, prefix="anew"):
    """Ask the same question again: the answer above is outdated."""
