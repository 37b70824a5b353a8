"""Callback data of the buttons that ask a question."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactCallback(CallbackData, prefix="fact"):
    """One of the facts offered as options."""

    fact: str


class ExampleCallback(CallbackData, prefix="example"):
    """An example question, by its index in the pack."""

    number: int
