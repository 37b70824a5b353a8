"""Callback data of the buttons that ask a question, and of those under an answer."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactCallback(CallbackData, prefix="fact"):
    """One of the facts offered as options."""

    fact: str


class ExampleCallback(CallbackData, prefix="example"):
    """An example question, by its index in the pack."""

    number: int


class AsTypedCallback(CallbackData, prefix="asis"):
    """«Не то»: the question as typed, not as its misspelt words were read."""


class FurtherCallback(CallbackData, prefix="further"):
    """«Ещё» under a digest: its next facts."""


class MoreCallback(CallbackData, prefix="more"):
    """«⋯» opens (1) or closes (0) the further buttons of an answer."""

    on: int


class WhyCallback(CallbackData, prefix="why"):
    """Why this answer."""


class DetailsCallback(CallbackData, prefix="details"):
    """All that /why knows of the answer in this message."""

    answer: int


class SameTopicCallback(CallbackData, prefix="also"):
    """More on the topic of a fact, below its answer."""

    fact: str
