"""Callback data of the cards of drafted facts: the draft's number and the card's place."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from bot.telegram.edit.grown_callback import GrownCallback


class DraftCardCallback(CallbackData, prefix="a-card"):
    number: int
    place: int


class AcceptDraftCallback(GrownCallback, prefix="a-take"):
    """This and the one that leaves out name their fact by its short key, too; older messages do not."""

    number: int
    place: int
    key: str = ""


class RewordDraftCallback(CallbackData, prefix="a-word"):
    number: int
    place: int


class AskDraftCallback(CallbackData, prefix="a-ask"):
    """Change the example questions."""

    number: int
    place: int


class DraftFieldCallback(CallbackData, prefix="a-field"):
    """Ask for another value of a field: a page of its list, or a text."""

    number: int
    place: int
    field: str
    page: int = 0


class DraftValueCallback(CallbackData, prefix="a-set"):
    """Choose a value of the list by its short key, or take the value away where the key is empty."""

    number: int
    place: int
    field: str
    page: int = 0
    key: str = ""


class LeaveOutDraftCallback(GrownCallback, prefix="a-drop"):
    number: int
    place: int
    key: str = ""


class TakeExampleCallback(CallbackData, prefix="a-ex"):
    """Propose a suggested example, by its checksum; `all` takes every one."""

    fact: str
    key: str


class FinishDraftCallback(CallbackData, prefix="a-done"):
    number: int


class BaseDraftsCallback(CallbackData, prefix="a-base"):
    """Show the drafts of the base as cards."""
