"""Other changes in an open proposal, after a conflict or where the base has moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.editing.audit_entry import audit_entry
from bot.editing.ports import ProposalStore
from bot.records.editing import Editor, Proposal, Role
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

    `editor` is None where the change is the author's own.
    """
    if changes:
        await store.amend(proposal.id, changes, revision)
    else:
        editor = editor or Editor(user_id=proposal.author_id, name=proposal.author, role=Role.EDITOR)
        await store.drop(proposal.id, audit_entry(editor, "drop", proposal.id, at))
    return await store.get(proposal.id) or proposal
