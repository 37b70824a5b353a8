"""Callback data of buttons that older messages have with fewer fields."""

from __future__ import annotations

from typing import Self

from aiogram.filters.callback_data import CallbackData


class GrownCallback(CallbackData, prefix="grown"):
    """Callback data that has got fields since: where older messages lack the last ones, they are empty."""

    @classmethod
    def unpack(cls, value: str) -> Self:
        lacking = len(cls.model_fields) - value.count(cls.__separator__)
        return super().unpack(value + cls.__separator__ * lacking)
