"""Drafts of facts from an article that an editor sent: gone over one by one, then published like any edit.

A draft is an open proposal of the origin `article`, whose facts are drafts until accepted; so it
outlives restarts and stands in /drafts. What is accepted leaves it as another proposal, through the gate.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.editing.audit_entry import audit_entry
from bot.editing.draft_questions import edited_questions
from bot.editing.known_facts import without_known
from bot.editing.outcomes import Closed, Proposed, Refused, Unchanged
from bot.editing.ports import BaseStore, ProposalStore
from bot.editing.proposals import effective_changes
from bot.editing.publication import PublicationService
from bot.editing.reworded_drafts import reworded_draft
from bot.records.editing import Editor, Proposal, ProposalOrigin
from knowledge.drafting.advice.quotations import is_quotation
from knowledge.drafting.pack.additions import additions, needed_by
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToDraft:
    """The text holds no statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Proposed):
    """`known`: facts of the article that the base or another draft has already, and are left out."""

    known: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AllKnown:
    """The article holds nothing new. `draft`: the open draft that has some of it, if there is one."""

    known: tuple[Fact, ...]
    draft: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRefused:
    """Direct speech may not be published: the statement needs other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoQuestions:
    """The edit would leave a fact without example questions."""


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
    """Titles of events and names of people that it may name, by id."""


class ArticleDrafts:
    """`quotes`: whether direct speech may be published."""

    def __init__(
        self,
        publishing: PublicationService,
        proposals: ProposalStore,
        base_store: BaseStore,
        now: Callable[[], datetime],
        *,
        quotes: bool,
    ) -> None:
        self._publishing, self._proposals, self._base_store = publishing, proposals, base_store
        self._now, self._quotes = now, quotes

    async def begin(
        self, text: str, editor: Editor
    ) -> Drafted | Refused | Unchanged | NothingToDraft | AllKnown:
        """Draft the article's new facts, as an open proposal. It takes a second, so it runs in a thread."""
        base = (await self._base_store.load_base()).base
        drafted = await asyncio.to_thread(draft_pack, text, self._now().date())
        if drafted is None:
            return NothingToDraft()
        opened = await self._proposals.open()
        waiting = [fact for one in opened for fact in _facts(one)]
        new = without_known(additions(base, drafted), (*base.every_fact, *waiting))
        if not _facts_of(new.changes) and new.known:
            return AllKnown(known=new.known, draft=_draft_of(new.known, opened))
        why = drafted.source.title
        made = await self._publishing.propose(new.changes, editor, origin=ProposalOrigin.ARTICLE, why=why)
        return Drafted(proposal=made.proposal, known=new.known) if isinstance(made, Proposed) else made

    async def card(self, number: int, place: int) -> DraftCard | Closed:
        """The card at a place; past the last one the first again."""
        proposal = await self._proposals.get(number)
        if not _is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        facts = _facts(proposal)
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
        base = (await self._base_store.load_base()).base
        added = [one.after for one in proposal.changes]
        every = (*base.events, *base.people, *added)
        found: dict[str, str] = {str(one.id): one.title for one in every if isinstance(one, Event)}
        return found | {str(one.id): one.name for one in every if isinstance(one, Person)}

    async def accept(self, number: int, fact_id: str) -> Closed | QuotationRefused | None:
        """Accept a fact as it is."""
        return await self._change(number, fact_id, lambda fact: replace(fact, draft=False))

    async def reword(self, number: int, fact_id: str, says: str) -> Closed | QuotationRefused | None:
        """Accept a fact in the editor's words."""
        proposal, base = await self._proposals.get(number), (await self._base_store.load_base()).base
        added = [one.after for one in proposal.changes if isinstance(one.after, Person)] if proposal else []
        names = {one.id: one.name for one in (*base.people, *added)}
        return await self._change(number, fact_id, lambda fact: reworded_draft(fact, says, names))

    async def ask_otherwise(
        self, number: int, fact_id: str, typed: str
    ) -> Closed | QuotationRefused | NoQuestions | None:
        """Change a fact's example questions as the editor types; it needs one at least."""
        proposal = await self._proposals.get(number)
        fact = next((one for one in _facts(proposal) if one.id == fact_id), None) if proposal else None
        if fact is not None and not edited_questions(fact.questions, typed):
            return NoQuestions()
        return await self._change(
            number, fact_id, lambda one: replace(one, questions=edited_questions(one.questions, typed))
        )

    async def leave_out(self, number: int, fact_id: str) -> Closed | QuotationRefused | None:
        return await self._change(number, fact_id, lambda _: None)

    async def finish(self, number: int, editor: Editor) -> Proposed | Refused | Unchanged | Closed:
        """Propose what is accepted; the rest stays in the draft. Repeated after a kill, it does the same."""
        proposal = await self._proposals.get(number)
        if not _is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        taken = [fact for fact in _facts(proposal) if not fact.draft]
        if not taken and not any(map(_is_removal, proposal.changes)):
            return Unchanged()
        base = (await self._base_store.load_base()).base
        # What an earlier part of the draft brought in is there already.
        chosen = effective_changes(base, needed_by(proposal.changes, taken))
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

    async def _change(
        self, number: int, fact_id: str, edit: Callable[[Fact], Fact | None]
    ) -> Closed | QuotationRefused | None:
        proposal = await self._proposals.get(number)
        if not _is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        changes = tuple(_edited(proposal.changes, fact_id, edit))
        edited = next((fact for fact in _facts_of(changes) if fact.id == fact_id), None)
        if edited is not None and not self._quotes and is_quotation(edited.says):
            return QuotationRefused()
        await self._proposals.amend(number, changes, proposal.base_revision)
        return None


def _edited(changes: Iterable[Change], fact_id: str, edit: Callable[[Fact], Fact | None]) -> Iterable[Change]:
    for change in changes:
        if not isinstance(change.after, Fact) or change.after.id != fact_id:
            yield change
        elif (after := edit(change.after)) is not None or change.before is not None:
            yield replace(change, after=after)


def _is_removal(change: Change) -> bool:
    """A draft of the base that is to go."""
    return change.after is None


def _draft_of(known: Sequence[Fact], opened: Sequence[Proposal]) -> int | None:
    """The number of the first open draft that has one of the facts."""
    drafts = (one for one in opened if one.origin is ProposalOrigin.ARTICLE)
    return next((one.id for one in drafts if any(fact in known for fact in _facts(one))), None)


def _is_draft(proposal: Proposal | None) -> bool:
    return proposal is not None and proposal.state.is_open and proposal.origin is ProposalOrigin.ARTICLE


def _facts(proposal: Proposal) -> list[Fact]:
    return _facts_of(proposal.changes)


def _facts_of(changes: Iterable[Change]) -> list[Fact]:
    return [change.after for change in changes if isinstance(change.after, Fact)]
