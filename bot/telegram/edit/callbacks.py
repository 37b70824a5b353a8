"""Callback data of proposals, roles and history."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ProposalOpenCallback(CallbackData, prefix="e-open"):
    """A proposal's screen."""

    number: int


class PublishCallback(CallbackData, prefix="e-publish"):
    number: int


class SubmitCallback(CallbackData, prefix="e-submit"):
    number: int


class DropCallback(CallbackData, prefix="e-drop"):
    number: int


class MineCallback(CallbackData, prefix="e-mine"):
    """In a conflict: the author's version of one entity."""

    number: int
    kind: str
    id: str


class TheirsCallback(CallbackData, prefix="e-theirs"):
    """In a conflict: the version that stands."""

    number: int
    kind: str
    id: str


class UndoCallback(CallbackData, prefix="e-undo"):
    """Take a revision back, as a proposal."""

    revision: int


class RolesCallback(CallbackData, prefix="e-roles"):
    """The list of who has a role."""


class RoleCallback(CallbackData, prefix="e-role"):
    """One person's roles."""

    user: int


class AskPersonCallback(CallbackData, prefix="e-ask"):
    """Whom to give a role: to be answered by a message."""


class GiveCallback(CallbackData, prefix="e-give"):
    user: int
    role: str


class TakeCallback(CallbackData, prefix="e-take"):
    user: int


class LogCallback(CallbackData, prefix="e-log"):
    """The audit log."""


class HistoryCallback(CallbackData, prefix="e-hist"):
    """A page of the history before a revision (0: from the newest), perhaps of one entity."""

    before: int
    id: str


class RevisionCallback(CallbackData, prefix="e-rev"):
    """One revision; `id` is the entity whose history it was opened from."""

    number: int
    id: str


class KeepCallback(CallbackData, prefix="e-keep"):
    """A version that waits: the base's stays."""

    number: int


class TakeFileCallback(CallbackData, prefix="e-take-file"):
    """A version that waits: the files' is proposed."""

    number: int
