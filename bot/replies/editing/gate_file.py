"""A proposal in full, as a file; the same for a terminal, where nothing is proposed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.records.editing import Proposal
from bot.records.gate import GateSummary
from bot.replies.editing import gate_replies
from bot.replies.editing.gate_findings import MAX_LINES, SHOWN, change_lines, conflicts, failures, self_check
from bot.replies.editing.proposals import audience, head
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase

FILE = "otvety.txt"
FILE_CAPTION = "Правка целиком: что изменится в базе и в ответах."


def needs_file(proposal: Proposal, base: FactBase) -> bool:
    """Whether the screen leaves something out."""
    summary = proposal.summary
    if summary is None:
        return False
    listed = max(len(summary.disagreements), len(summary.missed))
    too_long = listed > SHOWN or len(change_lines(proposal.changes, base)) > MAX_LINES
    return too_long or gate_replies.leaves_out(summary, SHOWN)


def file(proposal: Proposal, base: FactBase) -> str:
    """The full text of the proposal: all changes and replies."""
    summary = proposal.summary
    assert summary is not None
    return "\n".join([head(proposal), *change_lines(proposal.changes, base), "", *_found(summary)]) + "\n"


def report(changes: Sequence[Change], base: FactBase, summary: GateSummary, *, missed_share: float) -> str:
    """The same for a terminal, where nothing is proposed yet."""
    counted = (f"Проверено вопросов: {summary.asked}.", *_found(summary))
    told = (*counted, audience(summary.followers), *failures(summary, missed_share))
    return "\n".join([*change_lines(changes, base), "", *told])


def _found(summary: GateSummary) -> Iterator[str]:
    """All that the gate found, however much it is."""
    yield from conflicts(summary, len(summary.disagreements))
    yield from gate_replies.all_lines(summary)
    yield from self_check(summary, len(summary.missed))
