"""Callback data of «Исправить» under an answer."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from bot.telegram.edit.grown_callback import GrownCallback


class FixFactCallback(GrownCallback, prefix="fix"):
    """«Исправить»: what of this fact, event or person (`form`; older messages have only facts).

    `back`: the fact from whose card it was opened, or FACTS.
    """

    fact: str
    form: str = ""
    back: str = ""


class FixHereCallback(FixFactCallback, prefix="fix-at"):
    """The same in the place of the message, and an end of what it asked for."""


class FixOneCallback(GrownCallback, prefix="fix-one"):
    """Ask for the new value of one field, or for the reason to retire the fact."""

    field: str
    fact: str
    form: str = ""
    back: str = ""


class FixPeopleCallback(FixFactCallback, prefix="fix-who"):
    """A page of the people of a fact or event."""

    page: int = 0


class FixPersonCallback(FixFactCallback, prefix="fix-p"):
    """Ask for the role of one person; of the one just typed where `person` is empty."""

    person: str = ""


class FixRoleCallback(FixPersonCallback, prefix="fix-r"):
    """Give the role; take the person away where it is empty."""

    role: str = ""


class FixUpCallback(CallbackData, prefix="fix-up"):
    """Back to the card of /facts."""

    fact: str
    form: str


class FixCloseCallback(CallbackData, prefix="fix-x"):
    """«Закрыть» on the first card."""


class FixAllCallback(GrownCallback, prefix="fix-all"):
    """Open the form of this fact, event or person."""

    fact: str
    form: str = ""
