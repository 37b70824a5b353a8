"""Callback data of the history, and of versions that wait."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class UndoCallback(CallbackData, prefix="e-undo"):
    """Undo a revision, by a proposal."""

    revision: int


class HistoryCallback(CallbackData, prefix="e-hist"):
    """A page of the history before a revision (0: the newest); `id` limits it to one entity."""

    before: int
    id: str


class RevisionCallback(CallbackData, prefix="e-rev"):
    """One revision; `id` is the entity from whose history it was opened."""

    number: int
    id: str


class KeepCallback(CallbackData, prefix="e-keep"):
    """Of a waiting version: keep the base's."""

    number: int


class TakeFileCallback(CallbackData, prefix="e-take-file"):
    """Of a waiting version: propose the files'."""

    number: int
