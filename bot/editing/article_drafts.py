"""Drafts of facts from an article that an editor sent: gone over one by one, then published like any edit.

A draft is an open proposal of the origin `article`, whose facts are drafts until accepted; so it
outlives restarts and stands in /drafts. What is accepted leaves it as another proposal, through the gate.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.editing.audit_entry import audit_entry
from bot.editing.draft_edits import facts_of, is_draft, without_others_paragraphs
from bot.editing.known_facts import without_known
from bot.editing.outcomes import Closed, Proposed, Refused, Unchanged
from bot.editing.ports import BaseStore, ProposalStore, ReplacedVersions
from bot.editing.proposals import effective_changes
from bot.editing.publication import PublicationService
from bot.editing.superseded_facts import corrected_since, without_superseded
from bot.records.editing import Editor, Proposal, ProposalOrigin
from bot.records.history import Superseded
from bot.replies.editing.article_drafts import titled_event
from knowledge.drafting.article.article_text import read_article
from knowledge.drafting.article.publication_date import publication_date
from knowledge.drafting.pack.additions import additions, needed_by
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Fact
from knowledge.facts.serialization import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToDraft:
    """The text holds no statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Proposed):
    """`known`: facts of the article that the base or another draft has already, and are left out."""

    known: tuple[Fact, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    """What it says and the base has corrected since, left out, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllKnown:
    """The article holds nothing new. `draft`: the open draft that has some of it, if there is one."""

    known: tuple[Fact, ...]
    draft: int | None
    superseded: tuple[Superseded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCard:
    """One proposed fact of an open draft: the `place`-th of `total`; None where none is left."""

    proposal: Proposal
    fact: Fact | None
    place: int
    total: int
    accepted: int
    dropped: int = 0
    """Drafts of the base that are to be taken out of it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Titles of events, with date and place, and of sources, and names of people that it may name, by id."""


class ArticleDrafts:
    def __init__(
        self,
        publishing: PublicationService,
        proposals: ProposalStore,
        base_store: BaseStore,
        history: ReplacedVersions,
        now: Callable[[], datetime],
        zone: ZoneInfo,
    ) -> None:
        self._publishing, self._proposals, self._base_store = publishing, proposals, base_store
        self._history, self._now, self._zone = history, now, zone

    async def begin(
        self, text: str, editor: Editor
    ) -> Drafted | Refused | Unchanged | NothingToDraft | AllKnown:
        """Draft the article's new facts, as an open proposal. It takes a second, so it runs in a thread."""
        base = (await self._base_store.load_base()).base
        drafted = await asyncio.to_thread(draft_pack, text, self._now().date())
        if drafted is None:
            return NothingToDraft()
        opened = await self._proposals.open()
        waiting = [fact for one in opened for fact in facts_of(one.changes)]
        new = without_known(additions(base, drafted), (*base.every_fact, *waiting))
        changes, superseded = without_superseded(new.changes, base, await self._corrected(text))
        if not facts_of(changes) and (new.known or superseded):
            return AllKnown(known=new.known, draft=_draft_of(new.known, opened), superseded=superseded)
        why = drafted.source.title
        made = await self._publishing.propose(changes, editor, origin=ProposalOrigin.ARTICLE, why=why)
        if not isinstance(made, Proposed):
            return made
        return Drafted(proposal=made.proposal, known=new.known, superseded=superseded)

    async def _corrected(self, text: str) -> tuple[Change, ...]:
        """What the base had, and was corrected after the article was published."""
        published = publication_date(read_article(text), self._now().date())
        replaced = await self._history.replaced((EntityKind.FACT, EntityKind.EVENT))
        return corrected_since(replaced, published.day if published.has_day else None, self._zone)

    async def card(self, number: int, place: int) -> DraftCard | Closed:
        """The card at a place; past the last one the first again."""
        proposal = await self._proposals.get(number)
        if not is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        facts = facts_of(proposal.changes)
        at = place % len(facts) if facts else 0
        accepted = sum(not fact.draft for fact in facts)
        fact = facts[at] if facts else None
        names = await self._names(proposal)
        return DraftCard(
            proposal=proposal,
            fact=fact,
            place=at,
            total=len(facts),
            accepted=accepted,
            dropped=sum(map(_is_removal, proposal.changes)),
            names=names,
        )

    async def _names(self, proposal: Proposal) -> dict[str, str]:
        base = overwrite((await self._base_store.load_base()).base, proposal.changes)
        found = {one.id: one.publisher or one.title for one in base.sources}
        found |= {str(one.id): titled_event(one) for one in base.events}
        return found | {str(one.id): one.name for one in base.people}

    async def finish(self, number: int, editor: Editor) -> Proposed | Refused | Unchanged | Closed:
        """Propose what is accepted; the rest stays in the draft. Repeated after a kill, it does the same."""
        proposal = await self._proposals.get(number)
        if not is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        taken = [fact for fact in facts_of(proposal.changes) if not fact.draft]
        if not taken and not any(map(_is_removal, proposal.changes)):
            return Unchanged()
        base = (await self._base_store.load_base()).base
        # What an earlier part of the draft brought in is there already.
        chosen = effective_changes(base, without_others_paragraphs(needed_by(proposal.changes, taken)))
        made = await self._publishing.propose(
            chosen, editor, origin=ProposalOrigin.CHAT, why=proposal.why, reference=f"article-{proposal.id}"
        )
        if isinstance(made, Proposed):
            left = (change for change in proposal.changes if not _is_removal(change))
            rest = [change for change in left if change.after not in taken]
            await self._keep(proposal, rest, editor)
        return made

    async def _keep(self, proposal: Proposal, changes: Sequence[Change], editor: Editor) -> None:
        if any(isinstance(change.after, Fact) for change in changes):
            await self._proposals.amend(proposal.id, changes, proposal.base_revision)
        else:
            entry = audit_entry(editor, "drop", proposal.id, self._now(), "")
            await self._proposals.drop(proposal.id, entry)


def _is_removal(change: Change) -> bool:
    """A draft of the base that is to go."""
    return change.after is None


def _draft_of(known: Sequence[Fact], opened: Sequence[Proposal]) -> int | None:
    """The number of the first open draft that has one of the facts."""
    drafts = (one for one in opened if one.origin is ProposalOrigin.ARTICLE)
    return next((one.id for one in drafts if any(fact in known for fact in facts_of(one.changes))), None)
