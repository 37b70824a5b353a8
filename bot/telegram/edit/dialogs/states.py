"""The states of the editors' dialogs: one a window."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Shelves(StatesGroup):
    """/facts: walking through the base."""

    home = State()
    adding = State()
    listing = State()
    card = State()
    history = State()


class Filling(StatesGroup):
    """A form in hand."""

    overview = State()
    text = State()
    date = State()
    understood = State()
    calendar = State()
    pick = State()
    role = State()
    lines = State()


class Retiring(StatesGroup):
    reason = State()
