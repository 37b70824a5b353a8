"""The texts of the gate: shares that can be told from their limit, a file that leaves nothing out."""

from __future__ import annotations

import pytest

from bot.editing.gate_summary import summarize
from bot.editing.outcomes import NeedsReason
from bot.editing.proposals import failed_check
from bot.records.editing import Editor, Proposal, ProposalOrigin, ProposalState, Role
from bot.records.gate import ChangedReply, GateSummary
from bot.records.loaded_base import LoadedBase
from bot.replies import percent
from bot.replies.editing import gate_file
from knowledge.facts.edits import Change
from knowledge.quality.gate import GateReport, Origin, Probe
from knowledge.quality.harm import Harm
from tests.editing.harness import BASE, MOVED, PLACE, change
from tests.editing.test_settled_alarms import summary
from tests.knowledge.sample_base import NOW


def proposed(one: Change, found: GateSummary, why: str = "") -> Proposal:
    return Proposal(
        id=1,
        changes=(one,),
        author_id=1,
        author="Анна",
        origin=ProposalOrigin.CHAT,
        state=ProposalState.DRAFT,
        why=why,
        reference="",
        base_revision=1,
        at=NOW,
        summary=found,
    )


def test_why_a_fact_is_retired_is_asked_once() -> None:
    """A reason that was given for another edit does not explain what the gate found of it."""
    harmful, owner = summary(harmed=2), Editor(user_id=1, name="Анна", role=Role.OWNER)
    assert harmful.needs_reason
    for one, asked_again in ((change(PLACE, None), False), (change(PLACE, MOVED), True)):
        found = failed_check(proposed(one, harmful, "ошибка"), harmful, owner, "")
        assert isinstance(found, NeedsReason) is asked_again


@pytest.mark.parametrize(
    ("share", "limit", "text"),
    [
        (0.104, 0.1, "10,4 % при допустимых 10 %"),
        (0.1004, 0.1, "10,04 % при допустимых 10 %"),
        (0.1, 0.1, "10 % при допустимых 10 %"),
        (1.0, 0.1, "100 % при допустимых 10 %"),
    ],
)
def test_a_share_is_told_apart_from_its_limit(share: float, limit: float, text: str) -> None:
    assert percent.over(share, limit) == text


def test_taking_facts_away_does_not_fail_for_what_was_missed_before() -> None:
    probes = tuple(Probe(text=f"вопрос {at}", origin=Origin.EXAMPLE, facts=frozenset()) for at in range(11))

    def fails(*changes: Change) -> bool:
        report = GateReport(
            asked=1,
            reasked=1,
            changes=(),
            examples=100,
            missed=probes,
            newly_missed=probes[:1],
            worsens=True,
            known=1,
        )
        loaded = LoadedBase(base=BASE, revision=1, changed={})
        found = summarize(
            report, changes, loaded, BASE, settled=(), followers=0, tolerated=0.1, harmed_share=1.0
        )
        return found.fails

    assert fails(change(PLACE, MOVED))
    assert not fails(change(PLACE, None))


def test_the_file_names_every_question() -> None:
    replies = [
        ChangedReply(
            question=f"Где пройдёт диалог {number}?",
            harm=Harm.CHANGED.value,
            origin="example",
            before="Пекин.",
            after="Шанхай.",
        )
        for number in range(80)
    ]
    proposal = proposed(change(PLACE, MOVED), summary(*replies, harmed=0))
    whole = gate_file.file(proposal, BASE)
    assert "и ещё" not in whole
    assert all(one.question in whole for one in replies)
