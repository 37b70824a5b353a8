"""Callback data of the buttons that ask: options on offer, example questions."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactCallback(CallbackData, prefix="fact"):
    """One of the facts on offer."""

    fact: str


class ExampleCallback(CallbackData, prefix="example"):
    """An example question, by its number in the pack."""

    number: int
