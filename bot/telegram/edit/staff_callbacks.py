"""Callback data of roles and of what editors are told."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RolesCallback(CallbackData, prefix="e-roles"):
    """The list of who has a role."""


class RoleCallback(CallbackData, prefix="e-role"):
    """One person's role."""

    user: int


class AskPersonCallback(CallbackData, prefix="e-ask"):
    """Ask for the person to give a role to, who is named by the next message."""


class GiveRoleCallback(CallbackData, prefix="e-give"):
    """Give a person a role."""

    user: int
    role: str


class TakeRoleCallback(CallbackData, prefix="e-take"):
    """Take a person's role away."""

    user: int


class AuditLogCallback(CallbackData, prefix="e-log"):
    """The audit log."""


class NoticesCallback(CallbackData, prefix="e-notices"):
    """Which messages the editor gets by themselves."""


class ReportNoticeCallback(CallbackData, prefix="e-notice"):
    """When to be told of a report: a value of ReportNotice."""

    kind: str


class DigestHourCallback(CallbackData, prefix="e-digest"):
    """The hour of the digest; -1: none."""

    hour: int
