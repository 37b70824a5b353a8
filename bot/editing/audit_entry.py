"""Builds an entry of the audit log: who did what, to what, and when."""

from __future__ import annotations

from datetime import datetime

from bot.records.editing import AuditEntry, Editor


def audit_entry(editor: Editor, action: str, subject: int, at: datetime, detail: str = "") -> AuditEntry:
    """`subject`: the number of a user, a proposal or a revision."""
    return AuditEntry(
        at=at,
        user_id=editor.user_id,
        name=editor.name,
        action=action,
        subject=str(subject),
        detail=detail,
    )
