"""Puts what the gate has found in order of harm, for the screen and for the decision to publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from bot.editing.proposals import is_retirement
from bot.editing.stale_examples import asks_of_former_date
from bot.records.gate import ChangedReply, GateSummary
from bot.records.loaded_base import LoadedBase
from bot.replies import consistency
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase
from knowledge.language.question_equivalence import equivalence_key
from knowledge.quality.consistency import disagreements_of_edit
from knowledge.quality.gate import GateReport, ReplyChange
from knowledge.quality.harm import HARMFUL, Harm, Intent, harm_of, order_of, verdict_of
from knowledge.results import Answer

VERDICT_LENGTH = 200
_MOST_STORED = 1000
"""Of the changed replies in a stored summary."""
_SETTLED = "settled"
Alarm = tuple[str, str]
"""The equivalence key of a question and the verdict on its reply."""


def alarm_of(one: ChangedReply) -> Alarm:
    return equivalence_key(one.question), one.verdict


def with_settled(summary: GateSummary, *alarms: Alarm) -> GateSummary:
    """The summary with more alarms settled."""
    replies = tuple(replace(one, settled=True) if alarm_of(one) in alarms else one for one in summary.replies)
    counts = Counter(summary.counts)
    for old, new in zip(summary.replies, replies, strict=True):
        if old.settled is not new.settled:
            counts.subtract([old.harm])
            counts.update([_SETTLED])
    harmed = summary.harmed - sum(_is_harmed(old) for old in summary.replies) + sum(map(_is_harmed, replies))
    counted = {name: count for name, count in counts.items() if count}
    return replace(summary, replies=replies, counts=counted, harmed=harmed)


def summarize(
    report: GateReport,
    changes: Sequence[Change],
    loaded: LoadedBase,
    after: FactBase,
    *,
    settled: Collection[Alarm],
    followers: int,
    tolerated: float,
    harmed_share: float,
    retyped: Callable[[str], str] = str,
) -> GateSummary:
    """`settled`: alarms of which an editor has said that it should be so; `retyped` reads a question that was
    typed in the other keyboard layout.

    `tolerated`: the share of its own examples that a base may miss; `harmed_share`: that of the known
    questions that an edit may harm.
    """
    intent = Intent.of(changes)
    found = [(one, _harm(one, intent, loaded.base, after)) for one in report.changes]
    found.sort(key=lambda pair: order_of(*pair))
    replies = [_changed_reply(one, harm, settled, retyped) for one, harm in found]
    share = len(report.missed) / report.examples if report.examples else 0.0
    told = disagreements_of_edit(loaded.base, after)
    return GateSummary(
        revision=loaded.revision,
        asked=report.asked,
        replies=tuple(replies[:_MOST_STORED]),
        counts=dict(Counter(_heading(one) for one in replies)),
        waiting=sum(one.probe.waiting for one in report.changes if isinstance(one.after.result, Answer)),
        missed=tuple(probe.text for probe in report.newly_missed[:_MOST_STORED]),
        missed_share=share,
        fails=share > tolerated and report.worsens and not _spares(report, changes, tolerated),
        harmed=sum(map(_is_harmed, replies)),
        harmed_allowed=int(report.known * harmed_share),
        followers=followers,
        disagreements=tuple(consistency.line(one, after) for one in told[:_MOST_STORED]),
        contradicts=any(one.certain for one in told),
        outdated=tuple(dict.fromkeys(str(one.fact) for one in told)),
    )


def _harm(one: ReplyChange, intent: Intent, before: FactBase, after: FactBase) -> Harm:
    """A question of a date that the edit moves is answered «нет» or nothing now, as it should be."""
    harm, was = harm_of(one, intent), one.before.result
    if harm not in (Harm.TURNED, Harm.LOST) or not isinstance(was, Answer) or not was.shown:
        return harm
    is_former = asks_of_former_date(one.probe.text, was.shown[0].fact.id, before, after)
    return Harm.FORMER if is_former else harm


def _spares(report: GateReport, changes: Sequence[Change], tolerated: float) -> bool:
    """Whether an edit that only takes facts away makes few new misses: those from before are not its own."""
    return is_retirement(changes) and len(report.newly_missed) <= tolerated * report.examples


def _is_harmed(one: ChangedReply) -> bool:
    return one.known and not one.settled and one.harm in HARMFUL


def _heading(one: ChangedReply) -> str:
    return _SETTLED if one.settled else one.harm


def _changed_reply(
    one: ReplyChange, harm: Harm, settled: Collection[Alarm], retyped: Callable[[str], str]
) -> ChangedReply:
    meant = retyped(one.probe.text)
    made = ChangedReply(
        question=one.probe.text,
        harm=harm.value,
        origin=one.probe.origin.value,
        before=str(one.before.seen),
        after=str(one.after.seen),
        waiting=one.probe.waiting,
        verdict=verdict_of(one, harm)[:VERDICT_LENGTH],
        # What is off topic and answered already is not opened by this edit.
        known=one.known and not (harm is Harm.OPENED and isinstance(one.before.result, Answer)),
        meant="" if meant == one.probe.text else meant,
    )
    return replace(made, settled=True) if harm.alarms and alarm_of(made) in settled else made
