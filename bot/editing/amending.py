"""Other changes in an open proposal, after a conflict or where the base has moved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from bot.editing.audit_entry import audit_entry
from bot.editing.ports import ProposalStore
from bot.records.editing import AmendedProposalError, Editor, Proposal, Role
from bot.records.seen_examination import fingerprint_of_changes
from knowledge.facts.edits import Change


async def amend(
    store: ProposalStore,
    proposal: Proposal,
    changes: Sequence[Change],
    revision: int,
    editor: Editor | None,
    at: datetime,
) -> Proposal:
    """Replace the changes of a proposal; one with no change left is dropped.

    `editor` is None where the change is the author's own. Changes that somebody else has made meanwhile stay.
    """
    seen = fingerprint_of_changes(proposal.changes)
    with suppress(AmendedProposalError):
        if changes:
            await store.amend(proposal.id, changes, revision, seen=seen)
        else:
            editor = editor or Editor(user_id=proposal.author_id, name=proposal.author, role=Role.EDITOR)
            await store.drop(proposal.id, audit_entry(editor, "drop", proposal.id, at), seen=seen)
    return await store.get(proposal.id) or proposal
