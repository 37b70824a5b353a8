"""Callback data of the cards of drafted facts: the draft's number and the card's place."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class DraftCardCallback(CallbackData, prefix="a-card"):
    number: int
    place: int


class AcceptDraftCallback(CallbackData, prefix="a-take"):
    number: int
    place: int


class RewordDraftCallback(CallbackData, prefix="a-word"):
    number: int
    place: int


class AskDraftCallback(CallbackData, prefix="a-ask"):
    """Change the example questions."""

    number: int
    place: int


class LeaveOutDraftCallback(CallbackData, prefix="a-drop"):
    number: int
    place: int


class TakeExampleCallback(CallbackData, prefix="a-ex"):
    """Propose a suggested example, by its checksum; `all` takes every one."""

    fact: str
    key: str


class FinishDraftCallback(CallbackData, prefix="a-done"):
    number: int


class BaseDraftsCallback(CallbackData, prefix="a-base"):
    """Show the drafts of the base as cards."""
