"""The states of the editors' dialogs; each has a window."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class BrowserDialog(StatesGroup):
    """/facts: browsing the base."""

    home = State()
    adding = State()
    listing = State()
    card = State()
    history = State()


class FormDialog(StatesGroup):
    """The form of an entity."""

    overview = State()
    message = State()
    text = State()
    date = State()
    understood = State()
    calendar = State()
    pick = State()
    role = State()
    lines = State()


class RetireDialog(StatesGroup):
    """Retiring an entity."""

    reason = State()
