"""Callback data of /inbox."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class InboxCallback(CallbackData, prefix="i-list"):
    """A page of the inbox; `order` is a value of InboxOrder."""

    order: str
    page: int


class GroupCallback(CallbackData, prefix="i-one"):
    """One group, by the number of any of its questions."""

    number: int


class MakeExampleCallback(CallbackData, prefix="i-ex"):
    """Add the question to a fact's examples."""

    number: int
    fact: str


class OtherFactCallback(CallbackData, prefix="i-other"):
    """Search for the fact to which the question belongs."""

    number: int


class OutOfScopeCallback(CallbackData, prefix="i-never"):
    """The base will never answer this: it must stay refused."""

    number: int


class CloseGroupCallback(CallbackData, prefix="i-close"):
    """Nothing needs to be done."""

    number: int


class NewFactCallback(CallbackData, prefix="i-new"):
    """Open the form of a new fact that answers this question."""

    number: int
