"""What an editor does with one drafted fact: accept, reword, change its fields, leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.editing.draft_fields import with_typed, with_value
from bot.editing.draft_questions import edited_questions
from bot.editing.forms.choices import Choice, field_choices
from bot.editing.forms.fields import Form
from bot.editing.outcomes import Closed
from bot.editing.ports import BaseStore, ProposalStore
from bot.editing.reworded_drafts import reworded_draft, says_more
from bot.editing.sources import WORD_ID, with_source
from bot.records.editing import Proposal, ProposalOrigin
from bot.replies.editing.sources import BY_EDITOR
from knowledge.drafting.advice.quotations import is_quotation
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Fact, FactBase


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRefused:
    """Direct speech may not be published: the statement needs other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoQuestions:
    """The edit would leave a fact without example questions."""


Edited = Closed | QuotationRefused | None
_Edit = Callable[[Fact], Fact | None]


class DraftEdits:
    """`quotes`: whether direct speech may be published; `zone` is that of the day of an edit."""

    def __init__(
        self,
        proposals: ProposalStore,
        base_store: BaseStore,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        *,
        quotes: bool,
    ) -> None:
        self._proposals, self._base_store = proposals, base_store
        self._now, self._zone, self._quotes = now, zone, quotes

    async def accept(self, number: int, fact_id: str) -> Edited:
        """Accept a fact as it is."""
        return await self._change(number, fact_id, lambda fact: replace(fact, draft=False))

    async def leave_out(self, number: int, fact_id: str) -> Edited:
        return await self._change(number, fact_id, lambda _: None)

    async def reword(self, number: int, fact_id: str, says: str) -> Edited:
        """Accept a fact in the editor's words; what they add to the article is the editor's word."""
        proposal = await self._proposals.get(number)
        base = await self._with_draft(proposal)
        names = {one.id: one.name for one in base.people}
        article = [fact.says for fact in facts_of(proposal.changes)] if proposal is not None else []
        told = (*article, *(text for one in base.people for text in (one.name, *one.names)))
        told = (*told, *(one.title for one in base.events))

        def edit(fact: Fact) -> Fact:
            reworded = reworded_draft(fact, says, names)
            return replace(reworded, source=BY_EDITOR) if says_more(fact, says, told) else reworded

        return await self._change(number, fact_id, edit)

    async def ask_otherwise(self, number: int, fact_id: str, typed: str) -> Edited | NoQuestions:
        """Change a fact's example questions as the editor types; it needs one at least."""
        proposal = await self._proposals.get(number)
        fact = (
            next((one for one in facts_of(proposal.changes) if one.id == fact_id), None) if proposal else None
        )
        if fact is not None and not edited_questions(fact.questions, typed):
            return NoQuestions()
        return await self._change(
            number, fact_id, lambda one: replace(one, questions=edited_questions(one.questions, typed))
        )

    async def choices(self, number: int, field: str) -> tuple[Choice, ...]:
        """What the field may be, of the base and of the draft."""
        return field_choices(await self._with_draft(await self._proposals.get(number)), Form.FACT, field)

    async def choose(self, number: int, fact_id: str, field: str, value: str) -> Edited:
        """Add a value of the list, or take it away; empty: take all away."""
        base = await self._with_draft(await self._proposals.get(number))
        return await self._change(number, fact_id, lambda fact: with_value(fact, field, value, base))

    async def type_in(self, number: int, fact_id: str, field: str, typed: str) -> Edited:
        """Raises InputError."""
        today = self._now().astimezone(self._zone).date()
        return await self._change(number, fact_id, lambda fact: with_typed(fact, field, typed, today))

    async def _with_draft(self, proposal: Proposal | None) -> FactBase:
        base = (await self._base_store.load_base()).base
        return overwrite(base, proposal.changes) if proposal is not None else base

    async def _change(self, number: int, fact_id: str, edit: _Edit) -> Edited:
        proposal = await self._proposals.get(number)
        if not is_draft(proposal):
            return Closed(proposal=proposal)
        assert proposal is not None
        changes = tuple(_edited(proposal.changes, fact_id, edit))
        edited = next((fact for fact in facts_of(changes) if fact.id == fact_id), None)
        if edited is not None and not self._quotes and is_quotation(edited.says):
            return QuotationRefused()
        if edited is not None and edited.source == BY_EDITOR:
            base = (await self._base_store.load_base()).base
            changes = self._by_editor(changes, edited, base)
        await self._proposals.amend(number, changes, proposal.base_revision)
        return None

    def _by_editor(self, changes: Sequence[Change], fact: Fact, base: FactBase) -> tuple[Change, ...]:
        """The changes, with the editor's word of today as the source of a fact."""
        mine = next(one for one in changes if one.after == fact)
        today = self._now().astimezone(self._zone).date()
        sourced = {one.key: one for one in with_source([mine], BY_EDITOR, overwrite(base, changes), today)}
        kept = [sourced.pop(one.key, one) for one in changes]
        return (*sourced.values(), *kept)


def _edited(changes: Iterable[Change], fact_id: str, edit: _Edit) -> Iterator[Change]:
    for change in changes:
        if not isinstance(change.after, Fact) or change.after.id != fact_id:
            yield change
        elif (after := edit(change.after)) is not None or change.before is not None:
            yield replace(change, after=after)


def is_draft(proposal: Proposal | None) -> bool:
    return proposal is not None and proposal.state.is_open and proposal.origin is ProposalOrigin.ARTICLE


def facts_of(changes: Iterable[Change]) -> list[Fact]:
    return [change.after for change in changes if isinstance(change.after, Fact)]


def without_others_paragraphs(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes; a fact with the editor's word for its source has no paragraph of the article."""
    return tuple(
        replace(one, after=replace(one.after, paragraph=None))
        if isinstance(one.after, Fact) and (one.after.source or "").startswith(WORD_ID)
        else one
        for one in changes
    )
