"""The base's own drafts, as cards: an open proposal whose changes are the drafts until they are accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.editing.audit_entry import audit_entry
from bot.editing.ports import BaseStore, ProposalStore
from bot.records.editing import BASE_DRAFTS, Editor, NewProposal, Proposal, ProposalOrigin
from knowledge.facts.edits import Change, entities
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import key_of


class BaseDrafts:
    def __init__(self, proposals: ProposalStore, base_store: BaseStore, now: Callable[[], datetime]) -> None:
        self._proposals, self._base_store, self._now = proposals, base_store, now

    async def left(self) -> int:
        """How many drafts of the base no open proposal has."""
        base = (await self._base_store.load_base()).base
        return len(_left(base, await self._proposals.open())) if base.drafts else 0

    async def gather(self, editor: Editor) -> int | None:
        """The number of the proposal with the base's drafts as they are now; None where there are none."""
        loaded = await self._base_store.load_base()
        opened = await self._proposals.open()
        mine = next((one for one in opened if one.reference == BASE_DRAFTS), None)
        now = entities(loaded.base)
        kept = [one for one in mine.changes if one.before == now.get(one.key)] if mine is not None else []
        changes = (*kept, *_left(loaded.base, [one for one in opened if one is not mine], kept))
        if mine is not None and changes:
            await self._proposals.amend(mine.id, changes, loaded.revision)
            return mine.id
        if mine is not None:
            await self._proposals.drop(mine.id, audit_entry(editor, "drop", mine.id, self._now(), ""))
        if not changes:
            return None
        made = await self._proposals.add(
            NewProposal(
                changes=changes,
                author_id=editor.user_id,
                author=editor.name,
                origin=ProposalOrigin.ARTICLE,
                reference=BASE_DRAFTS,
                base_revision=loaded.revision,
                at=self._now(),
            )
        )
        return made.id


def _left(base: FactBase, opened: Sequence[Proposal], kept: Sequence[Change] = ()) -> list[Change]:
    """The drafts that no open proposal changes, each unchanged."""
    taken = {change.key for one in opened for change in one.changes} | {one.key for one in kept}
    return [
        Change(key=key_of(fact), before=fact, after=fact) for fact in base.drafts if key_of(fact) not in taken
    ]
